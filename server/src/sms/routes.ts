import { Type } from 'typebox'
import { readNumbers } from '../contacts/read-numbers.ts'
import { deviceProblems } from '../devices/service.ts'
import { notFound } from '../errors.ts'
import { rowExists } from '../http/exists.ts'
import { optional, required, resource, type Values } from '../http/fields.ts'
import { datetime, flag, id, integer, text } from '../http/field-readers.ts'
import { phoneNumbers } from '../http/list-readers.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api, type WriteCall } from '../http/routing.ts'
import { dataOf } from '../http/wire.ts'
import { checkTemplate, contentMax } from '../templates/template.ts'
import type { SmsRequest } from './compose.ts'
import { deviceTestRoute } from './device-test.ts'
import { findContactsOf, shownContact } from './contact-of.ts'
import { historyRoute } from './history.ts'
import { smsCsv, smsList } from './list.ts'
import { findSms, presentSms, Sms } from './present.ts'
import { createSender, deleteSms, releaseSms, retrySms, sendSms } from './service.ts'

const tag = 'sms'
const exists = { noun: 'sms', check: rowExists('messages') }

const newSms = resource({
  content: required(
    text({
      min: 1,
      max: contentMax,
      description: 'The text; it may have Liquid variables, as campaigns do',
    }),
  ),
  footer: optional(
    flag({ description: "Whether the account's `opt_out_footer` is added; false if not given" }),
  ),
  device_id: required(id()),
  sim_subscription_id: required(integer({ min: 1, max: 3 })),
  phone_numbers: required(phoneNumbers()),
  is_scheduled: optional(flag()),
  scheduled_datetime: optional(datetime()),
})

const SmsIds = dataOf(Type.Object({ sms_ids: Type.Array(Type.Integer()) }))
const SmsId = dataOf(Type.Object({ sms_id: Type.Integer() }))

export function smsRoutes(api: Api): void {
  readingRoutes(api)
  sendingRoute(api)
  writingRoutes(api)
  deviceTestRoute(api)
  historyRoute(api)
}

function readingRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url: '/api/sms',
    tag,
    summary: 'List texts, sent and received',
    item: Type.Object({ ...Sms.properties, ...shownContact }),
    spec: smsList,
    load: findSms,
    present: presentSms,
    csv: smsCsv,
    include: { words: ['contact'], load: findContactsOf },
  })
  readRoute(api, {
    url: '/api/sms/:id',
    tag,
    summary: 'Get a text',
    exists,
    response: dataOf(Sms),
    handle: async ({ user_id, id: sms_id }) => {
      const [row] = await findSms(context.db, user_id, [sms_id])
      if (!row) throw notFound(`There is no sms ${sms_id}.`)
      return { data: presentSms(row) }
    },
  })
}

function sendingRoute(api: Api): void {
  const { context } = api
  const send = createSender(context)
  writeRoute(api, {
    method: 'POST',
    url: '/api/sms',
    tag,
    summary: 'Send a text',
    body: newSms,
    response: SmsIds,
    description:
      'One message per number, in the order given; the same number twice is one. Numbers we do not know become contacts. One that has opted out gets a failed message.',
    handle: async (tx, call) => ({
      data: { sms_ids: await sendSms(tx, context, call.user_id, await readRequest(api, call)) },
    }),
    handleGathered: async (call) => ({
      data: { sms_ids: await send(call.user_id, await readRequest(api, call)) },
    }),
  })
}

function writingRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'DELETE',
    url: '/api/sms/:id',
    tag,
    summary: 'Delete a text',
    exists,
    response: SmsId,
    description: 'A pending one is withdrawn, from the phone too if it still can be.',
    handle: async (tx, { user_id, id: sms_id }) => {
      await deleteSms(tx, context, user_id, sms_id)
      return { data: { sms_id } }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/sms/:id/retry',
    tag,
    summary: 'Send a failed text again',
    exists,
    response: SmsId,
    description: 'Also one that may have gone out: then the contact may get it twice.',
    handle: async (tx, { user_id, id: sms_id }) => {
      await retrySms(tx, context, user_id, sms_id)
      return { data: { sms_id } }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/sms/:id/release',
    tag,
    summary: 'Release a text that came back from a backup',
    exists,
    response: SmsId,
    description:
      'It may have been sent since the backup was made, and is sent now. To not send it, delete it.',
    handle: async (tx, { user_id, id: sms_id }) => {
      await releaseSms(tx, context, user_id, sms_id)
      return { data: { sms_id } }
    },
  })
}

async function readRequest(
  { context }: Api,
  { user_id, fields }: WriteCall<Values<typeof newSms>>,
): Promise<SmsRequest> {
  const { content, footer = false, device_id, sim_subscription_id } = fields
  const { is_scheduled, scheduled_datetime } = fields
  const { numbers, problems } = await readNumbers(
    context.db,
    user_id,
    fields.phone_numbers,
    'phone_numbers',
  )
  problems.addAll(checkTemplate(content).map((problem) => ({ field: 'content', ...problem })))
  if (is_scheduled === undefined && scheduled_datetime) {
    problems.add({
      title:
        'There is a scheduled_datetime, but is_scheduled is not set. Set is_scheduled=1 to send then, or 0 to send now.',
      field: 'is_scheduled',
    })
  }
  if (is_scheduled && !scheduled_datetime) {
    problems.add({
      title: 'scheduled_datetime is required when is_scheduled is set.',
      field: 'scheduled_datetime',
    })
  }
  // Asked here for the sake of naming all problems at once; what counts is asked when the texts are queued.
  if (!problems.isEmpty)
    problems.addAll(await deviceProblems(context.db, user_id, { device_id, sim_subscription_id }))
  problems.throwIfAny()
  const send_at = is_scheduled && scheduled_datetime ? scheduled_datetime : context.now()
  return { numbers, content, footer, device_id, sim_subscription_id, send_at }
}
