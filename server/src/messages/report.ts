import { sql, type RawBuilder } from 'kysely'
import { named, type Db } from '../db/pool.ts'
import { inTransaction, untilNotInTheWay, type Tx } from '../db/transaction.ts'
import { lockOwners, lockOwnersFirst } from './lock-owners.ts'
import { moveMessages, type Moved } from './move.ts'
import {
  mergeReport,
  type Merged,
  type MessageStatus,
  type PhoneReport,
  type Standing,
} from './status.ts'
import { applyStrays } from './strays.ts'
import { endingWithdrawals } from './withdraw.ts'

type Row = Standing & {
  id: number
  device_id: number
  campaign_id: number | null
  flow_id: number | null
  handover_key: number | null
}

/** What a message was when the reports about it were read, and what they make of it. */
type Change = Standing & { row: Row; again: boolean }

type MergedReports = {
  changes: Change[]
  /** The phone said again what we knew. */
  unchanged: Row[]
  /** Under a wire id that is not a row's present one. */
  strays: PhoneReport[]
}

/** What became of a batch of reports: devices whose phone holds fewer messages now, and by how many. */
export type Reported = {
  finished: Map<number, number>
  withdrawn: { device_id: number; wire_id: string }[]
}

const finalStates: ReadonlySet<MessageStatus> = new Set([
  'sent',
  'delivered',
  'failed',
  'cancelled',
])

/**
 * Merges the reports of one account's phones into their messages. Repeats, late and out-of-order reports change nothing
 * that is known better; a report about a message whose row is gone still reaches the totals.
 *
 * Nearly all of them are about messages that nobody else is changing. These are read without a lock and written by one
 * statement, each where it still is as it was read: two round trips in place of seven. The rest takes its locks first.
 */
export async function applyReports(
  db: Db,
  user_id: number,
  reports: readonly PhoneReport[],
  now: Date,
): Promise<Reported> {
  const rows = await readMessages(db, user_id, reports, { lock: false })
  const merged = mergeReports(rows, reports, now)
  const changes = merged.changes.filter(({ again }) => !again)
  const { unchanged } = merged
  const moved = await untilNotInTheWay(() =>
    saveUnlocked(db, user_id, { reports, changes, unchanged, now }),
  )
  const saved = new Set(moved.map(({ id }) => id))
  const finished = countFinished(moved)
  const left = new Set(merged.changes.map(({ row }) => row.id).filter((id) => !saved.has(id)))
  const rest = reports.filter(({ id }) => left.has(id)).concat(merged.strays)
  if (rest.length === 0) return { finished, withdrawn: [] }

  const { moved: movedLater, withdrawn } = await inTransaction(db, (tx) =>
    applyLocked(tx, user_id, rest, now),
  )
  return { finished: countFinished([...moved, ...movedLater]), withdrawn }
}

/** The same under locks: for messages that somebody else has just changed, and for what happens seldom. */
async function applyLocked(tx: Tx, user_id: number, reports: readonly PhoneReport[], now: Date) {
  const ids = [...new Set(reports.map(({ id }) => id))]
  await lockOwners(tx, user_id, { messages: leftOrRemoved(user_id, ids) })
  const rows = await readMessages(tx, user_id, reports, { lock: true })
  const { changes, unchanged, strays } = mergeReports(rows, reports, now)
  const again = changes.filter((change) => change.again).map(({ row }) => row.id)
  if (again.length > 0) await keepPastHandovers(tx, user_id, again)
  const moved =
    changes.length === 0
      ? []
      : await moveMessages(tx, user_id, { picked: pickChanges(user_id, changes), set: setTo(now) })
  const asked = unchanged.map(({ id }) => id)
  if (asked.length > 0) await sql`${answering(user_id, asked, now)}`.execute(tx)
  const withdrawn = strays.length > 0 ? await applyStrays(tx, user_id, strays, now) : []
  return { moved, withdrawn }
}

const leftOrRemoved = (user_id: number, ids: readonly number[]) => sql`
  select m.campaign_id, m.flow_id, m.device_id from messages m
   where m.user_id = ${user_id} and m.id = any(${ids}::bigint[])
  union all
  select r.campaign_id, r.flow_id, r.device_id from removed_messages r
   where r.user_id = ${user_id} and r.message_id = any(${ids}::bigint[])`

