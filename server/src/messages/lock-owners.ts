import { sql, type RawBuilder } from 'kysely'
import { named } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'

// Everybody locks rows in one order: campaigns, flows, devices, SIMs, messages, contacts, each by id. Two who lock the same
// rows in two orders wait for each other until the database undoes one of them, a second later; a handful of phones that
// reported while their device was deleted kept each other waiting for minutes.

type Owned = {
  /** Selects `campaign_id, flow_id, device_id` of the messages that will move. */
  messages?: RawBuilder<unknown>
  /** Devices that they may move to, or that get new ones. */
  devices?: readonly number[]
  /** Flows that get new ones. */
  flows?: readonly number[]
}

/** What will have totals of messages that are yet to be made. */
export type Owners = { flows: readonly number[]; devices: readonly number[] }

export const noOwners: Owners = { flows: [], devices: [] }

/** Locks what has totals of these messages, to be called before the messages themselves are locked. */
export async function lockOwners(
  tx: Tx,
  user_id: number,
  { messages = noMessages, devices = [], flows = [] }: Owned,
): Promise<void> {
  await sql`${named}
    ${campaignsAndFlows(user_id, messages, flows)},
    locked_devices as materialized (
      select d.id from devices d
       where d.user_id = ${user_id} and (select count(*) from locked_flows) is not null
         and d.id in (select device_id from owned union all select unnest(${devices}::bigint[]))
       order by d.id for no key update
    )
    select count(*) from locked_devices`.execute(tx)
}

/** The same for who is about to lock the device itself, and more of it than its totals. */
export async function lockCampaignsOf(
  tx: Tx,
  user_id: number,
  messages: RawBuilder<unknown>,
): Promise<void> {
  await sql`${campaignsAndFlows(user_id, messages, [])} select count(*) from locked_flows`.execute(
    tx,
  )
}

/**
 * The same as the first expressions of a statement that changes messages which were read before. What it changes is to
 * ask for the count of `locked_devices`, so that it waits for the locks.
 */
export function lockOwnersFirst(
  user_id: number,
  messages: readonly { campaign_id: number | null; flow_id: number | null; device_id: number }[],
): RawBuilder<unknown> {
  const distinct = (ids: (number | null)[]) => [...new Set(ids)].filter((id) => id !== null)
  return sql`
    locked_campaigns as materialized (
      select c.id from campaigns c
       where c.user_id = ${user_id} and c.id = any(${distinct(messages.map((row) => row.campaign_id))}::bigint[])
       order by c.id for no key update
    ),
    locked_flows as materialized (
      select f.id from flows f
       where f.user_id = ${user_id} and (select count(*) from locked_campaigns) is not null
         and f.id = any(${distinct(messages.map((row) => row.flow_id))}::bigint[])
       order by f.id for no key update
    ),
    locked_devices as materialized (
      select d.id from devices d
       where d.user_id = ${user_id} and (select count(*) from locked_flows) is not null
         and d.id = any(${distinct(messages.map((row) => row.device_id))}::bigint[])
       order by d.id for no key update
    )`
}

/** What the phone of a device has in hand. */
export const inHandOf = (user_id: number, device_id: number) => sql`
  select m.campaign_id, m.flow_id, m.device_id from messages m
   where m.user_id = ${user_id} and m.device_id = ${device_id} and m.status = 'dispatched'`

/** Messages by their ids. */
export const messagesOf = (user_id: number, ids: readonly number[]) => sql`
  select m.campaign_id, m.flow_id, m.device_id from messages m
   where m.user_id = ${user_id} and m.id = any(${ids}::bigint[])`

const noMessages = sql`
  select null::bigint as campaign_id, null::bigint as flow_id, null::bigint as device_id where false`

/** Each step asks for the count of the one before, which is therefore done first. */
function campaignsAndFlows(
  user_id: number,
  messages: RawBuilder<unknown>,
  flows: readonly number[],
): RawBuilder<unknown> {
  return sql`
    with owned as materialized (select distinct campaign_id, flow_id, device_id from (${messages}) m),
    locked_campaigns as materialized (
      select c.id from campaigns c
       where c.user_id = ${user_id} and c.id in (select campaign_id from owned)
       order by c.id for no key update
    ),
    locked_flows as materialized (
      select f.id from flows f
       where f.user_id = ${user_id} and (select count(*) from locked_campaigns) is not null
         and f.id in (select flow_id from owned union all select unnest(${flows}::bigint[]))
       order by f.id for no key update
    )`
}
