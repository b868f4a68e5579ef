import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { findStatistics, type Statistics } from './statistics.ts'

type Asked = { id: number; bucket: number | undefined; now: Date }
type Row = { status: string; total_failed: number; span: number }
type Kept = { of: Row; until: number; found: Promise<Statistics> }

/** What takes longer is kept for a while: pages about a large campaign ask again and again while it is sent. */
const quickMs = 200
/** So that looking takes no more than a tenth of the time. */
const restFactor = 10
const keptMax = 100

/**
 * The statistics of campaigns, for one process: who asks for a large campaign shares a look at it with others. Another
 * status, or a retry, is seen at once.
 */
export function createStatistics(db: Db) {
  const kept = new Map<string, Kept>()
  return async (user_id: number, { id, bucket, now }: Asked): Promise<Statistics> => {
    const row = await findRow(db, user_id, id, now)
    const name = `${user_id} ${id} ${bucket ?? ''}`
    const known = kept.get(name)
    if (known && holds(known, row)) return known.found

    const startedAt = performance.now()
    const found = findStatistics(db, user_id, { id, bucket, span: row.span })
    const one: Kept = { of: row, until: Infinity, found }
    if (kept.size >= keptMax) kept.clear()
    kept.set(name, one)
    try {
      const statistics = await found
      const took = performance.now() - startedAt
      one.until = took < quickMs ? 0 : performance.now() + took * restFactor
      return statistics
    } catch (error) {
      kept.delete(name)
      throw error
    }
  }
}

/** What was sent again is no failure any more. */
function holds({ of, until }: Kept, row: Row): boolean {
  return (
    until > performance.now() && of.status === row.status && of.total_failed <= row.total_failed
  )
}

/** How it stands, and the seconds between its launch and the last text that left, or the present. */
async function findRow(db: Db, user_id: number, id: number, now: Date): Promise<Row> {
  const { rows } = await sql<Row>`
    select status::text as status, total_failed,
           coalesce(extract(epoch from greatest(
             case when status in ('running', 'paused') then ${now}::timestamptz end, finished_at, last_sent_at) - started_at),
             0)::float8 as span
      from campaigns where user_id = ${user_id} and id = ${id}`.execute(db)
  return rows[0] ?? { status: '', total_failed: 0, span: 0 }
}
