import { sql } from 'kysely'
import { totalsOfOrigin } from '../campaigns/totals-of-origin.ts'
import { flagFilter, searchIn } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'
import { segmentFilter } from '../segments/segment-filter.ts'

/** What lists of RSS automations are searched, filtered and ordered by. */
export function automationList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`r.${name}`) })
  const nullable = (name: string) => ({ by: sql.ref(`r.${name}`), isNullable: true })
  const rows = sql`(select * from rss_automations where user_id = ${user_id} and deleted_at is null) r`
  const withTotals = sql`${rows} left join ${totalsOfOrigin(user_id, 'rss_automation_id')} t on t.id = r.id`
  const total = (name: string) => ({
    by: sql`coalesce(${sql.ref(`t.${name}`)}, 0)`,
    from: withTotals,
  })
  return {
    from: rows,
    id: sql.ref<number>('r.id'),
    search: {
      name: searchIn(sql.ref('r.name_folded')),
      content: searchIn(sql.ref('r.content_folded')),
    },
    filters: {
      segment: segmentFilter(sql.ref('r.segment_id'), 'Whom it is sent to'),
      is_enabled: flagFilter(sql.ref<boolean>('r.is_enabled'), 'Whether it is on'),
    },
    orders: {
      id: column('id'),
      rss_automation_id: column('id'),
      name: column('name_folded'),
      last_sent_datetime: { by: sql.ref('t.last_sent_at'), isNullable: true, from: withTotals },
      last_check_datetime: nullable('last_check_at'),
      next_check_datetime: nullable('next_check_at'),
      datetime: column('created_at'),
      last_datetime: nullable('changed_at'),
      total_campaigns: total('total_campaigns'),
      total_sent_sms: total('total_sent'),
      total_pending_sms: total('total_pending'),
      total_failed_sms: total('total_failed'),
    },
    datetimes: {
      datetime: sql.ref('r.created_at'),
      last_datetime: sql.ref('r.changed_at'),
      last_check_datetime: sql.ref('r.last_check_at'),
      next_check_datetime: sql.ref('r.next_check_at'),
    },
  }
}
