import { sql } from 'kysely'
import { named } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { lockOwners } from './lock-owners.ts'
import { moveMessages } from './move.ts'
import {
  mergeReport,
  type Merged,
  type MessageStatus,
  type Report,
  type Standing,
} from './status.ts'
import { endWithdrawals, withdrawFromPhones } from './withdraw.ts'

export type PhoneReport = Report & {
  /** The device whose token the report came with. */
  device_id: number
  id: number
  handover_key: number
}

type Row = Standing & { id: number; device_id: number; handover_key: number | null }

type Change = Standing & { id: number; again: boolean }

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
 */
export async function applyReports(
  tx: Tx,
  user_id: number,
  reports: readonly PhoneReport[],
  now: Date,
): Promise<Reported> {
  const ids = [...new Set(reports.map(({ id }) => id))]
  await lockOwners(tx, user_id, { messages: leftOrRemoved(user_id, ids) })
  const rows = await lockMessages(tx, user_id, ids)
  const changes = new Map<number, Change>()
  const strays: PhoneReport[] = []
  const answered = new Set<number>()
  for (const report of reports) {
    const row = rows.get(report.id)
    if (!row || row.handover_key !== report.handover_key || row.device_id !== report.device_id) {
      strays.push(report)
      continue
    }
    answered.add(row.id)
    const known = changes.get(row.id) ?? { ...row, again: false }
    const change = toChange(known, mergeReport(known, report, now))
    if (change) changes.set(row.id, change)
  }
  const finished = await saveChanges(tx, user_id, [...changes.values()], now)
  await markAnswered(
    tx,
    user_id,
    [...answered].filter((id) => !changes.has(id)),
    now,
  )
  await endWithdrawals(tx, user_id, reports)
  const withdrawn = strays.length > 0 ? await applyStrays(tx, user_id, strays, now) : []
  return { finished, withdrawn }
}

const leftOrRemoved = (user_id: number, ids: readonly number[]) => sql`
  select m.campaign_id, m.flow_id, m.device_id from messages m
   where m.user_id = ${user_id} and m.id = any(${ids}::bigint[])
  union all
  select r.campaign_id, r.flow_id, r.device_id from removed_messages r
   where r.user_id = ${user_id} and r.message_id = any(${ids}::bigint[])`

