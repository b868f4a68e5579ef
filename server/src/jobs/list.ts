import { sql, type SqlBool } from 'kysely'
import { choiceFilter } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'

/** What lists of jobs are filtered and ordered by. */
export function jobList(user_id: number): ListSpec {
  const is = (column: string, word: string) => sql<SqlBool>`${sql.ref(`j.${column}`)} = ${word}`
  const status = (word: string) => sql<SqlBool>`j.status = ${sql.lit(word)}`
  return {
    from: sql`
      (select id, kind, status, created_at, finished_at from jobs where user_id = ${user_id}) j`,
    id: sql.ref<number>('j.id'),
    search: {},
    filters: {
      kind: choiceFilter(
        { bulk: is('kind', 'bulk'), export: is('kind', 'export') },
        'A change to many, or a file',
      ),
      status: choiceFilter(
        {
          waiting: status('waiting'),
          running: status('running'),
          finished: status('finished'),
          failed: status('failed'),
          cancelled: status('cancelled'),
          open: sql<SqlBool>`j.status in ('waiting', 'running')`,
        },
        'How far it is; `open` is waiting or running',
      ),
    },
    orders: {
      id: { by: sql.ref('j.id') },
      datetime: { by: sql.ref('j.created_at') },
      finished_datetime: { by: sql.ref('j.finished_at'), isNullable: true },
    },
    datetimes: { datetime: sql.ref('j.created_at') },
  }
}
