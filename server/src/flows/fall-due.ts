import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../context.ts'
import { named, type Db } from '../db/pool.ts'
import { afterCommit, inTransaction, type Tx } from '../db/transaction.ts'
import { countParts } from '../lib/parts.ts'
import { lockOwners } from '../messages/lock-owners.ts'
import { moveMessages } from '../messages/move.ts'
import { optedOutError } from '../messages/status.ts'
import { matches } from '../segments/audience.ts'
import { createComposer, isComposed } from '../templates/compose.ts'
import { inStretches } from '../templates/stretches.ts'
import type { TemplateContact } from '../templates/template-contact.ts'
import { tooCostly } from '../templates/template.ts'
import { findTextRules } from '../templates/text-rules.ts'
import { findFlowNow, type FlowNow } from './open-flows.ts'

/** So many texts at a time: some 30 ms of rendering, and reports about the flow wait no longer. */
const chunkSize = 1000
const textsAtOnce = 20

const errors = {
  deleted: 'The flow was deleted',
  switchedOff: 'The flow was switched off',
  noContact: 'The contact was deleted',
  noNumber: 'The number cannot be sent to',
  noMatch: 'The contact no longer matches the segment of the flow',
}

/**
 * One step: some messages of one flow whose time has come get their text, from the flow and the contact as they are now,
 * and are queued on the flow's SIM; or they are cancelled, with the reason. All of it is one transaction, so that a crash
 * repeats it and nobody is sent to twice. False when nothing is due.
 */
export async function fallDue(context: Context): Promise<boolean> {
  const { db, now } = context
  const due = await findDue(db, now())
  if (!due) return false
  return inTransaction(db, (tx) => queueDue(tx, context, due))
}

type Due = { user_id: number; flow_id: number }

/** Any flow with something due: one with a million does not hold up the others. */
async function findDue(db: Db, now: Date): Promise<Due | undefined> {
  const { rows } = await sql<Due>`${named}
    select f.user_id, f.id as flow_id
      from flows f
     cross join lateral (
       select from messages m
        where m.user_id = f.user_id and m.flow_id = f.id and m.status = 'waiting' and m.send_at <= ${now}
        order by m.user_id, m.flow_id, m.send_at limit 1) m
     where f.total_waiting > 0
     order by random() limit 1`.execute(db)
  return rows[0]
}

async function queueDue(tx: Tx, context: Context, { user_id, flow_id }: Due): Promise<boolean> {
  const now = context.now()
  const found = await findFront(tx, { user_id, flow_id }, now)
  const before = await findFlowNow(tx, user_id, flow_id)
  if (found.length === 0 || !before) return false
  await lockOwners(tx, user_id, {
    flows: [flow_id],
    devices: [before.device_id, ...new Set(found.map(({ device_id }) => device_id))],
  })
  const flow = await findFlowNow(tx, user_id, flow_id)
  // Moved to another device at this moment, whose totals are not locked: the next step finds it there.
  if (flow?.device_id !== before.device_id) return true
  const ids = found.map(({ id }) => id)
  const settled = await settle(tx, flow, await lockDue(tx, { user_id, flow, ids, now }))
  const moved = await save(tx, flow, settled, now)
  if (moved.some(({ status }) => status === 'queued')) {
    const { device_id } = flow
    afterCommit(tx, () => context.wake.tell({ about: 'device', user_id, device_id }))
  }
  return moved.length > 0
}

async function findFront(tx: Tx, { user_id, flow_id }: Due, now: Date) {
  const { rows } = await sql<{ id: number; device_id: number }>`${named}
    select m.id, m.device_id from messages m
     where m.user_id = ${user_id} and m.flow_id = ${flow_id} and m.status = 'waiting' and m.send_at <= ${now}
     order by m.user_id, m.flow_id, m.send_at, m.id limit ${chunkSize}`.execute(tx)
  return rows
}

type DueMessage = TemplateContact & { id: number; refusal: string | null }

