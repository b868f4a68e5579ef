import { sql, type SqlBool } from 'kysely'
import { choiceFilter, flagFilter, searchIn } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'

/** What lists of imports are searched, filtered and ordered by. */
export function importList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`i.${name}`) })
  const status = (name: string) => sql<SqlBool>`i.status = ${name}`
  return {
    from: sql`
      (select id, status, dry_run, file_taken_by, file_name_folded, total_rows, created_at, finished_at
         from imports where user_id = ${user_id} and status <> 'receiving') i`,
    id: sql.ref<number>('i.id'),
    search: { file_name: searchIn(sql.ref('i.file_name_folded')) },
    filters: {
      status: choiceFilter(
        {
          processing: status('processing'),
          finished: status('finished'),
          failed: status('failed'),
          cancelled: status('cancelled'),
        },
        'How far it is',
      ),
      dry_run: flagFilter(sql<boolean>`i.dry_run`, 'Whether it only says what would be'),
      is_taken: flagFilter(
        sql<boolean>`(i.file_taken_by is not null)`,
        'Whether another import goes on with its file',
      ),
    },
    orders: {
      id: column('id'),
      import_id: column('id'),
      file_name: { ...column('file_name_folded'), isNullable: true },
      total_rows: column('total_rows'),
      datetime: column('created_at'),
      finished_datetime: { ...column('finished_at'), isNullable: true },
    },
    datetimes: { datetime: sql.ref('i.created_at'), finished_datetime: sql.ref('i.finished_at') },
  }
}
