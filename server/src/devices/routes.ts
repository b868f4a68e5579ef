import { Type } from 'typebox'
import type { Tx } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { resource, required, optional } from '../http/fields.ts'
import { choice, clearablePhoneNumber, flag, integer, text } from '../http/field-readers.ts'
import { list } from '../http/list-readers.ts'
import { shownRowExists } from '../http/exists.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { checkRoutes } from './check-routes.ts'
import { deviceList } from './list.ts'
import { Device, findDevices, presentDevice } from './present.ts'
import { readSimChoice, simList } from './sim-choice.ts'
import { deleteDevice } from './delete.ts'
import { moveDevice } from './drain.ts'
import { pretendRoutes } from './pretend-routes.ts'
import { createDevice, renewToken, updateDevice, updateSim, type SimChoice } from './service.ts'

const tag = 'devices'
const exists = { noun: 'device', check: shownRowExists('devices') }

const newDevice = resource({
  name: required(text({ min: 1, max: 255, description: 'What you call the phone' })),
  is_pretend: optional(
    flag({ description: 'For a program that behaves like a phone: without a pace limit' }),
  ),
})

const deviceChange = resource({
  name: optional(text({ min: 1, max: 255 })),
  notifications: optional(
    list(choice(['offline', 'received']), { description: 'What the owner is told of' }),
  ),
  is_paused: optional(flag({ description: 'A paused device is given nothing to send' })),
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

const limit = (period: string) =>
  optional(
    integer({ min: 0, max: 1_000_000, description: `Parts a ${period} at most; 0 is no limit` }),
  )
const gap = optional(
  integer({ min: 0, max: 86_400, description: 'A random pause between messages, in seconds' }),
)

const simChange = resource({
  phone_number: optional(clearablePhoneNumber()),
  display_name: optional(text({ max: 64, clearable: true })),
  max_per_minute: limit('minute'),
  max_per_hour: limit('clock hour'),
  max_per_day: limit('day'),
  max_per_month: limit('month'),
  gap_min_seconds: gap,
  gap_max_seconds: gap,
  is_draining: optional(flag({ description: 'false takes back that the SIM is being drained' })),
})

const moveTarget = resource({
  to: required(
    simList({ description: 'The devices and SIMs that take the queue over, such as `2:1,3:1`' }),
  ),
})

const TokenAnswer = dataOf(
  Type.Object({
    id: Type.Integer(),
    token: Type.String({ description: 'What the phone enrols with; shown this once' }),
    address: Type.String({ description: 'What is put into the app beside it, as its API URL' }),
  }),
)

export function deviceRoutes(api: Api): void {
  readingRoutes(api)
  writingRoutes(api)
  simRoute(api)
  moveRoutes(api)
  deleteRoute(api)
  checkRoutes(api)
  pretendRoutes(api)
}

function readingRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url: '/api/devices',
    tag,
    summary: 'List devices',
    item: Device,
    spec: (user_id) => deviceList(user_id, context.now()),
    load: (db, user_id, ids) => findDevices(db, user_id, ids, context.now()),
    present: presentDevice,
  })
  readRoute(api, {
    url: '/api/devices/:id',
    tag,
    summary: 'Get a device',
    exists,
    response: dataOf(Device),
    handle: async ({ user_id, id }) => {
      const [device] = await findDevices(context.db, user_id, [id], context.now())
      if (!device) throw notFound(`There is no device ${id}.`)
      return { data: presentDevice(device) }
    },
  })
}

function writingRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/devices',
    tag,
    summary: 'Add a device',
    body: newDevice,
    response: TokenAnswer,
    description:
      'Answers the token that the phone enrols with, once. See docs/PHONES.md for what to type where.',
    handle: async (tx, { user_id, fields, base_url }) => {
      const device = await createDevice(tx, user_id, fields, context.now())
      return { data: { ...device, address: addressForPhones(base_url) } }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/devices/:id',
    tag,
    summary: 'Change a device',
    exists,
    body: deviceChange,
    response: IdAnswer,
    handle: async (tx, { user_id, id, fields: { expected_revision, ...change } }) => {
      await updateDevice(tx, context, {
        user_id,
        device_id: id,
        change,
        ...(expected_revision === undefined ? {} : { expected_revision }),
      })
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/devices/:id/token',
    tag,
    summary: 'Renew the enrolment token',
    exists,
    response: TokenAnswer,
    description: 'Shuts out the phone that enrolled with the old one.',
    handle: async (tx, { user_id, id, base_url }) => {
      const token = await renewToken(tx, context, user_id, id)
      return { data: { id, token, address: addressForPhones(base_url) } }
    },
  })
}

const addressForPhones = (base_url: string) => `${base_url}/api/mobile/v1`

function simRoute(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/devices/:id/sims/:subscription_id',
    tag,
    summary: 'Change a SIM and its pace',
    exists,
    body: simChange,
    response: IdAnswer,
    handle: async (tx, { user_id, id, fields, request }) => {
      const subscription_id = readSubscriptionId(request)
      await updateSim(tx, context, {
        user_id,
        device_id: id,
        subscription_id,
        change: fields,
      })
      return { data: { id } }
    },
  })
}

const moveDocs = {
  drain: {
    isDraining: true,
    summary: (what: string) => `Drain ${what}`,
    description:
      'What no phone has taken yet goes to the other SIMs, and so do the campaigns, flows, recurring campaigns and automations. Nothing new is given to it; a text that names it goes to the first of the others. What the phone holds it still sends.',
  },
  move: {
    isDraining: false,
    summary: (what: string) => `Move the queue of ${what}`,
    description:
      'What no phone has taken yet goes to the other SIMs, with the campaigns that are under way. What comes later stays.',
  },
}

function moveRoutes(api: Api): void {
  const { context } = api
  for (const [verb, { isDraining, summary, description }] of Object.entries(moveDocs)) {
    const route = { method: 'POST' as const, tag, exists, description, body: moveTarget }
    const run = (tx: Tx, user_id: number, device_id: number, sims: number[], to: SimChoice[]) =>
      moveDevice(tx, context, { user_id, device_id, sims, to, isDraining })
    writeRoute(api, {
      ...route,
      url: `/api/devices/:id/${verb}`,
      summary: summary('a device'),
      response: IdAnswer,
      handle: async (tx, { user_id, id, fields }) => {
        await run(tx, user_id, id, [1, 2, 3], fields.to)
        return { data: { id } }
      },
    })
    writeRoute(api, {
      ...route,
      url: `/api/devices/:id/sims/:subscription_id/${verb}`,
      summary: summary('one SIM'),
      response: IdAnswer,
      handle: async (tx, { user_id, id, fields, request }) => {
        await run(tx, user_id, id, [readSubscriptionId(request)], fields.to)
        return { data: { id } }
      },
    })
  }
}

function readSubscriptionId({ params }: { params: unknown }): number {
  const { subscription_id = '' } = params as { subscription_id?: string }
  if (!/^[123]$/.test(subscription_id))
    throw notFound(`A device has SIMs 1 to 3, and no SIM "${subscription_id}".`)
  return Number(subscription_id)
}

function deleteRoute(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'DELETE',
    url: '/api/devices/:id',
    tag,
    summary: 'Delete a device',
    exists,
    response: IdAnswer,
    body: resource({
      move_to: optional(
        text({ max: 30, description: 'A device and SIM, such as `2:1`, that takes over' }),
      ),
    }),
    description:
      'Shuts its phone out. Its pending messages fail with that reason, unless move_to takes them over.',
    handle: async (tx, { user_id, id, fields, request }) => {
      const query = new URLSearchParams(request.url.split('?')[1])
      const move_to = readSimChoice(fields.move_to ?? query.get('move_to'))
      await deleteDevice(tx, context, { user_id, device_id: id, ...(move_to ? { move_to } : {}) })
      return { data: { id } }
    },
  })
}
