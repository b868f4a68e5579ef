import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { searchNumbers } from '../contacts/search.ts'
import { byWireStatus, choiceFilter, flagFilter, idFilter, searchIn } from '../http/filters.ts'
import { searchPattern, type Condition, type ListSpec } from '../http/list.ts'
import { wireDatetime } from '../http/wire.ts'
import { reasonCode, reasonCodes } from '../messages/reasons.ts'
import { pendingStatuses, wireStatus } from '../messages/status.ts'
import { presentSms, type SmsRow } from './present.ts'

/** What lists of texts can be searched, filtered and ordered by. */
export function smsList(user_id: number): ListSpec {
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
    searchByName: contactSearch(user_id),
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
      is_delivered: flagFilter(
        sql<boolean>`(m.status = 'delivered')`,
        'Whether the network says that it arrived',
      ),
      error_code: choiceFilter(
        Object.fromEntries(
          reasonCodes.map((code) => [
            code,
            sql<SqlBool>`(m.status in ('failed', 'cancelled') and ${reasonCode} = ${code})`,
          ]),
        ),
        'Why it failed or was cancelled',
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
      // Along the index over the texts of a campaign, or of a flow.
      contact_id: column('contact_id'),
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

/** By whom it is to or from; one statement over contacts, so that their indexes serve it. */
function contactSearch(user_id: number): Record<string, (term: string) => Condition> {
  const ofContacts = (condition: RawBuilder<unknown>) =>
    sql<SqlBool>`m.contact_id in (select c.id from contacts c where c.user_id = ${user_id} and ${condition})`
  const byNumber = searchNumbers(sql.ref('c.phone_number'), sql.ref('c.can_be_sent_to'))
  const byName = searchIn(sql.ref('c.name_folded'))
  return {
    phone_number: (term) => ofContacts(byNumber(term)),
    name: (term) => ofContacts(byName(term)),
    contact: (term) => ofContacts(sql`(${byNumber(term)} or ${byName(term)})`),
  }
}

/** Texts as a file. */
export const smsCsv = {
  columns: [
    'sms_id',
    'phone_number',
    'type',
    'status',
    'error',
    'content',
    'parts',
    'device_id',
    'sim_subscription_id',
    'campaign_id',
    'flow_id',
    'datetime',
    'sent_datetime',
    'delivered_datetime',
  ],
  cells: (row: SmsRow) => {
    const { type, status } = presentSms(row)
    return [
      String(row.id),
      row.phone_number,
      type,
      status,
      row.error,
      row.content,
      String(row.parts),
      String(row.device_id),
      String(row.sim_subscription_id),
      String(row.campaign_id ?? 0),
      String(row.flow_id ?? 0),
      wireDatetime(row.created_at),
      wireDatetime(row.sent_at),
      wireDatetime(row.delivered_at),
    ]
  },
}
