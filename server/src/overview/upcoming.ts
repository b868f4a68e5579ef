import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { refreshTotals } from '../segments/totals.ts'

/** What will be sent by itself in the next days. */
export type Upcoming = {
  type: 'campaign' | 'recurring_campaign'
  id: number
  name: string
  at: Date
  /** About how many contacts; null where they would have to be counted by a filter. */
  total: number | null
}

const daysAhead = 7
const shown = 20

type Row = Upcoming & { is_to_all: boolean; segment_id: number | null }

/** The next of them, soonest first. Totals of segments are counted again where they are older than their list may show. */
export async function findUpcoming(db: Db, user_id: number, now: Date): Promise<Upcoming[]> {
  const due = await readUpcoming(db, user_id, now)
  const segments = due.flatMap(({ segment_id }) => segment_id ?? [])
  if (segments.length > 0) await refreshTotals(db, user_id, now, segments)
  const rows = segments.length > 0 ? await readUpcoming(db, user_id, now) : due
  const all = rows.some(({ is_to_all }) => is_to_all) ? await countContacts(db, user_id) : null
  return rows.map(({ type, id, name, at, total, is_to_all }) => ({
    type,
    id,
    name,
    at,
    total: is_to_all ? all : total,
  }))
}

async function readUpcoming(db: Db, user_id: number, now: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select u.type, u.id, u.name, u.at, u.is_to_all, u.segment_id,
           case when u.segment_id is not null then
                  (select g.total_contacts from segments g where g.user_id = ${user_id} and g.id = u.segment_id)
                when u.is_chosen then
                  (select sum(cardinality(a.contact_ids))::bigint from campaign_audiences a
                    where a.user_id = ${user_id} and a.campaign_id = u.id and a.kind = 'chosen') end as total
      from (select 'campaign' as type, k.id, k.name, k.scheduled_at as at, k.segment_id,
                   k.audience_type = 'all' as is_to_all, k.audience_type in ('custom', 'bulk') as is_chosen
              from campaigns k
             where k.user_id = ${user_id} and k.status = 'scheduled' and k.deleted_at is null
            union all
            select 'recurring_campaign', r.id, r.name, r.next_run_at, r.segment_id, r.segment_id is null, false
              from recurring_campaigns r
             where r.user_id = ${user_id} and r.next_run_at is not null and r.held_reason is null and r.deleted_at is null) u
     where u.at < ${now}::timestamptz + make_interval(days => ${daysAhead})
     order by u.at, u.type, u.id limit ${shown}`.execute(db)
  return rows
}

/** Along an index it takes 100 ms for a million, and an overview is asked for by every page. */
const countedMs = 60_000
const accountsMax = 1000
const counts = new WeakMap<Db, Map<number, { total: number; until: number }>>()

async function countContacts(db: Db, user_id: number): Promise<number> {
  const ofDb = counts.get(db) ?? new Map<number, { total: number; until: number }>()
  counts.set(db, ofDb)
  const known = ofDb.get(user_id)
  if (known && known.until > Date.now()) return known.total
  const { total } = await db
    .selectFrom('contacts')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('user_id', '=', user_id)
    .executeTakeFirstOrThrow()
  if (ofDb.size >= accountsMax) ofDb.clear()
  ofDb.set(user_id, { total, until: Date.now() + countedMs })
  return total
}

const runningShown = 50

/** The campaigns that are under way, the newest first. */
export async function findRunning(db: Db, user_id: number): Promise<number[]> {
  const rows = await db
    .selectFrom('campaigns')
    .select('id')
    .where('user_id', '=', user_id)
    .where('status', '=', 'running')
    .where('deleted_at', 'is', null)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(runningShown)
    .execute()
  return rows.map(({ id }) => id)
}
