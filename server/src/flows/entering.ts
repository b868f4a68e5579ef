import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../context.ts'
import type { ContactsChange, ContactWatcher } from '../contacts/watcher.ts'
import { afterCommit, beforeCommit, Overtaken, type Tx } from '../db/transaction.ts'
import { lockOwners, noOwners, type Owners } from '../messages/lock-owners.ts'
import { matches } from '../segments/audience.ts'
import { findOpenFlows, type OpenFlow } from './open-flows.ts'
import { dueAfter } from './wait-time.ts'

/** What one transaction has changed so far of one account's contacts. */
type Changes = {
  user_id: number
  flows: OpenFlow[] | undefined
  made: Set<number>
  /** Those that were there before, and which flows' segments they matched then. */
  edited: Set<number>
  matchedBefore: { flow_id: number; contact_id: number }[]
  joined: Map<number, Set<number>>
}

/** How many contacts and flows one statement looks at. */
const contactsAtOnce = 10_000
const flowsAtOnce = 50

/**
 * Lets contacts enter flows: those that come to match a flow's segment, in the transaction in which they do. It is settled
 * at the end of the transaction, for all that it has changed, so that a contact that is made and put into a segment is
 * looked at once, as it is then.
 */
export function createEntrance({ now, wake }: Pick<Context, 'now' | 'wake'>): ContactWatcher {
  const transactions = new WeakMap<Tx, Map<number, Changes>>()

  function changesOf(tx: Tx, user_id: number): Changes {
    const accounts = transactions.get(tx) ?? new Map<number, Changes>()
    transactions.set(tx, accounts)
    const known = accounts.get(user_id)
    if (known) return known
    const changes: Changes = {
      user_id,
      flows: undefined,
      made: new Set(),
      edited: new Set(),
      matchedBefore: [],
      joined: new Map(),
    }
    accounts.set(user_id, changes)
    beforeCommit(tx, async () => {
      if (!(await enter(tx, changes, await flowsOf(tx, changes), now()))) return
      afterCommit(tx, () => wake.tell({ about: 'engine' }))
    })
    return changes
  }

  return {
    ownersOf: async (tx, user_id, change) => {
      const flows = await flowsOf(tx, changesOf(tx, user_id))
      return ownersOf(flows.filter((flow) => canBeEnteredBy(flow, change)))
    },
    beforeEdit: async (tx, user_id, contact_ids) => {
      const changes = changesOf(tx, user_id)
      const flows = (await flowsOf(tx, changes)).filter((flow) => canBeEnteredBy(flow, 'edit'))
      if (flows.length === 0) return
      const ids = contact_ids.filter((id) => !changes.made.has(id) && !changes.edited.has(id))
      for (const id of ids) changes.edited.add(id)
      await forPieces(ids, flows, async (someIds, someFlows) => {
        changes.matchedBefore.push(...(await findMatching(tx, user_id, someIds, someFlows)))
      })
    },
    made: (tx, user_id, contact_ids) => {
      const { made } = changesOf(tx, user_id)
      for (const id of contact_ids) made.add(id)
    },
    joined: (tx, user_id, segment_id, contact_ids) => {
      const { joined } = changesOf(tx, user_id)
      const ids = joined.get(segment_id) ?? new Set()
      joined.set(segment_id, ids)
      for (const id of contact_ids) ids.add(id)
    },
  }
}

/** The same flows before and after a change: what a person does to them meanwhile admits nobody. */
async function flowsOf(tx: Tx, changes: Changes): Promise<OpenFlow[]> {
  changes.flows ??= await findOpenFlows(tx, changes.user_id)
  return changes.flows
}

/** Who is there already matches `all`, and becomes a member by being put into a segment only. */
function canBeEnteredBy({ audience }: OpenFlow, change: ContactsChange): boolean {
  if (change === 'make') return true
  if (change === 'edit') return audience.type === 'filter'
  return audience.type === 'members' && audience.segment_id === change.segment_id
}

function ownersOf(flows: readonly OpenFlow[]): Owners {
  if (flows.length === 0) return noOwners
  return {
    flows: flows.map(({ id }) => id),
    devices: [...new Set(flows.map(({ device_id }) => device_id))],
  }
}

type Entered = { flow_id: number; total: number }

/** Makes the messages of all who enter. True when one of them is due at once. */
async function enter(
  tx: Tx,
  changes: Changes,
  flows: readonly OpenFlow[],
  now: Date,
): Promise<boolean> {
  if (flows.length === 0) return false
  const { user_id, made, edited, joined } = changes
  const entered: Entered[] = []
  const admit = (ids: Iterable<number>, into: readonly OpenFlow[], known: Known) =>
    forPieces([...ids], into, async (someIds, someFlows) => {
      const some = await insertEntering(tx, user_id, someIds, someFlows, known, now)
      if (known !== 'new' && some.length > 0) await refuseSecond(tx, user_id, someIds, someFlows)
      entered.push(...some)
    })

  await admit(made, flows, 'new')
  for (const [segment_id, ids] of joined) {
    const ofSegment = flows.filter((flow) => canBeEnteredBy(flow, { segment_id }))
    await admit(ids.difference(made), ofSegment, [])
  }
  const byEdit = flows.filter((flow) => canBeEnteredBy(flow, 'edit'))
  await admit(edited, byEdit, changes.matchedBefore)

  const totals = sumByFlow(entered)
  const entrances = flows.filter(({ id }) => totals.has(id))
  if (entrances.length === 0) return false
  await saveTotals(tx, user_id, entrances, totals)
  return entrances.some(({ wait_time }) => wait_time === 0)
}

/** `new`: made in this transaction. Else who was there before, with the flows whose segments they matched then. */
type Known = 'new' | Changes['matchedBefore']

