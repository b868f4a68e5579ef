import { sql, type RawBuilder } from 'kysely'
import { searchIn } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'
import { statusOf } from './online.ts'

/** What devices are searched and ordered by. */
export function deviceList(user_id: number, now: Date): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`d.${name}`) })
  const nullable = (name: string) => ({ by: sql.ref(`d.${name}`), isNullable: true })
  const own = sql`(select * from devices where user_id = ${user_id} and deleted_at is null) d`
  return {
    from: own,
    id: sql.ref<number>('d.id'),
    search: { name: searchIn(sql.ref('d.name_folded')) },
    filters: {},
    orders: {
      id: column('id'),
      device_id: column('id'),
      name: column('name_folded'),
      last_ping_datetime: nullable('last_ping_at'),
      last_sent_datetime: nullable('last_sent_at'),
      last_received_datetime: nullable('last_received_at'),
      datetime: column('created_at'),
      last_datetime: nullable('changed_at'),
      total_sent_sms: column('total_sent'),
      total_pending_sms: column('total_pending'),
      total_failed_sms: column('total_failed'),
      total_received_sms: column('total_received'),
      attention: {
        by: attention(now),
        from: sql`${own} left join installations i on i.user_id = d.user_id and i.id = d.installation_id`,
      },
    },
    datetimes: {
      datetime: sql.ref('d.created_at'),
      last_datetime: sql.ref('d.changed_at'),
      last_ping_datetime: sql.ref('d.last_ping_at'),
      last_sent_datetime: sql.ref('d.last_sent_at'),
      last_received_datetime: sql.ref('d.last_received_at'),
    },
  }
}

/** Grows with the need to look at a device: one that is offline, one that is held, then how much waits. */
const attention = (now: Date): RawBuilder<number> => sql`
  case ${statusOf(now)} when 'offline' then 2e15 when 'paused' then 1e15 when 'draining' then 1e15 else 0 end + d.total_pending`
