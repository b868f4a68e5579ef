import { Type } from 'typebox'
import { notFound } from '../errors.ts'
import { flag } from '../http/field-readers.ts'
import { required, resource } from '../http/fields.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { dismissAttention, findAttention } from './attention.ts'
import { findFirstSteps, stepNames } from './first-steps.ts'
import { findFleet } from './fleet.ts'
import {
  AttentionAnswer,
  FleetAnswer,
  presentAttention,
  presentFleet,
  presentUpcoming,
  UpcomingAnswer,
  Values,
} from './present.ts'
import { reportRoutes } from './report-routes.ts'
import { findSending, setSending, type Sending } from './sending.ts'
import { findRunning, findUpcoming } from './upcoming.ts'

const tag = 'account'

/** What a person wants to know first, and the one switch that holds everything. */
export function overviewRoutes(api: Api): void {
  overviewRoute(api)
  sendingRoutes(api)
  stepsRoute(api)
  reportRoutes(api)
}

const Overview = Type.Object({
  attention: Type.Array(AttentionAnswer),
  fleet: FleetAnswer,
  running: Type.Array(Type.Integer(), { description: 'Campaigns that are under way' }),
  upcoming: Type.Array(UpcomingAnswer),
})

function overviewRoute(api: Api): void {
  const { context } = api
  readRoute(api, {
    url: '/api/overview',
    tag,
    summary: 'See what needs you',
    description:
      'What is wrong, worst first; how sending goes on; what runs; what is sent by itself in the next seven days.',
    response: dataOf(Overview),
    handle: async ({ user_id }) => {
      const { db, now } = context
      const [attention, fleet, running, upcoming] = await Promise.all([
        findAttention(context, user_id),
        findFleet(db, user_id, now()),
        findRunning(db, user_id),
        findUpcoming(db, user_id, now()),
      ])
      return {
        data: {
          attention: attention.map(presentAttention),
          fleet: presentFleet(fleet),
          running,
          upcoming: upcoming.map(presentUpcoming),
        },
      }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/attention/:key/dismiss',
    tag,
    summary: 'Dismiss something that needs you',
    description: 'It is shown again when it has become worse, or when it ended and came again.',
    response: dataOf(Type.Object({ key: Type.String() })),
    handle: async (tx, { user_id, request }) => {
      const { key = '' } = request.params as { key?: string }
      if (!/^[a-z_]+-\d+(-\d+)?$/.test(key)) throw notFound('Nothing of this name needs attention.')
      await dismissAttention(tx, context, user_id, key)
      return { data: { key } }
    },
  })
}

const SendingAnswer = Type.Object({
  is_on: Type.Boolean(),
  held_since_datetime: NullableDatetime,
  held_by: nullable(Type.String({ description: 'The person or the key that holds it' })),
  total_in_hand: Type.Integer({
    description: 'Texts that phones hold; while all sending is held, these may still leave',
  }),
})

const sendingChange = resource({
  is_on: required(flag({ description: 'false holds all sending, true lets it go on' })),
})

function sendingRoutes(api: Api): void {
  const { context } = api
  const url = '/api/account/sending'
  readRoute(api, {
    url,
    tag,
    summary: 'See whether sending is held',
    response: dataOf(SendingAnswer),
    handle: async ({ user_id }) => ({
      data: presentSending(await findSending(context.db, user_id)),
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url,
    tag,
    summary: 'Hold all sending, or let it go on',
    description:
      'While it is held, no phone is given anything: campaigns, flows, single texts and answers wait. Once this is answered, only what phones hold already may leave, `total_in_hand` at most.',
    body: sendingChange,
    response: dataOf(SendingAnswer),
    handle: async (tx, { user_id, api_key_id, person_id, fields: { is_on } }) => ({
      data: presentSending(
        await setSending(tx, context, { user_id, is_on, by: { api_key_id, person_id } }),
      ),
    }),
  })
}

function presentSending({ held_at, held_by, in_hand }: Sending) {
  return {
    is_on: held_at === null,
    held_since_datetime: wireDatetime(held_at),
    held_by,
    total_in_hand: in_hand,
  }
}

function stepsRoute(api: Api): void {
  const { context } = api
  readRoute(api, {
    url: '/api/first-steps',
    tag,
    summary: 'See the first steps',
    description:
      'By facts: a phone connected, there is a contact, a test text arrived or was answered, a campaign was launched.',
    response: dataOf(
      Type.Array(
        Type.Object({
          step: Type.String({ enum: [...stepNames] }),
          done_datetime: NullableDatetime,
          values: Values,
        }),
      ),
    ),
    handle: async ({ user_id }) => {
      const steps = await findFirstSteps(context.db, user_id, context.now())
      return {
        data: steps.map(({ step, done_at, values }) => ({
          step,
          done_datetime: wireDatetime(done_at),
          values,
        })),
      }
    },
  })
}
