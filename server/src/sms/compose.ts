import { sql } from 'kysely'
import { ensureContacts, type EnsuredContact, type KnownNumber } from '../contacts/ensure.ts'
import type { Context } from '../context.ts'
import type { MessagePurpose } from '../db/schema.generated.ts'
import type { Tx } from '../db/transaction.ts'
import { countParts } from '../lib/parts.ts'
import { insertMessages, type NewMessage } from '../messages/insert.ts'
import { optedOutError } from '../messages/status.ts'
import {
  createComposer,
  isComposed,
  type Composed,
  type Composer,
  type TextRules,
} from '../templates/compose.ts'
import { inStretches } from '../templates/stretches.ts'
import { compileTemplate, tooCostly, type Unrendered } from '../templates/template.ts'
import { findTextRules } from '../templates/text-rules.ts'

export type SmsRequest = {
  numbers: readonly KnownNumber[]
  content: string
  device_id: number
  sim_subscription_id: number
  send_at: Date
  purpose?: MessagePurpose
  /** Whether the account's footer is added; not unless it is said. */
  footer?: boolean
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

/** Requests of one moment share a stretch: waiting between them would hold up all of them. */
const atOnce = 500

type Item = { place: number; request: SmsRequest; number: KnownNumber }

/**
 * Queues one message for each number of each request and answers the ids, in order. Numbers we do not know become
 * contacts; one that has opted out gets a failed message with that reason. Many requests share the same few statements.
 */
export async function queueSms(
  tx: Tx,
  context: Context,
  user_id: number,
  requests: readonly SmsRequest[],
): Promise<number[][]> {
  const items = requests.flatMap((request, place) =>
    request.numbers.map((number): Item => ({ place, request, number })),
  )
  const ids = requests.map((): number[] => [])
  const rules = await findTextRules(tx, user_id)
  for (let start = 0; start < items.length; start += itemsAtOnce) {
    const some = items.slice(start, start + itemsAtOnce)
    const made = await queueItems(tx, context, user_id, some, rules)
    for (const [index, { place }] of some.entries())
      ids[place]?.push(...made.slice(index, index + 1))
  }
  return ids
}

async function queueItems(
  tx: Tx,
  context: Context,
  user_id: number,
  items: readonly Item[],
  rules: TextRules,
): Promise<number[]> {
  const numbers = new Map(items.map(({ number }) => [number.phone_number, number]))
  const devices = [...new Set(items.map(({ request }) => request.device_id))]
  const contacts = await ensureContacts(tx, context, user_id, [...numbers.values()], devices)
  const isPersonal = items.some(({ request }) => compileTemplate(request.content).hasVariables)
  const contactIds = [...contacts.values()].map(({ id }) => id)
  const details = isPersonal
    ? await findDetails(tx, user_id, contactIds)
    : new Map<number, ContactForText>()
  const contactOf = ({ number }: Item): EnsuredContact => {
    const contact = contacts.get(number.phone_number)
    if (!contact) throw new Error('Every number has just been made a contact')
    return contact
  }
  const composers = composersOf(items, rules)
  const make = (item: Item) => {
    const contact = contactOf(item)
    const composed = composers
      .get(item.request)
      ?.compose(fieldsOf(item.number, details.get(contact.id)))
    return messageOf(item, contact, composed ?? tooCostly)
  }
  const giveUp = (item: Item) => messageOf(item, contactOf(item), tooCostly)
  const messages: NewMessage[] = []
  for await (const made of inStretches(items, { make, giveUp, atOnce })) messages.push(...made)
  return insertMessages(tx, user_id, messages, context.now())
}

function composersOf(items: readonly Item[], rules: TextRules): Map<SmsRequest, Composer> {
  const without = { ...rules, footer: null }
  const requests = new Set(items.map(({ request }) => request))
  return new Map(
    Array.from(requests, (request) => [
      request,
      createComposer(request.content, request.footer === true ? rules : without),
    ]),
  )
}

function fieldsOf({ phone_number }: KnownNumber, detail: ContactForText | undefined) {
  return {
    name: detail?.name ?? null,
    phone_number,
    country_code: detail?.country_code ?? null,
    custom_parameters: detail?.custom_parameters ?? {},
  }
}

function messageOf(
  { request, number }: Item,
  contact: EnsuredContact,
  composed: Composed | Unrendered,
): NewMessage {
  // One whose text could not be made shows what it was to be made from.
  const { content, parts } = isComposed(composed)
    ? composed
    : { content: request.content, ...countParts(request.content) }
  const problem = isComposed(composed) ? null : composed.error
  return {
    contact_id: contact.id,
    phone_number: number.phone_number,
    device_id: request.device_id,
    sim_subscription_id: request.sim_subscription_id,
    content,
    parts,
    send_at: request.send_at,
    error: contact.opted_out_at ? optedOutError : problem,
    purpose: request.purpose ?? 'ordinary',
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
