import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/pool.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { releaseMessages } from './hold.ts'
import { lockOwners } from './lock-owners.ts'
import { moveMessages } from './move.ts'
import { lockForRetry, queueAgain } from './retry.ts'
import { isRetryable } from './reasons.ts'
import { pendingStatuses, untakenStatuses } from './status.ts'
import { spreadChunk, type MoveTo } from './spread-chunk.ts'
import { cancelMessages, withdrawFromPhones, type Withdrawn } from './withdraw.ts'

/** One change to many messages, done in chunks of short transactions. */
export type Sweep = SweepOfOwner | SweepOfHeld

/** To all messages of a campaign, a flow or a device. */
type SweepOfOwner = (
  | { action: 'cancel'; error: string }
  /** Of a device that is gone: what its phone holds may go out yet. */
  | { action: 'fail'; error: string }
  /** What no phone has taken yet goes to another SIM. */
  | ({ action: 'move' } & MoveTo)
  /** Those that failed are queued again, of some kinds of failure only or of all, as far as `isRetryable` says. */
  | { action: 'retry'; codes?: string[] | null }
) &
  ({ campaign_id: number } | { flow_id: number } | { device_id: number })

/** To all single texts that came back from a backup. */
type SweepOfHeld = { action: 'release_held' } | { action: 'cancel_held'; error: string }

const chunkSize = 5000
/** What has totals of a message. */
const totalled = sql`m.campaign_id, m.flow_id, m.device_id`

/** Does the first chunk within the caller's transaction and leaves the rest to the engine. */
export async function startSweep(
  tx: Tx,
  user_id: number,
  sweep: Sweep,
  now: Date,
): Promise<{ swept: number; withdrawn: Withdrawn[] }> {
  const first = await sweepChunk(tx, user_id, sweep, now, now)
  if (first.swept === chunkSize) {
    await tx
      .insertInto('sweeps')
      .values({
        user_id,
        created_at: now,
        ...sweep,
        ...('to_sims' in sweep && sweep.to_sims ? { to_sims: JSON.stringify(sweep.to_sims) } : {}),
      })
      .execute()
  }
  return first
}

/** One chunk of one unfinished sweep. False when there is none. */
export async function continueSweep(
  db: Db,
  now: Date,
): Promise<{ user_id: number; withdrawn: Withdrawn[] } | false> {
  // The oldest of any account: those of one account build upon each other, and one that fails holds up no other.
  const { rows } = await sql<{ user_id: number; id: number }>`
    select user_id, id
      from (select distinct on (user_id) user_id, id from sweeps order by user_id, created_at, id) oldest
     order by random() limit 1`.execute(db)
  const [open] = rows
  if (!open) return false
  const { user_id, id } = open
  return inTransaction(db, async (tx) => {
    const sweep = await tx
      .selectFrom('sweeps')
      .selectAll()
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!sweep) return false
    // The table's checks keep the combinations that the type names.
    const { swept, withdrawn } = await sweepChunk(
      tx,
      user_id,
      sweep as unknown as Sweep,
      sweep.created_at,
      now,
    )
    if (swept < chunkSize)
      await tx.deleteFrom('sweeps').where('user_id', '=', user_id).where('id', '=', id).execute()
    return { user_id, withdrawn }
  })
}

async function sweepChunk(
  tx: Tx,
  user_id: number,
  sweep: Sweep,
  since: Date,
  now: Date,
): Promise<{ swept: number; withdrawn: Withdrawn[] }> {
  if (sweep.action === 'release_held') {
    return { swept: await releaseMessages(tx, user_id, sql`true`, chunkSize), withdrawn: [] }
  }
  if (sweep.action === 'cancel_held') {
    return cancelChunk(tx, user_id, sql`m.status = 'held'`, sweep.error, now)
  }
  const which = ownerOf(sweep)
  switch (sweep.action) {
    case 'cancel':
      return cancelChunk(tx, user_id, which, sweep.error, now)
    case 'fail':
      return failChunk(tx, user_id, which, sweep.error, now)
    case 'move':
      return moveChunk(tx, user_id, which, sweep)
    case 'retry':
      if (!(await canStillRetry(tx, user_id, sweep))) return { swept: 0, withdrawn: [] }
      return retryChunk(tx, user_id, { which, codes: sweep.codes ?? null, since, now })
  }
}

function ownerOf(sweep: SweepOfOwner): RawBuilder<unknown> {
  // A row of the table has all three columns, two of them null.
  if ('campaign_id' in sweep && sweep.campaign_id) return sql`m.campaign_id = ${sweep.campaign_id}`
  if ('flow_id' in sweep && sweep.flow_id) return sql`m.flow_id = ${sweep.flow_id}`
  return sql`m.device_id = ${(sweep as { device_id: number }).device_id}`
}

