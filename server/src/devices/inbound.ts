import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { keywordsOf } from '../accounts/consent-settings.ts'
import type { Context } from '../context.ts'
import { takeKeyword, takeStrangersKeyword, type AnswerSettings } from '../consent/take-keyword.ts'
import { ensureContacts } from '../contacts/ensure.ts'
import { named } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { createMatcher, defaultLists, type Matcher } from '../keywords/match.ts'
import type { KeywordAction } from '../keywords/words.ts'
import { countParts } from '../lib/parts.ts'
import { readInboundSender, readPhoneNumber, type InboundSender } from '../lib/phone-number.ts'
import { lockForOptOut } from '../messages/await-handovers.ts'
import { lockPending } from '../messages/of-contact.ts'
import { insertReceived } from '../messages/receive.ts'
import { writeNotices } from '../notices/write.ts'

/** A text that a phone received, as its webhook tells it. */
export type InboundText = {
  /** Constant over the retries of one delivery. */
  event_id: string
  /** The app's hash of sender, time, SIM and text. */
  message_id: string
  sender: string
  content: string
  sim_number: number | null
  received_at: Date
}

type Device = { user_id: number; device_id: number }

/** A phone's clock may be years off; what it says is kept within reason. */
const clockDaysMax = 400

/**
 * Stores a received text with its contact, once, and does what it asks for if it is an opt-out, opt-in or help word, all
 * in one transaction. A retry has the same event id; the same text told twice under another id has the same sender, time,
 * hash and words. Two texts that merely read alike differ in their time. Undefined: it was stored before, or is of a
 * stranger whose texts are not kept.
 */
export async function storeInbound(
  tx: Tx,
  context: Context,
  device: Device,
  text: InboundText,
): Promise<{ id: number; contact_id: number } | undefined> {
  const account = await noteReceipt(tx, device, text, context.now())
  if (!account) return undefined
  const sender = readInboundSender(text.sender, account.country)
  const received_at = plausible(text.received_at, context.now())
  const action = account.match(text.content)?.action
  const { phone_number } = sender
  if (account.inbound_from === 'contacts' && !(await isContact(tx, device, phone_number))) {
    const stranger = { user_id: device.user_id, phone_number, text: text.content, received_at }
    if (action) await takeStrangersKeyword(tx, context, stranger, action)
    return undefined
  }
  const settings = account
  const stored = await storeFrom(tx, context, {
    device,
    text,
    sender,
    received_at,
    action,
    settings,
  })
  if (account.is_told) {
    const subject = { subject_id: stored.id, subject_name: account.device_name }
    const notice = { kind: 'text_received', subject_type: 'sms', ...subject } as const
    await writeNotices(tx, device.user_id, [notice], context.now())
  }
  return stored
}

type Stored = {
  device: Device
  text: InboundText
  sender: InboundSender
  received_at: Date
  action: KeywordAction | undefined
  settings: AnswerSettings
}

async function storeFrom(
  tx: Tx,
  context: Context,
  { device, text, sender, received_at, action, settings }: Stored,
): Promise<{ id: number; contact_id: number }> {
  const { user_id, device_id } = device
  const { phone_number } = sender
  const contacts = await ensureContacts(tx, context, user_id, [sender], [device_id])
  const contact = contacts.get(phone_number)
  if (!contact) throw new Error('The contact of a received text was just made')
  const contact_id = contact.id
  // What is about to be withdrawn is locked before the totals of the text itself.
  const others = { devices: [device_id] }
  const held = action === 'opt_out' ? await lockForOptOut(tx, user_id, [contact_id], others) : []
  if (action === 'opt_in') await lockPending(tx, user_id, [contact_id], others)
  const sim_subscription_id = text.sim_number ?? 1
  const place = { contact_id, phone_number, device_id, sim_subscription_id }
  const { content } = text
  const { parts } = countParts(content)
  const { event_id } = text
  const opts_out = action === 'opt_out'
  const received = { ...place, content, parts, received_at, event_id, opts_out }
  const id = await insertReceived(tx, user_id, received, context.now())
  if (action) {
    const { can_be_sent_to } = contact
    const keyword = { user_id, ...place, can_be_sent_to, text: content, message_id: id, held }
    await takeKeyword(tx, context, { ...keyword, received_at }, { action, settings })
  }
  return { id, contact_id }
}

type AccountRow = AnswerSettings &
  Parameters<typeof keywordsOf>[0] & {
    inbound_from: string
    default_country: string | null
    /** Of the SIM. */
    own_number: string | null
    device_name: string
    /** Whether the owner wants to hear of each text that the device receives. */
    is_told: boolean
  }

/**
 * Notes that a text has come, and answers what the account says about such texts, with the country in which a sender
 * without `+` is read. Undefined when it was stored before.
 */
async function noteReceipt(
  tx: Tx,
  { user_id, device_id }: Device,
  text: InboundText,
  now: Date,
): Promise<(AccountRow & { match: Matcher; country: string | null }) | undefined> {
  const { rows } = await sql<AccountRow>`${named}
    with receipt as (
      insert into inbound_receipts (user_id, device_id, event_id, content_key, received_at)
      values (${user_id}, ${device_id}, ${text.event_id}, ${contentKey(text)}, ${now})
          on conflict do nothing
      returning event_id
    )
    select a.inbound_from, a.default_country, s.phone_number as own_number, a.opt_out_words, a.opt_in_words,
           a.help_words, a.opt_out_confirmation, a.is_opt_out_confirmed, a.help_answer, a.is_help_answered,
           d.name as device_name, 'received' = any(d.notifications) as is_told
      from receipt
      join accounts a on a.user_id = ${user_id}
      join devices d on d.user_id = ${user_id} and d.id = ${device_id}
      left join sims s on s.user_id = a.user_id and s.device_id = ${device_id}
                      and s.subscription_id = ${text.sim_number ?? 1}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const isOurs = !row.opt_out_words && !row.opt_in_words && !row.help_words
  const match = isOurs ? matchOurs : createMatcher(keywordsOf(row))
  return { ...row, match, country: countryOf(row.own_number, row.default_country) }
}

const matchOurs = createMatcher(defaultLists)

/** That of the SIM, else of the account. */
function countryOf(ownNumber: string | null, default_country: string | null): string | null {
  if (ownNumber === null) return default_country
  const own = readPhoneNumber(ownNumber, default_country)
  return 'problem' in own ? default_country : (own.country_code ?? default_country)
}

async function isContact(tx: Tx, { user_id }: Device, phone_number: string): Promise<boolean> {
  const { rows } = await sql`${named}
    select from contacts where user_id = ${user_id} and phone_number = ${phone_number}`.execute(tx)
  return rows.length > 0
}

function plausible(received_at: Date, now: Date): Date {
  const days = Math.abs(now.getTime() - received_at.getTime()) / (24 * 3600 * 1000)
  return days < clockDaysMax ? received_at : now
}

function contentKey({ message_id, sender, received_at, content }: InboundText): Buffer {
  const key = JSON.stringify([message_id, sender, received_at.getTime(), content])
  return createHash('sha256').update(key).digest().subarray(0, 16)
}
