import { sql } from 'kysely'
import { searchIn } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'

/** What lists of templates are searched and ordered by. */
export function templateList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`t.${name}`) })
  return {
    from: sql`
      (select id, name_folded, content_folded, changed_at, created_at
         from templates where user_id = ${user_id}) t`,
    id: sql.ref<number>('t.id'),
    search: {
      name: searchIn(sql.ref('t.name_folded')),
      content: searchIn(sql.ref('t.content_folded')),
    },
    filters: {},
    orders: {
      id: column('id'),
      template_id: column('id'),
      name: column('name_folded'),
      datetime: column('created_at'),
      last_datetime: { ...column('changed_at'), isNullable: true },
    },
    datetimes: { datetime: sql.ref('t.created_at'), last_datetime: sql.ref('t.changed_at') },
  }
}
