import { sql, type SqlBool } from 'kysely'
import { byWireStatus, choiceFilter, idFilter, searchIn } from '../http/filters.ts'
import type { Filter, ListSpec } from '../http/list.ts'
import { wireStatus } from './status.ts'
import type { Origin } from './totals-of-origin.ts'

/** What lists of campaigns can be searched, filtered and ordered by. */
export function campaignList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`k.${name}`) })
  const nullable = (name: string) => ({ by: sql.ref(`k.${name}`), isNullable: true })
  const statuses = Object.entries(wireStatus).map(([inside, wire]) => [
    wire,
    sql<SqlBool>`k.status = ${inside}::campaign_status`,
  ])
  return {
    from: sql`(select * from campaigns where user_id = ${user_id} and deleted_at is null) k`,
    id: sql.ref<number>('k.id'),
    search: {
      name: searchIn(sql.ref('k.name_folded')),
      content: searchIn(sql.ref('k.content_folded')),
    },
    filters: {
      status: choiceFilter(Object.fromEntries(statuses), 'Status'),
      segment: segmentFilter,
      device_id: deviceFilter(user_id),
      recurring_campaign_id: originFilter('recurring_campaign_id', 'recurring campaign'),
      rss_automation_id: originFilter('rss_automation_id', 'RSS automation'),
    },
    orders: {
      id: column('id'),
      campaign_id: column('id'),
      name: column('name_folded'),
      status: { by: byWireStatus(sql`k.status`, wireStatus) },
      scheduled_datetime: column('scheduled_at'),
      // What is under way first, then what is to come. Whether it is paused makes no difference, so that no row moves by that.
      attention: {
        by: sql`case k.status when 'running' then 3 when 'paused' then 3 when 'scheduled' then 2 when 'draft' then 1 else 0 end`,
      },
      last_sent_datetime: nullable('last_sent_at'),
      datetime: column('created_at'),
      last_datetime: nullable('changed_at'),
      total_sent_sms: column('total_sent'),
      total_pending_sms: column('total_pending'),
      total_failed_sms: column('total_failed'),
    },
    datetimes: {
      datetime: sql.ref('k.created_at'),
      scheduled_datetime: sql.ref('k.scheduled_at'),
      last_sent_datetime: sql.ref('k.last_sent_at'),
      last_datetime: sql.ref('k.changed_at'),
    },
  }
}

/** `0` is none, which the indexes over the others do not hold. */
function originFilter(name: Origin, what: string): Filter {
  const column = sql.ref(`k.${name}`)
  const filter = idFilter(column, `The ${what} that made it, or 0`)
  return {
    ...filter,
    read: (given) => (given === '0' ? sql<SqlBool>`${column} is null` : filter.read(given)),
  }
}

const segmentFilter: Filter = {
  description: 'Whom it is sent to',
  allowed: 'all, bulk, custom, filter, or the id of a segment',
  read: (text) => {
    if (['all', 'bulk', 'custom', 'filter'].includes(text))
      return sql<SqlBool>`k.audience_type = ${text}::audience_type`
    if (!/^[1-9]\d{0,15}$/.test(text) || !Number.isSafeInteger(Number(text))) return null
    return sql<SqlBool>`k.audience_type = 'segment' and k.segment_id = ${Number(text)}`
  },
}

/** Of a campaign with several, any of its devices. */
function deviceFilter(user_id: number): Filter {
  const main = idFilter(sql.ref('k.device_id'), 'The device')
  const named = idFilter(sql.ref('s.device_id'), 'The device')
  return {
    ...main,
    read: (given) => {
      const [isMain, isNamed] = [main.read(given), named.read(given)]
      return (
        isMain &&
        isNamed &&
        sql<SqlBool>`(${isMain} or k.id in (
          select s.campaign_id from campaign_sims s where s.user_id = ${user_id} and ${isNamed}))`
      )
    },
  }
}