/** One message for each of these contacts and each of these flows whose segment it matches. How many, by flow. */
async function insertEntering(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
  flows: readonly OpenFlow[],
  known: Known,
  now: Date,
): Promise<Entered[]> {
  const { rows } = await sql<Entered>`
    with entered as (
      insert into messages (user_id, contact_id, device_id, flow_id, send_at, created_at, sim_subscription_id, status, phone_number)
      select ${user_id}, c.id, f.device_id, f.id, f.due_at, ${now}, f.sim_subscription_id, 'waiting', c.phone_number
        from contacts c
       cross join lateral (values ${sql.join(flows.map((flow) => rowOf(user_id, flow, now)))})
                       as f (id, device_id, sim_subscription_id, due_at, is_matched)
       where c.user_id = ${user_id} and c.id = any(${ids}::bigint[]) and c.opted_out_at is null and c.can_be_sent_to
         and f.is_matched ${known === 'new' ? sql`` : whoMayEnter(user_id, known)}
      ${known === 'new' ? sql`` : sql`on conflict do nothing`}
      returning flow_id
    )
    select flow_id, count(*) as total from entered group by flow_id`.execute(tx)
  return rows
}

function rowOf(user_id: number, flow: OpenFlow, now: Date): RawBuilder<unknown> {
  const { id, device_id, sim_subscription_id, audience } = flow
  return sql`(${id}::bigint, ${device_id}::bigint, ${sim_subscription_id}::smallint, ${dueAfter(now, flow)}::timestamptz, ${matches(user_id, audience)})`
}

/** Whoever matched before does not come to match, and whose message is gone has had it. */
function whoMayEnter(user_id: number, matchedBefore: Changes['matchedBefore']) {
  return sql`
         and (f.id, c.id) not in (
           select * from unnest(${matchedBefore.map(({ flow_id }) => flow_id)}::bigint[],
                                ${matchedBefore.map(({ contact_id }) => contact_id)}::bigint[]))
         and not exists (select from removed_messages r
                          where r.user_id = ${user_id} and r.flow_id = f.id and r.contact_id = c.id)`
}

/** A message that was deleted at this very moment has left its tombstone only now. */
async function refuseSecond(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
  flows: readonly OpenFlow[],
): Promise<void> {
  const { rows } = await sql`
    select from removed_messages r
      join messages m on m.user_id = ${user_id} and m.flow_id = r.flow_id and m.contact_id = r.contact_id
     where r.user_id = ${user_id} and r.flow_id = any(${flows.map(({ id }) => id)}::bigint[])
       and r.contact_id = any(${ids}::bigint[])
     limit 1`.execute(tx)
  if (rows.length > 0) throw new Overtaken('the message of a contact was just deleted')
}

/** Which of these contacts match which flow's segment now. */
async function findMatching(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
  flows: readonly OpenFlow[],
): Promise<Changes['matchedBefore']> {
  const segments = flows.map(
    ({ id, audience }) => sql`(${id}::bigint, ${matches(user_id, audience)})`,
  )
  const { rows } = await sql<{ flow_id: number; contact_id: number }>`
    select f.id as flow_id, c.id as contact_id
      from contacts c
     cross join lateral (values ${sql.join(segments)}) as f (id, is_matched)
     where c.user_id = ${user_id} and c.id = any(${ids}::bigint[]) and f.is_matched`.execute(tx)
  return rows
}

function sumByFlow(entered: readonly Entered[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { flow_id, total } of entered) sums.set(flow_id, (sums.get(flow_id) ?? 0) + total)
  return sums
}

/** Last of all, because reports wait for these rows. A flow or device that is just deleted takes nothing more. */
async function saveTotals(
  tx: Tx,
  user_id: number,
  flows: readonly OpenFlow[],
  totals: ReadonlyMap<number, number>,
): Promise<void> {
  await lockOwners(tx, user_id, ownersOf(flows))
  const { rows } = await sql<{ flows: number; devices: number }>`
    with entered as materialized (
      select * from unnest(${flows.map(({ id }) => id)}::bigint[], ${flows.map(({ device_id }) => device_id)}::bigint[],
                           ${flows.map(({ id }) => totals.get(id))}::bigint[]) as g (flow_id, device_id, total)
    ),
    by_flow as (
      update flows f
         set total_entered = f.total_entered + e.total, total_pending = f.total_pending + e.total,
             total_waiting = f.total_waiting + e.total
        from entered e
       where f.user_id = ${user_id} and f.id = e.flow_id and f.deleted_at is null
      returning 1
    ),
    by_device as (
      update devices d set total_pending = d.total_pending + e.total
        from (select device_id, sum(total) as total from entered group by device_id) e
       where d.user_id = ${user_id} and d.id = e.device_id and d.deleted_at is null
      returning 1
    )
    select (select count(*) from by_flow) as flows, (select count(*) from by_device) as devices`.execute(
    tx,
  )
  const expected = ownersOf(flows)
  const [saved] = rows
  if (saved?.flows !== expected.flows.length || saved.devices !== expected.devices.length) {
    throw new Overtaken('a flow or its device was just deleted')
  }
}

async function forPieces(
  ids: readonly number[],
  flows: readonly OpenFlow[],
  work: (ids: readonly number[], flows: readonly OpenFlow[]) => Promise<void>,
): Promise<void> {
  if (flows.length === 0) return
  for (let id = 0; id < ids.length; id += contactsAtOnce) {
    const someIds = ids.slice(id, id + contactsAtOnce)
    for (let flow = 0; flow < flows.length; flow += flowsAtOnce) {
      await work(someIds, flows.slice(flow, flow + flowsAtOnce))
    }
  }
}
