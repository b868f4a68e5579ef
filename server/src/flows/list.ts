import { sql } from 'kysely'
import { flagFilter, searchIn } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'
import { segmentFilter } from '../segments/segment-filter.ts'

/** What lists of flows are searched, filtered and ordered by. */
export function flowList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`f.${name}`) })
  const nullable = (name: string) => ({ by: sql.ref(`f.${name}`), isNullable: true })
  return {
    from: sql`
      (select id, name_folded, content_folded, segment_id, is_enabled, total_sent, total_pending, total_failed,
              last_sent_at, changed_at, created_at
         from flows where user_id = ${user_id} and deleted_at is null) f`,
    id: sql.ref<number>('f.id'),
    search: {
      name: searchIn(sql.ref('f.name_folded')),
      content: searchIn(sql.ref('f.content_folded')),
    },
    filters: {
      segment: segmentFilter(sql.ref('f.segment_id'), 'Who can enter it'),
      is_enabled: flagFilter(sql.ref<boolean>('f.is_enabled'), 'Whether it takes contacts'),
    },
    orders: {
      id: column('id'),
      flow_id: column('id'),
      name: column('name_folded'),
      last_sent_datetime: nullable('last_sent_at'),
      datetime: column('created_at'),
      last_datetime: nullable('changed_at'),
      total_sent_sms: column('total_sent'),
      total_pending_sms: column('total_pending'),
      total_failed_sms: column('total_failed'),
    },
    datetimes: {
      datetime: sql.ref('f.created_at'),
      last_datetime: sql.ref('f.changed_at'),
      last_sent_datetime: sql.ref('f.last_sent_at'),
    },
  }
}
