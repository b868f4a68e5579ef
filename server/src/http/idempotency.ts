import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { invalidField } from '../errors.ts'

export type IdempotentCall = { user_id: number; key: string; route: string; fields: unknown }

/** The header's value, checked; undefined when it is not sent. */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  const key = Array.isArray(header) ? header.join(', ') : header
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw invalidField(
      'Idempotency-Key',
      'The Idempotency-Key header takes 1 to 255 visible ASCII characters without blanks.',
    )
  }
  return key
}

/**
 * Runs the work once for its key, inside the caller's transaction: the same key with the same fields answers what the
 * first call answered. A second call that comes while the first is running waits on the primary key. A failed call
 * rolls back and so forgets its key.
 */
export async function onceByKey(
  tx: Tx,
  call: IdempotentCall,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const { user_id, route } = call
  const fingerprint = fingerprintOf(call)
  const key = nameOf(call.key)
  const inserted = await tx
    .insertInto('idempotency_keys')
    .values({ user_id, key, route, fingerprint })
    .onConflict((oc) =>
      oc
        .columns(['user_id', 'key'])
        .doUpdateSet({
          // An entry older than a day is as good as none.
          route: (eb) => eb.ref('excluded.route'),
          fingerprint: (eb) => eb.ref('excluded.fingerprint'),
          response: null,
          created_at: sql<Date>`now()`,
        })
        .where('idempotency_keys.created_at', '<', sql<Date>`now() - interval '24 hours'`),
    )
    .returning('key')
    .executeTakeFirst()
  if (!inserted) return earlierAnswer(tx, call, fingerprint)

  const answer = await work()
  await tx
    .updateTable('idempotency_keys')
    .set({ response: JSON.stringify(seal(call.key, JSON.stringify(answer))) })
    .where('user_id', '=', user_id)
    .where('key', '=', key)
    .execute()
  return answer
}

async function earlierAnswer(tx: Tx, call: IdempotentCall, fingerprint: Buffer): Promise<unknown> {
  const earlier = await tx
    .selectFrom('idempotency_keys')
    .select(['route', 'fingerprint', 'response'])
    .where('user_id', '=', call.user_id)
    .where('key', '=', nameOf(call.key))
    .executeTakeFirstOrThrow()
  if (earlier.route !== call.route) {
    throw invalidField(
      'Idempotency-Key',
      'This Idempotency-Key was used for another request. Use a new one.',
    )
  }
  if (!earlier.fingerprint.equals(fingerprint)) {
    throw invalidField(
      'Idempotency-Key',
      'This Idempotency-Key was used with other fields. Use a new one.',
    )
  }
  // Written as a text by the first call, and never null once it is committed.
  return JSON.parse(unseal(call.key, earlier.response as string))
}

// An answer may hold a secret that is shown once, such as the token of a device. So it is kept in a form that only who
// brings the key can read, and the key itself is not kept.

function nameOf(key: string): string {
  return createHmac('sha256', 'simcast idempotency key').update(key).digest('base64url')
}

/** The same for the same fields and values, however they were encoded and in whatever order. */
function fingerprintOf({ key, fields }: IdempotentCall): Buffer {
  return createHmac('sha256', key).update(canonical(fields)).digest()
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

function seal(key: string, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, sealKeyOf(key), nonce)
  const sealed = [nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]
  return Buffer.concat(sealed).toString('base64')
}

function unseal(key: string, text: string): string {
  const sealed = Buffer.from(text, 'base64')
  const opening = createDecipheriv(cipher, sealKeyOf(key), sealed.subarray(0, nonceBytes))
  opening.setAuthTag(sealed.subarray(-tagBytes))
  const opened = opening.update(sealed.subarray(nonceBytes, -tagBytes))
  return Buffer.concat([opened, opening.final()]).toString('utf8')
}

function sealKeyOf(key: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', 'simcast remembered answer', 32))
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
