import { Type } from 'typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { rateLimited } from '../errors.ts'
import { authenticate } from '../http/authentication.ts'
import { readRoute, type Api } from '../http/routing.ts'
import { EventHub } from './hub.ts'
import { readTopics } from './topics.ts'

const description = `A stream of server-sent events (\`text/event-stream\`), which a browser reads with \`EventSource\`.

- \`fleet\`: \`fleet.changed\` with what \`fleet\` of the overview shows, and \`device.changed\` of every device
- \`campaign:12\`: \`campaign.progress\`, and \`sms.changed\` of its texts that phones hold or have just sent
- \`inbox\`: \`sms.received\`, \`conversation.read\` (its \`id\` is the contact's), \`sms.changed\`
- \`import:7\`, \`device:3\`, \`job:5\`: \`import.progress\`, \`device.changed\`, \`job.progress\`
- \`attention\`: \`attention.changed\` with the list of the overview

The data of an event is \`id\` and the keys that are others now, as the resource shows them; the first event of a topic has all of its keys. Of one thing there are at most two a second. An id that is not yours is never heard of.

A stream that comes back with \`Last-Event-ID\` within five minutes is told what it missed. Where nobody knows that, it is told \`resync\`: read everything again. Every 20 seconds there is a comment.`

/** What changes, as it changes. */
export function eventRoutes(api: Api): void {
  const hub = new EventHub(api.context)
  api.app.addHook('preClose', async () => hub.close())
  readRoute(api, {
    url: '/api/events',
    tag: 'account',
    summary: 'Listen to what changes',
    description,
    query: Type.Object({
      topics: Type.String({
        description:
          'Between commas: fleet, inbox, attention, campaign:12, import:7, device:3, job:5',
        examples: ['fleet,campaign:12'],
      }),
    }),
    handle: async ({ user_id, query, request, reply }) => {
      const topics = readTopics(query.getAll('topics'))
      // There is nothing to listen to.
      if (request.method === 'HEAD') return reply.type('text/event-stream').send('')
      if (!hub.hasRoom(user_id))
        throw rateLimited('Too many streams are open just now. Close some, or try again soon.', 5)
      reply.hijack()
      const response = reply.raw
      response.socket?.setNoDelay(true)
      response.writeHead(200, {
        ...headersOf(reply),
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      })
      const last_event_id = lastEventId(request)
      const check = () => checkAgain(api, request, reply)
      hub.open({ user_id, topics, response, check, last_event_id })
      return reply
    },
  })
}

/** Rejects when the key was revoked or the sign-in ended. */
async function checkAgain(api: Api, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { user_id } = request
  await authenticate(request, reply, api.callers)
  if (request.user_id !== user_id) throw new Error('It is another account’s by now')
}

function lastEventId({ headers }: FastifyRequest): string | null {
  const id = headers['last-event-id']
  return typeof id === 'string' && id !== '' ? id : null
}

/** What hooks have set, such as a cookie that is renewed. */
function headersOf(reply: FastifyReply): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value : String(value)
  }
  return headers
}
