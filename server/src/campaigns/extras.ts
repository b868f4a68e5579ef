import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Writable } from '../http/stream-json.ts'
import { wireDatetime } from '../http/wire.ts'
import { movesOf } from './allowed.ts'
import type { CampaignExtra } from './extra-keys.ts'
import { findExpected, type Expected } from './expected.ts'
import { restoredHold, sentenceOfHold, type Hold } from './hold.ts'
import type { CampaignRow } from './present.ts'

type Extra = Record<string, Writable>

/** The further keys of some campaigns, by their ids. */
export async function findExtras(
  db: Db,
  user_id: number,
  rows: readonly CampaignRow[],
  { include, now }: { include: ReadonlySet<CampaignExtra>; now: Date },
): Promise<Map<number, Extra>> {
  const progress = include.has('progress')
    ? await findProgress(db, user_id, rows, now)
    : new Map<number, Extra>()
  return new Map(
    rows.map((row) => [
      row.id,
      { ...progress.get(row.id), ...(include.has('moves') ? { moves: movesOf(row, now) } : {}) },
    ]),
  )
}

async function findProgress(db: Db, user_id: number, rows: readonly CampaignRow[], now: Date) {
  const ids = rows.map(({ id }) => id)
  const answers = await countAnswers(db, user_id, ids)
  const running = rows.filter(({ status }) => status === 'running').map(({ id }) => id)
  const expected = running.length > 0 ? await findExpected(db, user_id, now, running) : new Map()
  return new Map(
    rows.map((row) => [row.id, presentProgress(row, answers.get(row.id), expected.get(row.id))]),
  )
}

type Answers = { id: number; replies: number; opted_out: number }

function presentProgress(row: CampaignRow, answers?: Answers, expected?: Expected): Extra {
  const hold = row.held_reason === null ? (expected?.hold ?? null) : restoredHold
  return {
    total_delivered_sms: row.total_delivered,
    total_cancelled_sms: row.total_cancelled,
    total_replies: answers?.replies ?? 0,
    total_opted_out: answers?.opted_out ?? 0,
    rate_per_minute: expected?.rate_per_minute ?? null,
    finish_datetime: wireDatetime(expected?.finish_at ?? null),
    hold: hold && presentHold(hold),
  }
}

/** A hold as the API shows it. */
export function presentHold(hold: Hold) {
  const { reason, until, device_id, device_name, sim_subscription_id } = hold
  return {
    reason,
    title: sentenceOfHold(hold),
    until_datetime: wireDatetime(until),
    device_id,
    device_name,
    sim_subscription_id,
  }
}

/** Of the few who write back there is a row each, which is counted along the key. */
async function countAnswers(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<Map<number, Answers>> {
  const { rows } = await sql<Answers>`
    select campaign_id as id, count(*) as replies, count(opted_out_at) as opted_out
      from campaign_answers where user_id = ${user_id} and campaign_id = any(${ids}::bigint[])
     group by campaign_id`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