async function readMessages(
  db: Db | Tx,
  user_id: number,
  reports: readonly PhoneReport[],
  { lock }: { lock: boolean },
): Promise<Map<number, Row>> {
  const ids = [...new Set(reports.map(({ id }) => id))]
  const { rows } = await sql<Row>`${named}
    select id, device_id, campaign_id, flow_id, handover_key, status, phone_state, dispatched_at, sent_at, delivered_at,
           may_have_gone_out, error, parts, valid_until, requeues
      from messages where user_id = ${user_id} and id = any(${ids}::bigint[])
     order by id ${lock ? sql`for update` : sql``}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Several reports about one message are merged one after the other. */
function mergeReports(
  rows: Map<number, Row>,
  reports: readonly PhoneReport[],
  now: Date,
): MergedReports {
  const changes = new Map<number, Change>()
  const answered = new Map<number, Row>()
  const strays: PhoneReport[] = []
  for (const report of reports) {
    const row = rows.get(report.id)
    if (!row || row.handover_key !== report.handover_key || row.device_id !== report.device_id) {
      strays.push(report)
      continue
    }
    answered.set(row.id, row)
    const known = changes.get(row.id) ?? { ...row, row, again: false }
    const change = toChange(known, mergeReport(known, report, now))
    if (change) changes.set(row.id, change)
  }
  const unchanged = [...answered.values()].filter(({ id }) => !changes.has(id))
  return { changes: [...changes.values()], unchanged, strays }
}

function toChange(known: Change, merged: Merged): Change | undefined {
  if (merged === undefined) return undefined
  if (merged === 'again') return { ...known, again: true, status: 'queued', phone_state: null }
  return { ...known, ...merged, again: false }
}

/**
 * One statement that writes the changes of those messages that still are as they were read, with their totals, and ends
 * what their phones were still to be told. Answers what it moved.
 */
async function saveUnlocked(
  db: Db,
  user_id: number,
  what: {
    reports: readonly PhoneReport[]
    changes: readonly Change[]
    unchanged: readonly Row[]
    now: Date
  },
): Promise<Moved[]> {
  const { reports, changes, unchanged, now } = what
  const rows = changes.map(({ row }) => row)
  const asked = unchanged.map(({ id }) => id)
  return moveMessages(db, user_id, {
    first: lockOwnersFirst(user_id, rows),
    picked: sql`
      select g.* from (${pickChanges(user_id, changes)}) g
       where (select count(*) from locked_devices) is not null`,
    // Read again once the row is locked: whoever was faster is not overwritten.
    asLongAs: sql`
      m.status = p.status and m.handover_key = p.handover_key
      and (m.phone_state, m.sent_at, m.delivered_at, m.may_have_gone_out, m.error)
          is not distinct from (p.was_phone_state, p.was_sent_at, p.was_delivered_at, p.was_may_have_gone_out, p.was_error)`,
    set: setTo(now),
    also: sql`
      asked as (${answering(user_id, asked, now)}),
      ended as (${endingWithdrawals(user_id, reports)})`,
  })
}

/** What `moveMessages` is to pick: each message with what it becomes, and what it was when it was read. */
function pickChanges(user_id: number, changes: readonly Change[]): RawBuilder<unknown> {
  const rows = changes.map(({ row }) => row)
  return sql`
    select m.id, g.was as status, m.device_id, m.installation_id, g.handover_key,
           g.was_phone_state, g.was_sent_at, g.was_delivered_at, g.was_may_have_gone_out, g.was_error,
           g.status as new_status, g.phone_state, g.sent_at, g.delivered_at, g.may_have_gone_out, g.error, g.again,
           ${presentSim(user_id, sql`g.again`)}
      from unnest(${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ handover_key }) => handover_key)}::bigint[],
                  ${rows.map(({ status }) => status)}::message_status[], ${rows.map((row) => row.phone_state)}::phone_state[],
                  ${rows.map((row) => row.sent_at)}::timestamptz[], ${rows.map((row) => row.delivered_at)}::timestamptz[],
                  ${rows.map((row) => row.may_have_gone_out)}::boolean[], ${rows.map((row) => row.error)}::text[],
                  ${changes.map(({ status }) => status)}::message_status[],
                  ${changes.map((change) => change.phone_state)}::phone_state[],
                  ${changes.map((change) => change.sent_at)}::timestamptz[],
                  ${changes.map((change) => change.delivered_at)}::timestamptz[],
                  ${changes.map((change) => change.may_have_gone_out)}::boolean[],
                  ${changes.map((change) => change.error)}::text[], ${changes.map((change) => change.again)}::boolean[])
             as g (id, handover_key, was, was_phone_state, was_sent_at, was_delivered_at, was_may_have_gone_out, was_error,
                   status, phone_state, sent_at, delivered_at, may_have_gone_out, error, again)
      join messages m on m.user_id = ${user_id} and m.id = g.id
      ${joinOwners(user_id)}`
}

const setTo = (now: Date) => sql`
  device_id = case when p.again then p.present_device_id else m.device_id end,
  sim_subscription_id = case when p.again then p.present_sim else m.sim_subscription_id end,
  status = p.new_status, phone_state = p.phone_state, sent_at = p.sent_at, delivered_at = p.delivered_at,
  may_have_gone_out = p.may_have_gone_out, error = p.error, answered_at = ${now}::timestamptz,
  handover_key = case when p.again then null else m.handover_key end,
  installation_id = case when p.again then null else m.installation_id end,
  requeues = case when p.again then coalesce(m.requeues, 0) + 1 else m.requeues end,
  finished_at = case when p.new_status in ('queued', 'dispatched') then null
                     else coalesce(m.finished_at, ${now}::timestamptz) end`

/** The phone is alive and holds them still. */
const answering = (user_id: number, ids: readonly number[], now: Date) => sql`
  update messages set answered_at = ${now}::timestamptz
   where user_id = ${user_id} and id = any(${ids}::bigint[]) and status = 'dispatched'`

function countFinished(moved: readonly Moved[]): Map<number, number> {
  const finished = new Map<number, number>()
  for (const { was_device_id: device_id, was, status } of moved) {
    if (was !== 'dispatched' || !(finalStates.has(status) || status === 'queued')) continue
    finished.set(device_id, (finished.get(device_id) ?? 0) + 1)
  }
  return finished
}

/**
 * The device and SIM that a message goes by now: its campaign or flow may have been moved since it was handed over. One
 * of a campaign with several SIMs stays where it is, if that is one of them; what names a SIM that is being drained goes
 * to its heir. Only asked where `when` holds.
 */
export const presentSim = (user_id: number, when: RawBuilder<unknown> = sql`true`) => {
  const stays = sql`
    m.campaign_id is not null
    and coalesce((select true from campaign_sims s
                   where s.user_id = ${user_id} and s.campaign_id = m.campaign_id and s.device_id = m.device_id
                     and s.sim_subscription_id = m.sim_subscription_id), false)`
  const device = sql`case when ${stays} then m.device_id else coalesce(c.device_id, f.device_id, m.device_id) end`
  const sim = sql`
    case when ${stays} then m.sim_subscription_id
         else coalesce(c.sim_subscription_id, f.sim_subscription_id, m.sim_subscription_id) end`
  const heir = (column: string) => sql`
    (select ${sql.ref(`s.${column}`)} from sims s
      where s.user_id = ${user_id} and s.device_id = ${device} and s.subscription_id = ${sim} and s.is_draining)`
  return sql`
    case when ${when} then coalesce(${heir('heir_device_id')}, ${device}) else m.device_id end as present_device_id,
    case when ${when} then coalesce(${heir('heir_sim_subscription_id')}, ${sim})
         else m.sim_subscription_id end as present_sim`
}

/** The campaign `c` or the flow `f` of a message `m`. */
export const joinOwners = (user_id: number) => sql`
  left join campaigns c on c.user_id = ${user_id} and c.id = m.campaign_id
  left join flows f on f.user_id = ${user_id} and f.id = m.flow_id`

/** Remembers wire ids that are about to be replaced, since their phone may still report about them. */
export async function keepPastHandovers(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
): Promise<void> {
  await sql`
    insert into past_handovers (user_id, message_id, handover_key, installation_id, dispatched_at)
    select user_id, id, handover_key, installation_id, dispatched_at from messages
     where user_id = ${user_id} and id = any(${ids}::bigint[]) and handover_key is not null
        on conflict do nothing`.execute(tx)
}
