import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { ensureContacts } from '../contacts/ensure.ts'
import type { Tx } from '../db/transaction.ts'
import { countParts } from '../lib/parts.ts'
import { readInboundSender, readPhoneNumber } from '../lib/phone-number.ts'

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

/**
 * Stores a received text with its contact, once: a retry has the same event id; the same text told twice under another
 * id has the same sender, time, hash and words. Two texts that merely read alike differ in their time. Undefined: it was
 * stored before.
 */
export async function storeInbound(
  tx: Tx,
  { user_id, device_id }: { user_id: number; device_id: number },
  text: InboundText,
  now: Date,
): Promise<{ id: number; contact_id: number } | undefined> {
  const receipt = await tx
    .insertInto('inbound_receipts')
    .values({
      user_id,
      device_id,
      event_id: text.event_id,
      content_key: contentKey(text),
      received_at: now,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('event_id')
    .executeTakeFirst()
  if (!receipt) return undefined

  const sender = readInboundSender(
    text.sender,
    await countryOf(tx, { user_id, device_id }, text.sim_number),
  )
  const contacts = await ensureContacts(tx, user_id, [sender], now)
  const contact = contacts.get(sender.phone_number)
  if (!contact) throw new Error('The contact of a received text was just made')
  // A phone's clock may be years off; what it says is kept within reason.
  const isPlausible = Math.abs(now.getTime() - text.received_at.getTime()) < 400 * 24 * 3600 * 1000
  const received_at = isPlausible ? text.received_at : now
  const message = await insertReceived(
    tx,
    { user_id, device_id },
    { ...text, received_at, contact_id: contact.id, phone_number: sender.phone_number },
    now,
  )
  await tx
    .updateTable('inbound_receipts')
    .set({ message_id: message.id })
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .where('event_id', '=', text.event_id)
    .execute()
  return { id: message.id, contact_id: contact.id }
}

type Received = InboundText & { contact_id: number; phone_number: string }

async function insertReceived(
  tx: Tx,
  { user_id, device_id }: { user_id: number; device_id: number },
  text: Received,
  now: Date,
): Promise<{ id: number }> {
  const { rows } = await sql<{ id: number }>`
    with stored as (
      insert into messages (user_id, contact_id, phone_number, device_id, sim_subscription_id, content, parts, send_at,
                            created_at, finished_at, status)
      values (${user_id}, ${text.contact_id}, ${text.phone_number}, ${device_id}, ${text.sim_number ?? 1}, ${text.content},
              ${countParts(text.content).parts}, ${text.received_at}, ${now}, ${now}, 'received')
      returning id
    ),
    by_contact as (
      update contacts set total_received = total_received + 1, last_received_at = greatest(last_received_at, ${text.received_at})
       where user_id = ${user_id} and id = ${text.contact_id}
    ),
    by_device as (
      update devices set total_received = total_received + 1, last_received_at = greatest(last_received_at, ${text.received_at})
       where user_id = ${user_id} and id = ${device_id}
    )
    select id from stored`.execute(tx)
  const [stored] = rows
  if (!stored) throw new Error('An insert of one row returns it')
  return stored
}

/** The country in which a sender without `+` is read: that of the SIM, else of the account. */
async function countryOf(
  tx: Tx,
  { user_id, device_id }: { user_id: number; device_id: number },
  sim_number: number | null,
): Promise<string | null> {
  const row = await tx
    .selectFrom('accounts')
    .leftJoin('sims', (join) =>
      join
        .onRef('sims.user_id', '=', 'accounts.user_id')
        .on('sims.device_id', '=', device_id)
        .on('sims.subscription_id', '=', sim_number ?? 1),
    )
    .select(['accounts.default_country', 'sims.phone_number'])
    .where('accounts.user_id', '=', user_id)
    .executeTakeFirstOrThrow()
  if (row.phone_number === null) return row.default_country
  const own = readPhoneNumber(row.phone_number, row.default_country)
  return 'problem' in own ? row.default_country : (own.country_code ?? row.default_country)
}

function contentKey({ message_id, sender, received_at, content }: InboundText): Buffer {
  const key = JSON.stringify([message_id, sender, received_at.getTime(), content])
  return createHash('sha256').update(key).digest().subarray(0, 16)
}
