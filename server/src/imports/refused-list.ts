import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { listParameters } from '../http/list-route.ts'
import {
  findPage,
  inOrder,
  pageFrame,
  PageLinks,
  PageMeta,
  readListQuery,
  type ListSpec,
} from '../http/list.ts'
import { findLayout } from './refused.ts'

const RefusedRow = Type.Object({
  line: Type.Integer({ description: 'Where it stands in the file' }),
  reason: Type.String(),
  cells: Type.Array(Type.String(), { description: 'By the columns of the import' }),
})

export const RefusedPage = Type.Object({
  data: Type.Array(RefusedRow),
  meta: PageMeta,
  links: PageLinks,
})

export const refusedParameters = listParameters(refusedList({ user_id: 0, id: 0 }))

/** Whether a page of rows is wanted in place of the file. */
export function wantsJson({ headers }: FastifyRequest): boolean {
  const [kind] = (headers.accept ?? '').split(/[,;]/)
  return kind?.trim().toLowerCase() === 'application/json'
}

/** A page of the refused rows of an import. */
export async function findRefusedPage(
  db: Db,
  one: { user_id: number; id: number },
  { query, address }: { query: URLSearchParams; address: string },
) {
  const spec = refusedList(one)
  const list = readListQuery(spec, query)
  const { ids: lines, total } = await findPage(db, spec, list)
  const { cellsOf } = await findLayout(db, one)
  const { rows } = await sql<{ id: number; reason: string; row: string }>`
    select line as id, reason, row from import_refused_rows
     where user_id = ${one.user_id} and import_id = ${one.id} and line = any(${lines}::bigint[])`.execute(
    db,
  )
  return {
    data: inOrder(lines, rows).map(({ id, reason, row }) => ({
      line: id,
      reason,
      cells: cellsOf(row),
    })),
    ...pageFrame(address, query, list, total),
  }
}

function refusedList({ user_id, id }: { user_id: number; id: number }): ListSpec {
  return {
    from: sql`
      (select line from import_refused_rows where user_id = ${user_id} and import_id = ${id}) r`,
    id: sql.ref<number>('r.line'),
    search: {},
    filters: {},
    orders: { line: { by: sql.ref('r.line') } },
    defaultOrder: 'line',
    datetimes: {},
  }
}
