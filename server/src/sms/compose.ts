import { sql } from 'kysely'
import { ensureContacts, type EnsuredContact, type KnownNumber } from '../contacts/ensure.ts'
import type { Tx } from '../db/transaction.ts'
import { countParts } from '../lib/parts.ts'
import { insertMessages, type NewMessage } from '../messages/insert.ts'
import { optedOutError } from '../messages/status.ts'
import { compileTemplate } from '../templates/template.ts'

export type SmsRequest = {
  numbers: readonly KnownNumber[]
  content: string
  device_id: number
  sim_subscription_id: number
  send_at: Date
}

type ContactForText = {
  id: number
  phone_number: string
  name: string | null
  country_code: string | null
  custom_parameters: Record<string, string | number | boolean>
}

/** So many at a stretch, some 20 ms of rendering and counting: other requests go on beside a list of a million. */
const itemsAtOnce = 5000

type Item = { place: number; request: SmsRequest; number: KnownNumber }

/**
 * Queues one message for each number of each request and answers the ids, in order. Numbers we do not know become
 * contacts; one that has opted out gets a failed message with that reason. Many requests share the same few statements.
 */
export async function queueSms(
  tx: Tx,
  user_id: number,
  requests: readonly SmsRequest[],
  now: Date,
): Promise<number[][]> {
  const items = requests.flatMap((request, place) =>
    request.numbers.map((number): Item => ({ place, request, number })),
  )
  const ids = requests.map((): number[] => [])
  for (let start = 0; start < items.length; start += itemsAtOnce) {
    const some = items.slice(start, start + itemsAtOnce)
    const made = await queueItems(tx, user_id, some, now)
    for (const [index, { place }] of some.entries())
      ids[place]?.push(...made.slice(index, index + 1))
  }
  return ids
}

async function queueItems(
  tx: Tx,
  user_id: number,
  items: readonly Item[],
  now: Date,
): Promise<number[]> {
  const numbers = new Map(items.map(({ number }) => [number.phone_number, number]))
  const contacts = await ensureContacts(tx, user_id, [...numbers.values()], now)
  const isPersonal = items.some(({ request }) => compileTemplate(request.content).hasVariables)
  const contactIds = [...contacts.values()].map(({ id }) => id)
  const details = isPersonal
    ? await findDetails(tx, user_id, contactIds)
    : new Map<number, ContactForText>()
  const messages = items.map((item) => {
    const contact = contacts.get(item.number.phone_number)
    if (!contact) throw new Error('Every number has just been made a contact')
    return compose(item, contact, details.get(contact.id))
  })
  return insertMessages(tx, user_id, messages, now)
}

function compose(
  { request, number }: Item,
  contact: EnsuredContact,
  detail: ContactForText | undefined,
): NewMessage {
  const { phone_number } = number
  const rendered = compileTemplate(request.content).render({
    name: detail?.name ?? null,
    phone_number,
    country_code: detail?.country_code ?? null,
    custom_parameters: detail?.custom_parameters ?? {},
  })
  const content = typeof rendered === 'string' ? rendered : request.content
  const problem = typeof rendered === 'string' ? null : rendered.error
  return {
    contact_id: contact.id,
    phone_number,
    device_id: request.device_id,
    sim_subscription_id: request.sim_subscription_id,
    content,
    parts: countParts(content).parts,
    send_at: request.send_at,
    error: contact.opted_out_at ? optedOutError : problem,
  }
}

async function findDetails(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
): Promise<Map<number, ContactForText>> {
  const rows = await tx
    .selectFrom('contacts')
    .select(['id', 'phone_number', 'name', 'country_code', 'custom_parameters'])
    .where('user_id', '=', user_id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  // Checked when it was written: an object of texts, numbers and booleans.
  return new Map(rows.map((row) => [row.id, row as ContactForText]))
}