/** Those of the messages that still wait, with their contacts as they are now and why they must not go. */
async function lockDue(
  tx: Tx,
  what: { user_id: number; flow: FlowNow; ids: readonly number[]; now: Date },
): Promise<DueMessage[]> {
  const { user_id, flow, ids, now } = what
  const { rows } = await sql<DueMessage>`
    with due as materialized (
      select m.id, m.contact_id, m.phone_number from messages m
       where m.user_id = ${user_id} and m.id = any(${ids}::bigint[]) and m.status = 'waiting' and m.send_at <= ${now}
       order by m.id for update skip locked
    )
    select d.id, coalesce(c.phone_number, d.phone_number) as phone_number, c.name, c.country_code,
           coalesce(c.custom_parameters, '{}') as custom_parameters, ${refusalOf(user_id, flow)} as refusal
      from due d
      left join contacts c on c.user_id = ${user_id} and c.id = d.contact_id
     order by d.id`.execute(tx)
  return rows
}

function refusalOf(user_id: number, flow: FlowNow): RawBuilder<unknown> {
  if (flow.is_deleted) return sql`${errors.deleted}::text`
  if (!flow.is_enabled) return sql`${errors.switchedOff}::text`
  return sql`
    case when c.id is null then ${errors.noContact}
         when c.opted_out_at is not null then ${optedOutError}
         when not c.can_be_sent_to then ${errors.noNumber}
         when not ${matches(user_id, flow.audience)} then ${errors.noMatch}
    end`
}

type Settled = {
  id: number
  phone_number: string
  status: 'queued' | 'cancelled' | 'failed'
  content: string | null
  parts: number
  error: string | null
}

/** What becomes of each: the one place where a text of a flow is made for good. */
async function settle(tx: Tx, flow: FlowNow, messages: readonly DueMessage[]): Promise<Settled[]> {
  const rules = await findTextRules(tx, flow.user_id)
  const footer = flow.has_footer ? rules.footer : null
  const composer = createComposer(flow.content, { ...rules, footer })
  const settled: Settled[] = []
  const make = (message: DueMessage): Settled => {
    const { id, phone_number, refusal } = message
    if (refusal !== null) {
      return { id, phone_number, status: 'cancelled', content: null, parts: 1, error: refusal }
    }
    const text = composer.compose(message)
    if (!isComposed(text)) return failed(message, text.error)
    const { content, parts } = text
    return { id, phone_number, status: 'queued', content, parts, error: null }
  }
  // One whose text could not be made shows what it was to be made from.
  const failed = ({ id, phone_number }: DueMessage, error: string): Settled => {
    const { content } = flow
    return { id, phone_number, status: 'failed', content, parts: countParts(content).parts, error }
  }
  const giveUp = (message: DueMessage) => failed(message, tooCostly.error)
  for await (const some of inStretches(messages, { make, giveUp, atOnce: textsAtOnce })) {
    settled.push(...some)
  }
  return settled
}

async function save(tx: Tx, flow: FlowNow, settled: readonly Settled[], now: Date) {
  if (settled.length === 0) return []
  const column = <K extends keyof Settled>(key: K) => settled.map((one) => one[key])
  return moveMessages(tx, flow.user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key,
             g.status as new_status, g.phone_number, g.content, g.parts, g.error
        from unnest(${column('id')}::bigint[], ${column('phone_number')}::text[], ${column('status')}::message_status[],
                    ${column('content')}::text[], ${column('parts')}::smallint[], ${column('error')}::text[])
               as g (id, phone_number, status, content, parts, error)
        join messages m on m.user_id = ${flow.user_id} and m.id = g.id
       where m.status = 'waiting'
       order by m.id for update of m`,
    set: sql`
      status = p.new_status, phone_number = p.phone_number, content = p.content, parts = p.parts, error = p.error,
      device_id = case when p.new_status = 'cancelled' then m.device_id else ${flow.device_id} end,
      sim_subscription_id = case when p.new_status = 'cancelled' then m.sim_subscription_id else ${flow.sim_subscription_id} end,
      finished_at = case when p.new_status <> 'queued' then ${now}::timestamptz end`,
  })
}
