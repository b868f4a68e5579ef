import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { disarmFormula, joinCells } from '../lib/csv.ts'
import { inOrder, type ListQuery, type ListSpec } from './list.ts'

/** What a list looks like as a file. */
export type CsvOfList<Row> = { columns: readonly string[]; cells: (row: Row) => (string | null)[] }

const rowsAtOnce = 1000

/** Whether a file is wanted in place of a page. */
export function wantsCsv({ headers }: FastifyRequest): boolean {
  const kinds = (headers.accept ?? '').split(',').map((kind) => kind.split(';')[0]?.trim())
  return kinds.some((kind) => kind?.toLowerCase() === 'text/csv')
}

/**
 * Answers with all rows of a list, oldest first, whatever page was asked for. They go out as they are read, by short
 * statements; a failure midway breaks the connection off, so that half a file never looks whole.
 */
export function sendCsv<Row extends { id: number }>(
  reply: FastifyReply,
  file: CsvOfList<Row> & {
    name: string
    spec: Pick<ListSpec, 'from' | 'id'>
    query: Pick<ListQuery, 'where'>
    db: Db
    load: (ids: number[]) => Promise<Row[]>
  },
): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${file.name}.csv"`)
    .send(Readable.from(writeRows(file), { objectMode: false }))
}

async function* writeRows<Row extends { id: number }>({
  columns,
  cells,
  spec,
  query,
  db,
  load,
}: Parameters<typeof sendCsv<Row>>[1]): AsyncGenerator<string> {
  yield `${joinCells(columns)}\r\n`
  for (let after = 0; ;) {
    const { rows } = await sql<{ id: number }>`
      select ${spec.id} as id from ${spec.from} where ${query.where} and ${spec.id} > ${after}
       order by ${spec.id} limit ${rowsAtOnce}`.execute(db)
    const ids = rows.map(({ id }) => id)
    const last = ids.at(-1)
    if (last === undefined) return
    yield inOrder(ids, await load(ids))
      .map((row) => `${joinCells(cells(row).map((cell) => disarmFormula(cell ?? '')))}\r\n`)
      .join('')
    after = last
  }
}
