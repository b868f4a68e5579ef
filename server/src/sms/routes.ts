import { sql, type SqlBool } from 'kysely'
import { Type } from 'typebox'
import { readNumbers } from '../contacts/read-numbers.ts'
import { deviceProblems } from '../devices/service.ts'
import { notFound } from '../errors.ts'
import { rowExists } from '../http/exists.ts'
import { optional, required, resource, type Values } from '../http/fields.ts'
import { datetime, flag, id, integer, text } from '../http/field-readers.ts'
import { byWireStatus, choiceFilter, idFilter } from '../http/filters.ts'
import { phoneNumbers } from '../http/list-readers.ts'
import { listRoute } from '../http/list-route.ts'
import { searchPattern, type ListSpec } from '../http/list.ts'
import { readRoute, writeRoute, type Api, type WriteCall } from '../http/routing.ts'
import { dataOf } from '../http/wire.ts'
import { checkTemplate, contentMax } from '../templates/template.ts'
import type { SmsRequest } from './compose.ts'
import { deviceTestRoute } from './device-test.ts'
import { pendingStatuses, wireStatus } from '../messages/status.ts'
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
}

function readingRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url: '/api/sms',
    tag,
    summary: 'List texts, sent and received',
    item: Sms,
    spec: smsList,
    load: findSms,
    present: presentSms,
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

function smsList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`m.${name}`) })
  const status = (...statuses: string[]) =>
    sql<SqlBool>`m.status in (${sql.join(statuses.map((one) => sql.lit(one)))})`
  return {
    from: sql`(select * from messages where user_id = ${user_id}) m`,
    id: sql.ref<number>('m.id'),
    search: {
      content: (
        term,
      ) => sql<SqlBool>`(m.content ilike ${searchPattern(term)} or m.content is null and m.campaign_id in (
        select c.id from campaigns c where c.user_id = ${user_id} and coalesce(c.frozen_content, c.content) ilike ${searchPattern(term)})
        or m.content is null and m.flow_id in (
        select f.id from flows f where f.user_id = ${user_id} and f.content ilike ${searchPattern(term)}))`,
    },
    filters: {
      type: choiceFilter(
        { sent: sql`m.status <> 'received'`, received: status('received') },
        'Direction',
      ),
      status: choiceFilter(
        {
          pending: sql<SqlBool>`m.status in ${pendingStatuses}`,
          sent: status('sent', 'delivered'),
          failed: status('failed'),
          cancelled: status('cancelled'),
          received: status('received'),
        },
        'Status',
      ),
      device_id: idFilter(sql.ref('m.device_id'), 'The device'),
      contact_id: idFilter(sql.ref('m.contact_id'), 'The contact'),
      campaign_id: originFilter('campaign_id', 'campaign'),
      flow_id: originFilter('flow_id', 'flow'),
      recurring_campaign_id: makerFilter(user_id, 'recurring_campaign_id', 'recurring campaign'),
      rss_automation_id: makerFilter(user_id, 'rss_automation_id', 'RSS automation'),
    },
    orders: {
      id: column('id'),
      sms_id: column('id'),
      status: { by: byWireStatus(sql`m.status`, wireStatus) },
      scheduled_datetime: column('send_at'),
      datetime: column('created_at'),
    },
    datetimes: {
      datetime: sql.ref('m.created_at'),
      scheduled_datetime: sql.ref('m.send_at'),
      delivered_datetime: sql.ref('m.delivered_at'),
    },
  }
}

/** `0` is none, which the indexes over the others do not hold. */
function originFilter(name: 'campaign_id' | 'flow_id', what: string) {
  const column = sql.ref(`m.${name}`)
  const filter = idFilter(column, `The ${what} it belongs to, or 0`)
  return {
    ...filter,
    read: (given: string) => (given === '0' ? sql<SqlBool>`${column} is null` : filter.read(given)),
  }
}

/** What makes campaigns: its texts are those of its campaigns, and these are indexed. */
function makerFilter(
  user_id: number,
  name: 'recurring_campaign_id' | 'rss_automation_id',
  what: string,
) {
  const filter = idFilter(sql.ref(`k.${name}`), `The ${what} it belongs to, or 0`)
  return {
    ...filter,
    read: (given: string) => {
      if (given === '0') return sql<SqlBool>`${sql.ref(`m.${name}`)} is null`
      const made = filter.read(given)
      return made === null
        ? null
        : sql<SqlBool>`m.campaign_id in (
            select k.id from campaigns k where k.user_id = ${user_id} and ${made})`
    },
  }
}