async function lockMessages(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
): Promise<Map<number, Row>> {
  const { rows } = await sql<Row>`${named}
    select id, device_id, handover_key, status, phone_state, dispatched_at, sent_at, delivered_at, may_have_gone_out, error
      from messages where user_id = ${user_id} and id = any(${ids}::bigint[])
     order by id for update`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

function toChange(known: Change, merged: Merged): Change | undefined {
  if (merged === undefined) return undefined
  if (merged === 'again') return { ...known, again: true, status: 'queued', phone_state: null }
  return { ...known, ...merged, again: false }
}

async function saveChanges(
  tx: Tx,
  user_id: number,
  changes: readonly Change[],
  now: Date,
): Promise<Map<number, number>> {
  const finished = new Map<number, number>()
  if (changes.length === 0) return finished
  const again = changes.filter((change) => change.again).map(({ id }) => id)
  if (again.length > 0) await keepPastHandovers(tx, user_id, again)
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key,
             g.status as new_status, g.phone_state, g.sent_at, g.delivered_at, g.may_have_gone_out, g.error, g.again,
             ${presentSim}
        from unnest(${changes.map(({ id }) => id)}::bigint[], ${changes.map(({ status }) => status)}::message_status[],
                    ${changes.map((change) => change.phone_state)}::phone_state[],
                    ${changes.map((change) => change.sent_at)}::timestamptz[],
                    ${changes.map((change) => change.delivered_at)}::timestamptz[],
                    ${changes.map((change) => change.may_have_gone_out)}::boolean[],
                    ${changes.map((change) => change.error)}::text[], ${changes.map((change) => change.again)}::boolean[])
               as g (id, status, phone_state, sent_at, delivered_at, may_have_gone_out, error, again)
        join messages m on m.user_id = ${user_id} and m.id = g.id
        ${joinOwners(user_id)}`,
    set: sql`
      device_id = case when p.again then p.present_device_id else m.device_id end,
      sim_subscription_id = case when p.again then p.present_sim else m.sim_subscription_id end,
      status = p.new_status, phone_state = p.phone_state, sent_at = p.sent_at, delivered_at = p.delivered_at,
      may_have_gone_out = p.may_have_gone_out, error = p.error, answered_at = ${now}::timestamptz,
      handover_key = case when p.again then null else m.handover_key end,
      installation_id = case when p.again then null else m.installation_id end,
      finished_at = case when p.new_status in ('queued', 'dispatched') then null else coalesce(m.finished_at, ${now}::timestamptz) end`,
  })
  for (const { was_device_id: device_id, was, status } of moved) {
    if (was !== 'dispatched' || !(finalStates.has(status) || status === 'queued')) continue
    finished.set(device_id, (finished.get(device_id) ?? 0) + 1)
  }
  return finished
}

/** The device and SIM that a message goes by now: its campaign or flow may have been moved since it was handed over. */
export const presentSim = sql`
  coalesce(c.device_id, f.device_id, m.device_id) as present_device_id,
  coalesce(c.sim_subscription_id, f.sim_subscription_id, m.sim_subscription_id) as present_sim`

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

/** The phone said again what we knew: it is alive and holds them still. */
async function markAnswered(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update messages set answered_at = ${now}
     where user_id = ${user_id} and id = any(${ids}::bigint[]) and status = 'dispatched'`.execute(
    tx,
  )
}

/** Reports under a wire id that is not a row's present one: an earlier hand-over, or a row that is gone. */
async function applyStrays(
  tx: Tx,
  user_id: number,
  strays: readonly PhoneReport[],
  now: Date,
): Promise<{ device_id: number; wire_id: string }[]> {
  const gone = strays.filter(({ state }) => state === 'Sent' || state === 'Delivered')
  if (gone.length === 0) return []
  const ids = sql`${gone.map(({ id }) => id)}::bigint[]`
  const keys = sql`${gone.map((report) => report.handover_key)}::bigint[]`
  const sentAt = sql`${gone.map((report) => report.sent_at ?? now)}::timestamptz[]`
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key, g.sent_at as reported_at
        from (select id, key, min(sent_at) as sent_at from unnest(${ids}, ${keys}, ${sentAt}) as u (id, key, sent_at) group by id, key) g
        join past_handovers h on h.user_id = ${user_id} and h.message_id = g.id and h.handover_key = g.key
        join messages m on m.user_id = ${user_id} and m.id = g.id
       where m.user_id = ${user_id} and m.status not in ('sent', 'delivered', 'received')
       order by m.id for update of m`,
    set: sql`
      status = 'sent', sent_at = coalesce(m.sent_at, p.reported_at), finished_at = coalesce(m.finished_at, ${now}::timestamptz),
      error = null, may_have_gone_out = false`,
  })
  await countRemovedAsSent(tx, user_id, { ids, keys, sentAt })
  // A second hand-over of a text that has gone out under the first one must not go out as well.
  return withdrawFromPhones(tx, user_id, moved, now)
}

type Arrays = {
  ids: ReturnType<typeof sql>
  keys: ReturnType<typeof sql>
  sentAt: ReturnType<typeof sql>
}

/** A message whose row was deleted, withdrawn or failed before, went out after all: the totals count what happened. */
async function countRemovedAsSent(
  tx: Tx,
  user_id: number,
  { ids, keys, sentAt }: Arrays,
): Promise<void> {
  await sql`
    with told as (
      select r.message_id, r.status as was, min(g.sent_at) as sent_at
        from unnest(${ids}, ${keys}, ${sentAt}) as g (id, key, sent_at)
        join removed_messages r on r.user_id = ${user_id} and r.message_id = g.id
        left join past_handovers h on h.user_id = ${user_id} and h.message_id = g.id and h.handover_key = g.key
       where r.user_id = ${user_id} and (r.handover_key = g.key or h.handover_key is not null)
       group by r.message_id, r.status
    ),
    moved as (
      update removed_messages r set status = 'sent'
        from told
       where r.user_id = ${user_id} and r.message_id = told.message_id and r.status not in ('sent', 'delivered', 'received')
      returning r.contact_id, r.device_id, r.campaign_id, r.flow_id, told.sent_at, (told.was = 'failed')::int as was_failed
    ),
    by_contact as (${totalsOfRemoved(user_id, 'contacts', 'contact_id')}),
    by_device as (${totalsOfRemoved(user_id, 'devices', 'device_id')}),
    by_campaign as (${totalsOfRemoved(user_id, 'campaigns', 'campaign_id')}),
    by_flow as (${totalsOfRemoved(user_id, 'flows', 'flow_id')})
    select count(*) from moved`.execute(tx)
}

function totalsOfRemoved(
  user_id: number,
  table: 'contacts' | 'devices' | 'campaigns' | 'flows',
  key: 'contact_id' | 'device_id' | 'campaign_id' | 'flow_id',
) {
  return sql`
    update ${sql.table(table)} c
       set total_sent = c.total_sent + d.sent, total_failed = c.total_failed - d.failed,
           last_sent_at = greatest(c.last_sent_at, d.sent_at)
      from (select ${sql.ref(key)} as id, count(*) as sent, sum(was_failed) as failed, max(sent_at) as sent_at
              from moved group by ${sql.ref(key)}) d
     where c.user_id = ${user_id} and c.id = d.id`
}
