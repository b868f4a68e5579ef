import { Type } from 'typebox'
import { invalidField } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { readRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, wireDatetime } from '../http/wire.ts'
import { cancelReasons, failureReasons } from '../messages/reasons.ts'
import { createStatistics } from './statistics-memory.ts'

const Total = Type.Integer()
const Reason = (codes: string[]) =>
  Type.Object({
    code: Type.String({ enum: codes }),
    title: Type.String({ description: 'In plain words' }),
    error: Type.String({ description: 'One of them, as the phone said it' }),
    is_retryable: Type.Boolean({ description: 'Whether sending them again may help' }),
    total: Total,
    total_retryable: Type.Integer({
      description: 'How many a retry would send again: not those who have opted out since',
    }),
  })

const Statistics = Type.Object({
  bucket_seconds: Type.Integer({ description: 'As it was asked for, or more' }),
  timeline: Type.Array(
    Type.Object({ datetime: Datetime, sent: Total, delivered: Total, failed: Total }),
    { description: 'What left, arrived and failed from this moment on; empty ones are left out' },
  ),
  sims: Type.Array(
    Type.Object({
      device_id: Type.Integer(),
      device_name: Type.String(),
      sim_subscription_id: Type.Integer(),
      sent: Total,
      delivered: Type.Integer({ description: 'Of those that were sent' }),
      failed: Total,
      cancelled: Total,
      pending: Total,
      on_phone: Type.Integer({ description: 'Of those pending: in the hands of the phone' }),
    }),
  ),
  errors: Type.Array(Reason(failureReasons.map(({ code }) => code))),
  cancellations: Type.Array(Reason(cancelReasons.map(({ code }) => code))),
})

const secondsMax = 7 * 86_400

export function statisticsRoute(api: Api): void {
  const { context } = api
  const findStatistics = createStatistics(context.db)
  readRoute(api, {
    url: '/api/campaigns/:id/statistics',
    tag: 'campaigns',
    summary: 'Get what happened to the texts of a campaign',
    description:
      'By time, by SIM and by reason, of the texts whose rows are kept; the totals of the campaign count those too that retention has removed.',
    exists: { noun: 'campaign', check: shownRowExists('campaigns') },
    query: Type.Object({
      bucket_seconds: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: secondsMax,
          description: 'How much time one entry of the timeline is; widened to at most 500 entries',
        }),
      ),
    }),
    response: dataOf(Statistics),
    handle: async ({ user_id, id, query }) => {
      const bucket = readSeconds(query.get('bucket_seconds'))
      const { timeline, ...rest } = await findStatistics(user_id, {
        id,
        bucket,
        now: context.now(),
      })
      const moments = timeline.map(({ at, ...moment }) => ({
        datetime: wireDatetime(at),
        ...moment,
      }))
      return { data: { ...rest, timeline: moments } }
    },
  })
}

function readSeconds(given: string | null): number | undefined {
  const text = given?.trim()
  if (!text) return undefined
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (seconds >= 1 && seconds <= secondsMax) return seconds
  throw invalidField(
    'bucket_seconds',
    `bucket_seconds must be a whole number from 1 to ${secondsMax}.`,
  )
}
