import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { findSims, simProblems, type SimChoice } from '../devices/service.ts'
import { conflict, invalid, notFound, type Problem } from '../errors.ts'
import { optedOutError } from '../messages/status.ts'
import { sendSms } from '../sms/service.ts'
import { checkTemplate } from '../templates/template.ts'

/** Marks a conversation as read, up to a text or altogether. A contact who never wrote has nothing to be read. */
export async function markRead(
  tx: Tx,
  user_id: number,
  contact_id: number,
  up_to_sms_id = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  // Locked first, so that the count sees every text that is counted as unread.
  if (!(await lockConversation(tx, user_id, contact_id))) return
  await sql`
    update conversations v
       set read_up_to = r.up_to,
           unread = (select count(*) from messages m
                      where m.user_id = ${user_id} and m.contact_id = ${contact_id} and m.status = 'received'
                        and m.id > r.up_to)
      from (select greatest(read_up_to, least(${up_to_sms_id}::bigint, coalesce(last_received_id, 0))) as up_to
              from conversations where user_id = ${user_id} and contact_id = ${contact_id}) r
     where v.user_id = ${user_id} and v.contact_id = ${contact_id}`.execute(tx)
}

/** Marks the newest received text as unread again. */
export async function markUnread(tx: Tx, user_id: number, contact_id: number): Promise<void> {
  const found = await lockConversation(tx, user_id, contact_id)
  if (!found?.last_received_id) throw conflict('This contact has not written yet.')
  await sql`
    update conversations
       set unread = greatest(unread, 1), read_up_to = least(read_up_to, ${found.last_received_id} - 1)
     where user_id = ${user_id} and contact_id = ${contact_id}`.execute(tx)
}

export type Answer = { content: string; device_id?: number; sim_subscription_id?: number }

/**
 * Answers a contact from the SIM that it wrote to last; when that is gone, from the one that it was written from last.
 * Another one may be named.
 */
export async function answerContact(
  tx: Tx,
  context: Context,
  { user_id, contact_id }: { user_id: number; contact_id: number },
  answer: Answer,
): Promise<number[]> {
  const contact = await findContact(tx, user_id, contact_id)
  const problems: Problem[] = checkTemplate(answer.content).map((problem) => ({
    field: 'content',
    ...problem,
  }))
  const sim = await chooseSim(tx, user_id, contact_id, answer)
  if (Array.isArray(sim)) problems.push(...sim)
  if (Array.isArray(sim) || problems.length > 0) throw invalid(problems)
  const number = { ...contact, continent_code: null, country_code: null }
  const request = { numbers: [number], content: answer.content, ...sim, send_at: context.now() }
  const ids = await sendSms(tx, context, user_id, { ...request, purpose: 'reply' })
  await sql`
    insert into conversations as v (user_id, contact_id, last_at)
    values (${user_id}, ${contact_id}, ${context.now()})
        on conflict (user_id, contact_id) do update set last_at = greatest(v.last_at, excluded.last_at)`.execute(
    tx,
  )
  return ids
}

async function findContact(tx: Tx, user_id: number, id: number) {
  const contact = await tx
    .selectFrom('contacts')
    .select(['phone_number', 'opted_out_at', 'can_be_sent_to'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!contact) throw notFound(`There is no contact ${id}.`)
  if (contact.opted_out_at) throw conflict(`${optedOutError}.`)
  if (!contact.can_be_sent_to)
    throw conflict(`${contact.phone_number} is no telephone number and cannot be answered.`)
  return { phone_number: contact.phone_number }
}

async function chooseSim(
  tx: Tx,
  user_id: number,
  contact_id: number,
  { device_id, sim_subscription_id }: Answer,
): Promise<SimChoice | Problem[]> {
  if (device_id !== undefined || sim_subscription_id !== undefined) {
    const missing = device_id === undefined ? 'device_id' : 'sim_subscription_id'
    if (device_id === undefined || sim_subscription_id === undefined)
      return [{ title: 'Name both device_id and sim_subscription_id, or neither.', field: missing }]
    const choice = { device_id, sim_subscription_id }
    const problems = simProblems(await findSims(tx, user_id, [device_id]), choice)
    return problems.length > 0 ? problems : choice
  }
  const used = await findUsedSims(tx, user_id, contact_id)
  const sims = await findSims(
    tx,
    user_id,
    used.map((one) => one.device_id),
  )
  const usable = used.find((choice) => simProblems(sims, choice).length === 0)
  if (usable) return usable
  const title =
    used.length === 0
      ? 'Nothing was written to or by this contact yet: name device_id and sim_subscription_id.'
      : 'The SIM that was written to is gone: name device_id and sim_subscription_id.'
  return [{ title, field: 'device_id' }]
}

/** The SIM that the contact wrote to last, and the one that it was written from last. */
async function findUsedSims(tx: Tx, user_id: number, contact_id: number): Promise<SimChoice[]> {
  const newest = (isReceived: boolean) => sql`
    (select m.device_id, m.sim_subscription_id from messages m
      where m.user_id = ${user_id} and m.contact_id = ${contact_id}
        and (m.status = 'received') = ${isReceived}::boolean
      order by m.user_id desc, m.contact_id desc, m.id desc limit 1)`
  const { rows } = await sql<SimChoice>`${newest(true)} union all ${newest(false)}`.execute(tx)
  return rows
}

async function lockConversation(tx: Tx, user_id: number, contact_id: number) {
  return tx
    .selectFrom('conversations')
    .select('last_received_id')
    .where('user_id', '=', user_id)
    .where('contact_id', '=', contact_id)
    .forUpdate()
    .executeTakeFirst()
}
