import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { formBytesMax, giveBackWhenOver, readBody, type BodyBudget } from './body.ts'
import { takeTurns } from './heavy-requests.ts'
import { readFormType } from './media-type.ts'
import { parseBody } from './parse-body.ts'

/** Every body of the API is read by one parser into one shape: `request.body` is `Fields`. */
export function readFormBodies(app: FastifyInstance, budget: BodyBudget): void {
  const heavy = takeTurns(app)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) => {
    const type = readFormType(request.headers['content-type'])
    const body = await readBody(request, payload, { bytesMax: formBytesMax, budget })
    await heavy.enter(request, body.length)
    return parseBody(type, body)
  })
  giveBackWhenOver(app, budget)
}
