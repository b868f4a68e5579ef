import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { RecurringRunState } from '../db/schema.generated.ts'
import { Datetime, nullable, wireDatetime } from '../http/wire.ts'
import { runStates } from './list.ts'

export const Run = Type.Object({
  id: Type.Integer(),
  recurring_campaign_id: Type.Integer(),
  due_datetime: Datetime,
  status: Type.Enum([...runStates]),
  campaign_id: Type.Integer({ description: '0 when none was launched' }),
  reason: nullable(Type.String({ description: 'Why none was launched' })),
  datetime: Datetime,
})

type Row = {
  id: number
  recurring_campaign_id: number
  due_at: Date
  state: RecurringRunState
  campaign_id: number | null
  reason: string | null
  recorded_at: Date
}

/** The runs of these ids, in no order. */
export async function findRuns(db: Db, user_id: number, ids: readonly number[]): Promise<Row[]> {
  return db
    .selectFrom('recurring_runs')
    .select(['id', 'recurring_campaign_id', 'due_at', 'state', 'campaign_id', 'reason'])
    .select('recorded_at')
    .where('user_id', '=', user_id)
    .where('id', 'in', [...ids])
    .execute()
}

export function presentRun(row: Row) {
  return {
    id: row.id,
    recurring_campaign_id: row.recurring_campaign_id,
    due_datetime: wireDatetime(row.due_at),
    status: row.state,
    campaign_id: row.campaign_id ?? 0,
    reason: row.reason,
    datetime: wireDatetime(row.recorded_at),
  }
}
