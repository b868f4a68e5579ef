import { sql } from 'kysely'
import { deleteCredentials, insertCredential } from '../accounts/credentials.ts'
import { readNumbers } from '../contacts/read-numbers.ts'
import type { Context } from '../context.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { conflict } from '../errors.ts'
import { createDevice, lockDevice, newEnrolmentToken } from './service.ts'

// Devices whose phone is a program inside Simcast. Here are their rows; pretend-phone/host.ts runs them.

/** Each costs a stream and what it remembers of its texts. */
const pretendPhonesMax = 5
/** What such a phone sends in a minute, so that forecasts are true, and in a day, which bounds what it remembers. */
export const pretendPartsPerMinute = 600
const pretendPartsPerDay = 20_000
/** Of what was written to one phone and has not come in yet. */
const textsWaitingMax = 1000

/** A device with a pretend phone, which some process starts within moments. */
export async function createPretendPhone(
  tx: Tx,
  context: Context,
  user_id: number,
  name: string | undefined,
): Promise<number> {
  // Two that come at once are counted one after the other.
  await sql`select from accounts where user_id = ${user_id} for no key update`.execute(tx)
  const { rows } = await sql<{ name: string }>`
    select d.name from pretend_phones p
      join devices d on d.user_id = p.user_id and d.id = p.device_id
     where p.user_id = ${user_id} and d.deleted_at is null`.execute(tx)
  if (rows.length >= pretendPhonesMax) {
    throw conflict(`There are ${pretendPhonesMax} pretend phones already. Remove one first.`)
  }
  const taken = new Set(rows.map((row) => row.name))
  const device = { name: name ?? freeName(taken), is_pretend: true }
  const { id } = await createDevice(tx, user_id, device, context.now())
  await tx
    .updateTable('sims')
    .set({ max_per_minute: pretendPartsPerMinute, max_per_day: pretendPartsPerDay })
    .where('user_id', '=', user_id)
    .where('device_id', '=', id)
    .execute()
  await tx.insertInto('pretend_phones').values({ user_id, device_id: id }).execute()
  afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
  return id
}

function freeName(taken: ReadonlySet<string>): string {
  const base = 'Pretend phone'
  for (let number = 2; ; number += 1) {
    const name = number === 2 && !taken.has(base) ? base : `${base} ${number}`
    if (!taken.has(name)) return name
  }
}

/** A new token for the process that has nothing to enrol such a phone with. The one before is forgotten. */
export async function mintPretendToken(
  tx: Tx,
  user_id: number,
  device_id: number,
): Promise<string> {
  await lockDevice(tx, user_id, device_id)
  await deleteCredentials(tx, { user_id, subject_id: device_id, kinds: ['enrolment'] })
  const token = newEnrolmentToken()
  await insertCredential(tx, { kind: 'enrolment', secret: token, user_id, subject_id: device_id })
  return token
}

export type PretendText = {
  device_id: number
  subscription_id: number
  phone_number: string
  content: string
}

/** Somebody writes to a pretend phone. The process that runs it lets it come in. */
export async function writeToPretendPhone(
  tx: Tx,
  context: Context,
  user_id: number,
  { device_id, subscription_id, phone_number, content }: PretendText,
): Promise<void> {
  const { rows } = await sql<{ waiting: number }>`
    select (select count(*) from pretend_texts t
             where t.user_id = ${user_id} and t.device_id = p.device_id) as waiting
      from pretend_phones p where p.user_id = ${user_id} and p.device_id = ${device_id}`.execute(tx)
  const [phone] = rows
  if (!phone) {
    throw conflict(
      'Only to a pretend phone that runs inside Simcast can be written like this. To any other, write a text from a phone.',
    )
  }
  if (phone.waiting >= textsWaitingMax) {
    throw conflict(
      `${textsWaitingMax} texts to this phone have not come in yet. Write again later.`,
    )
  }
  const { numbers, problems } = await readNumbers(tx, user_id, [phone_number], 'phone_number')
  problems.throwIfAny()
  const values = numbers.map((number) => ({
    user_id,
    device_id,
    subscription_id,
    phone_number: number.phone_number,
    content,
  }))
  await tx.insertInto('pretend_texts').values(values).execute()
  afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
}

/** Ends the pretend phone of a device that is deleted, if it has one. */
export async function endPretendPhone(
  tx: Tx,
  context: Context,
  user_id: number,
  device_id: number,
): Promise<void> {
  const ended = await tx
    .deleteFrom('pretend_phones')
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .executeTakeFirst()
  if (ended.numDeletedRows > 0n) afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
}
