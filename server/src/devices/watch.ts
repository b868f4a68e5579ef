import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { wireDatetime } from '../http/wire.ts'
import { writeNotices, type Notice } from '../notices/write.ts'
import { look, type Looked, type Signs, type Watch } from './watch-rule.ts'

type Row = Signs & {
  user_id: number
  device_id: number
  name: string
  wants: boolean
  total_pending: number
  watch: (Omit<Watch, Dates> & { [key in Dates]: string | null }) | null
}
type Dates = 'offline_since' | 'steady_since' | 'watching_since' | 'looked_at'

/**
 * Looks at every phone once: which went offline, which is back. A phone that is paused, drained or was never enrolled is
 * not watched. What is told is written with what is known from now on, so each outage is told once, whatever breaks off.
 */
export async function watchPhones({ db, now }: Context): Promise<void> {
  await inTransaction(db, async (tx) => {
    // One process looks at a time.
    const { rows: locks } = await sql<{ is_ours: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('simcast watch')) as is_ours`.execute(tx)
    if (!locks[0]?.is_ours) return
    const at = now()
    const rows = await findWatched(tx)
    const looked = rows.map((row) => ({
      row,
      ...look(readWatch(row.watch), row, { now: at, wants: row.wants }),
    }))
    await save(tx, looked)
    const told = Map.groupBy(
      looked.filter(({ event }) => event !== null),
      ({ row }) => row.user_id,
    )
    for (const [user_id, ofUser] of told) await writeNotices(tx, user_id, ofUser.map(noticeOf), at)
  })
}

async function findWatched(tx: Tx): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.user_id, d.id as device_id, d.name, 'offline' = any(d.notifications) as wants, d.total_pending,
           greatest(d.last_ping_at, i.enrolled_at) as heard_at, i.streamed_at, i.streaming_since, d.pinged_at,
           to_jsonb(w) - 'user_id' - 'device_id' as watch
      from devices d
      join installations i on i.user_id = d.user_id and i.id = d.installation_id
      left join device_watch w on w.user_id = d.user_id and w.device_id = d.id
     where d.deleted_at is null and not d.is_paused
       and exists (select from sims s where s.user_id = d.user_id and s.device_id = d.id and not s.is_draining)`.execute(
    tx,
  )
  return rows
}

function readWatch(watch: Row['watch']): Watch | undefined {
  if (!watch) return undefined
  const { offline_since, steady_since, watching_since, looked_at } = watch
  return {
    ...watch,
    offline_since: offline_since === null ? null : new Date(offline_since),
    steady_since: steady_since === null ? null : new Date(steady_since),
    // Never null in the table.
    watching_since: new Date(watching_since ?? 0),
    looked_at: new Date(looked_at ?? 0),
  }
}

/** Those that are no longer watched are forgotten: a pause is no outage, and its end no return. */
async function save(tx: Tx, looked: readonly (Looked & { row: Row })[]): Promise<void> {
  const users = sql`${looked.map(({ row }) => row.user_id)}::bigint[]`
  const devices = sql`${looked.map(({ row }) => row.device_id)}::bigint[]`
  await sql`
    delete from device_watch w
     where not exists (select from unnest(${users}, ${devices}) as g (user_id, device_id)
                        where g.user_id = w.user_id and g.device_id = w.device_id)`.execute(tx)
  await sql`
    insert into device_watch (user_id, device_id, is_offline, is_told, offline_since, steady_since, watching_since, looked_at)
    select * from unnest(${users}, ${devices},
      ${looked.map(({ watch }) => watch.is_offline)}::boolean[], ${looked.map(({ watch }) => watch.is_told)}::boolean[],
      ${looked.map(({ watch }) => watch.offline_since)}::timestamptz[],
      ${looked.map(({ watch }) => watch.steady_since)}::timestamptz[],
      ${looked.map(({ watch }) => watch.watching_since)}::timestamptz[],
      ${looked.map(({ watch }) => watch.looked_at)}::timestamptz[])
        on conflict (user_id, device_id) do update
           set is_offline = excluded.is_offline, is_told = excluded.is_told, offline_since = excluded.offline_since,
               steady_since = excluded.steady_since, watching_since = excluded.watching_since,
               looked_at = excluded.looked_at`.execute(tx)
}

function noticeOf({ row, watch, event }: Looked & { row: Row }): Notice {
  const subject = {
    subject_type: 'device',
    subject_id: row.device_id,
    subject_name: row.name,
  } as const
  if (event === 'offline') {
    const details = {
      last_heard: wireDatetime(watch.offline_since),
      pending: row.total_pending,
    }
    return { kind: 'phone_offline', ...subject, details }
  }
  const since = row.watch?.offline_since
  const details = { offline_since: since ? wireDatetime(new Date(since)) : null }
  return { kind: 'phone_back', ...subject, details }
}