async function cancelChunk(
  tx: Tx,
  user_id: number,
  which: RawBuilder<unknown>,
  error: string,
  now: Date,
) {
  const { cancelled, withdrawn } = await cancelMessages(tx, {
    user_id,
    which,
    error,
    now,
    limit: chunkSize,
  })
  return { swept: cancelled, withdrawn }
}

async function failChunk(
  tx: Tx,
  user_id: number,
  which: RawBuilder<unknown>,
  error: string,
  now: Date,
) {
  const pending = sql`
        from messages m
       where m.user_id = ${user_id} and m.status in ${pendingStatuses} and ${which}
       order by m.id limit ${chunkSize}`
  const devices = await findDevicesOfFlows(tx, user_id)
  await lockOwners(tx, user_id, { messages: sql`select ${totalled} ${pending}`, devices })
  // What waits for its flow goes by the device that the flow has by now.
  const goesOn = sql`p.status = 'waiting' and p.flow_device_id <> p.device_id`
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key,
             (select f.device_id from flows f
               where f.user_id = ${user_id} and f.id = m.flow_id and f.deleted_at is null
                 and f.device_id = any(${devices}::bigint[])) as flow_device_id
      ${pending} for update of m`,
    set: sql`
      status = case when ${goesOn} then 'waiting' else 'failed' end::message_status,
      device_id = case when ${goesOn} then p.flow_device_id else m.device_id end,
      error = case when ${goesOn} then null else ${error} end,
      finished_at = case when ${goesOn} then null else ${now}::timestamptz end,
      may_have_gone_out = p.status = 'dispatched'`,
  })
  return { swept: moved.length, withdrawn: await withdrawFromPhones(tx, user_id, moved, now) }
}

/** The devices of flows that somebody waits in. */
async function findDevicesOfFlows(tx: Tx, user_id: number): Promise<number[]> {
  const { rows } = await sql<{ device_id: number }>`
    select distinct f.device_id from flows f
      join devices d on d.user_id = ${user_id} and d.id = f.device_id and d.deleted_at is null
     where f.user_id = ${user_id} and f.deleted_at is null and f.total_waiting > 0`.execute(tx)
  return rows.map(({ device_id }) => device_id)
}

async function moveChunk(tx: Tx, user_id: number, owner: RawBuilder<unknown>, to: MoveTo) {
  const from = to.from_sim_subscription_id ?? null
  const which = from === null ? owner : sql`${owner} and m.sim_subscription_id = ${from}`
  if (to.to_sims) {
    const swept = await spreadChunk(tx, user_id, { which, to: to.to_sims, limit: chunkSize })
    return { swept, withdrawn: [] }
  }
  const elsewhere = sql`
        from messages m
       where m.user_id = ${user_id} and m.status in ${untakenStatuses} and ${which}
         and (m.device_id, m.sim_subscription_id) <> (${to.to_device_id}, ${to.to_sim_subscription_id})
       order by m.id limit ${chunkSize}`
  await lockOwners(tx, user_id, {
    messages: sql`select ${totalled} ${elsewhere}`,
    devices: [to.to_device_id],
  })
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key ${elsewhere} for update of m`,
    set: sql`device_id = ${to.to_device_id}, sim_subscription_id = ${to.to_sim_subscription_id}`,
  })
  return { swept: moved.length, withdrawn: [] }
}

/** False once the campaign has been cancelled or deleted: what was queued then would never leave. */
async function canStillRetry(tx: Tx, user_id: number, sweep: Sweep): Promise<boolean> {
  if (!('campaign_id' in sweep && sweep.campaign_id)) return true
  const campaign = await tx
    .selectFrom('campaigns')
    .select('id')
    .where('user_id', '=', user_id)
    .where('id', '=', sweep.campaign_id)
    .where('status', 'in', ['running', 'paused', 'finished'])
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return campaign !== undefined
}

async function retryChunk(
  tx: Tx,
  user_id: number,
  {
    which,
    codes,
    since,
    now,
  }: { which: RawBuilder<unknown>; codes: string[] | null; since: Date; now: Date },
) {
  const failed = sql`m.finished_at <= ${since} and ${isRetryable(user_id, codes)} and ${which}`
  const { rows } = await sql<{ id: number }>`
    select m.id from messages m where m.user_id = ${user_id} and ${failed}
     order by m.id limit ${chunkSize}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  await lockForRetry(tx, user_id, ids)
  const { rows: locked } = await sql<{ id: number }>`
    select m.id from messages m
     where m.user_id = ${user_id} and m.id = any(${ids}::bigint[]) and ${failed}
     order by m.id for update of m`.execute(tx)
  await queueAgain(
    tx,
    user_id,
    locked.map(({ id }) => id),
    now,
  )
  // As many as were found: those that somebody else queued meanwhile are no sign that none are left.
  return { swept: ids.length, withdrawn: [] }
}
