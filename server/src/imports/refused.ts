import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import type { Db } from '../db/pool.ts'
import { disarmFormula, joinCells } from '../lib/csv.ts'
import { splitCells } from './cells.ts'
import type { Column } from './examine.ts'
import { refusedColumns } from './mapping.ts'

const rowsAtOnce = 2000

/**
 * Answers with the refused rows as a CSV that can be corrected and imported again: the line, the reason, and the row in
 * its own columns. It goes out as it is read, by short statements; a failure midway breaks the connection off.
 */
export async function sendRefused(
  reply: FastifyReply,
  db: Db,
  { user_id, id }: { user_id: number; id: number },
): Promise<FastifyReply> {
  const { names, cellsOf } = await findLayout(db, { user_id, id })
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="import-${id}-refused.csv"`)
    .send(Readable.from(writeRefused(db, { user_id, id }, names, cellsOf), { objectMode: false }))
}

/** How the refused rows of an import are cut into cells, and what those are called. A row of JSON stays one cell. */
export async function findLayout(
  db: Db,
  { user_id, id }: { user_id: number; id: number },
): Promise<{ names: string[]; cellsOf: (row: string) => string[] }> {
  const { columns, delimiter } = await db
    .selectFrom('imports')
    .select(['columns', 'delimiter'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (delimiter === null) return { names: ['row'], cellsOf: (row) => [row] }
  // Written by us, in this shape.
  const names = (columns as Column[]).map(({ name }) => name)
  return { names, cellsOf: (row) => splitCells(row, delimiter) }
}

async function* writeRefused(
  db: Db,
  { user_id, id }: { user_id: number; id: number },
  names: readonly string[],
  cellsOf: (row: string) => string[],
): AsyncGenerator<string> {
  yield `${joinCells([...refusedColumns, ...names].map(disarmFormula))}\r\n`
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('import_refused_rows')
      .select(['line', 'reason', 'row'])
      .where('user_id', '=', user_id)
      .where('import_id', '=', id)
      .where('line', '>', after)
      .orderBy('line')
      .limit(rowsAtOnce)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows
      .map(
        ({ line, reason, row }) =>
          `${line},${joinCells([reason, ...cellsOf(row)].map(disarmFormula))}\r\n`,
      )
      .join('')
    after = last.line
  }
}
