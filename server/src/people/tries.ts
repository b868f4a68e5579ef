import { hash as digest } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { rateLimited } from '../errors.ts'
import { fold } from '../lib/fold.ts'

// How often somebody may try a password: counted in the database, so that a restart or another process forgets nothing.

const minutes = 15
const byEmailMax = 5
/** An office, or a proxy that does not say for whom it asks, is one address. */
const byAddressMax = 20

export type Try = { email: string; ip: string }

/**
 * Counts a try before its password is looked at, so that many at once are no more than their number. Answers how many
 * are left after it, or throws when none was.
 */
export async function takeTry(db: Db, { email, ip }: Try, now: Date): Promise<number> {
  const ofEmail = await countTry(db, { subject: emailSubject(email), max: byEmailMax }, now)
  const network = digest('sha256', `address ${networkOf(ip)}`, 'buffer')
  const ofAddress = await countTry(db, { subject: network, max: byAddressMax }, now)
  const spent = [ofEmail, ofAddress].filter(({ left }) => left < 0)
  if (spent.length === 0) return Math.min(ofEmail.left, ofAddress.left)
  const endsAt = Math.max(...spent.map(({ ends_at }) => ends_at.getTime()))
  throw tooManyTries(Math.max(Math.ceil((endsAt - now.getTime()) / 1000), 1))
}

/** The wait begins with the last try that was looked at; those that are refused do not make it longer. */
async function countTry(
  db: Db,
  { subject, max }: { subject: Buffer; max: number },
  now: Date,
): Promise<{ left: number; ends_at: Date }> {
  const { rows } = await sql<{ tries: number; ends_at: Date }>`
    insert into sign_in_tries as t (subject, tries, ends_at)
    values (${subject}, 1, ${now}::timestamptz + ${minutes} * interval '1 minute')
        on conflict (subject) do update set
           tries = case when t.ends_at <= ${now} then 1 else least(t.tries, ${max}) + 1 end,
           ends_at = case when t.ends_at <= ${now} or t.tries < ${max} then excluded.ends_at else t.ends_at end
    returning tries, ends_at`.execute(db)
  const { tries, ends_at } = rows[0] ?? { tries: 1, ends_at: now }
  return { left: max - tries, ends_at }
}

/** Forgets the tries of an address whose person has signed in. Those of the network address stay. */
export async function forgetTries(db: Db, email: string): Promise<void> {
  await db.deleteFrom('sign_in_tries').where('subject', '=', emailSubject(email)).execute()
}

export async function deleteOldTries(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sign_in_tries').where('ends_at', '<=', now).execute()
}

export function triesLeft(left: number): string {
  if (left === 0) return `That was the last try: wait ${minutes} minutes before the next.`
  return `${left} ${left === 1 ? 'try' : 'tries'} left, then a wait of ${minutes} minutes.`
}

function tooManyTries(seconds: number) {
  const wait = Math.ceil(seconds / 60)
  return rateLimited(
    `Too many tries with a wrong password. Try again in ${wait} ${wait === 1 ? 'minute' : 'minutes'}.`,
    seconds,
  )
}

/** What was typed may be something else than an address, such as a password, so it is not kept as it is. */
function emailSubject(email: string): Buffer {
  return digest('sha256', `email ${fold(email)}`, 'buffer')
}

/** One customer of a provider has 2^64 addresses of IPv6. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  const plain = ip.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0)
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
