import { sql, type SqlBool } from 'kysely'
import { choiceFilter, searchIn } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'

/** What lists of segments are searched, filtered and ordered by. */
export function segmentList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`s.${name}`) })
  return {
    from: sql`
      (select id, name_folded, type, total_contacts, changed_at, created_at
         from segments where user_id = ${user_id} and deleted_at is null) s`,
    id: sql.ref<number>('s.id'),
    search: { name: searchIn(sql.ref('s.name_folded')) },
    filters: {
      type: choiceFilter(
        {
          bulk: sql<SqlBool>`s.type = 'bulk'`,
          custom: sql<SqlBool>`s.type = 'custom'`,
          filter: sql<SqlBool>`s.type = 'filter'`,
        },
        'The type of segment',
      ),
    },
    orders: {
      id: column('id'),
      segment_id: column('id'),
      name: column('name_folded'),
      datetime: column('created_at'),
      last_datetime: { ...column('changed_at'), isNullable: true },
      total_contacts: {
        // Counted one by one: joined to their counts, a plan for few segments counted all members for each of them.
        by: sql`
          (case when s.type = 'filter' then s.total_contacts
                else (select count(*) from segment_members m
                       where m.user_id = ${user_id} and m.segment_id = s.id) end)`,
      },
    },
    datetimes: { datetime: sql.ref('s.created_at'), last_datetime: sql.ref('s.changed_at') },
  }
}
