import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Credential } from '../accounts/credentials.ts'
import type { Context } from '../context.ts'
import { named, type Db } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { invalid, unauthenticated } from '../errors.ts'
import { saveSims } from './enrol.ts'
import { storeInbound } from './inbound.ts'
import { readInboundTexts, readNetwork, readSims, toInteger, toObject } from './phone-payloads.ts'
import { signingKeyOf } from './served-settings.ts'

type Header = string | string[] | undefined
export type Delivery = {
  secret: string
  raw: Buffer
  signature: { value: Header; timestamp: Header }
}

/** A clock further off than this is accepted, since no text may be lost to it, and the installation flagged. */
const clockSkewSecondsMax = 300

/**
 * Takes one event that a phone posts, stored before it is answered. The address is the first proof; the signature is
 * required from the first one on that verified, because a new installation signs with a key of its own at first.
 */
export async function receiveWebhook(
  context: Context,
  installation: Credential,
  delivery: Delivery,
): Promise<void> {
  const { db, now } = context
  const { user_id, subject_id } = installation
  const verified = isSigned(signingKeyOf(delivery.secret), delivery)
  const { rows } = await sql<Known & { device_id: number }>`${named}
    select device_id, signature_verified_at, clock_skew_seconds from installations
     where user_id = ${user_id} and id = ${subject_id}`.execute(db)
  const [row] = rows
  if (!row) throw unauthenticated('This installation is gone.')
  if (!verified && row.signature_verified_at) throw unauthenticated('The signature does not fit.')
  const event = readEvent(delivery.raw)
  if (verified) await noteSignature(db, installation, row, skewOf(delivery, now()), now())
  await takeEvent(context, { user_id, device_id: row.device_id }, event)
}

/** True when the signature is the HMAC-SHA256 of the raw body and then the timestamp, under the key. */
export function isSigned(key: string, { raw, signature }: Omit<Delivery, 'secret'>): boolean {
  const { value, timestamp } = signature
  if (typeof value !== 'string' || typeof timestamp !== 'string' || !/^[0-9a-f]{64}$/i.test(value))
    return false
  const expected = createHmac('sha256', key).update(raw).update(timestamp).digest()
  return timingSafeEqual(Buffer.from(value, 'hex'), expected)
}

function readEvent(raw: Buffer): Record<string, unknown> {
  try {
    return toObject(JSON.parse(raw.toString('utf8')))
  } catch {
    throw invalid([{ title: 'The body is not valid JSON.' }])
  }
}

function skewOf({ signature }: Delivery, now: Date): number {
  const stamp = Number(signature.timestamp)
  return Number.isSafeInteger(stamp) ? Math.round(stamp - now.getTime() / 1000) : 0
}

type Known = { signature_verified_at: Date | null; clock_skew_seconds: number | null }

async function noteSignature(
  db: Db,
  installation: Credential,
  known: Known,
  skew: number,
  now: Date,
): Promise<void> {
  const flagged = Math.abs(skew) > clockSkewSecondsMax ? Math.max(-2e9, Math.min(2e9, skew)) : null
  if (known.signature_verified_at && known.clock_skew_seconds === flagged) return
  await db
    .updateTable('installations')
    .set({ signature_verified_at: known.signature_verified_at ?? now, clock_skew_seconds: flagged })
    .where('user_id', '=', installation.user_id)
    .where('id', '=', installation.subject_id)
    .execute()
}

async function takeEvent(
  context: Context,
  device: { user_id: number; device_id: number },
  event: Record<string, unknown>,
): Promise<void> {
  const { db, now } = context
  switch (event['event']) {
    case 'sms:received':
    case 'sms:batch:received':
      // Each for itself: what one asks for locks other rows than the next. If one fails, the phone tells of all again.
      for (const text of readInboundTexts(event, now()))
        await inTransaction(db, (tx) => storeInbound(tx, context, device, text))
      return
    case 'app:started': {
      const sims = readSims(toObject(event['payload'])['simCards'])
      if (sims) await inTransaction(db, (tx) => saveSims(tx, device, sims, now()))
      return
    }
    case 'system:ping':
      await savePing(db, device, toObject(event['payload']), now())
      return
    default:
    // Other events are told by the reports as well.
  }
}

/** Battery, charging and the kind of network, from the health checks of a ping. */
async function savePing(
  db: Db,
  { user_id, device_id }: { user_id: number; device_id: number },
  payload: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const checks = toObject(toObject(payload['health'])['checks'])
  const observed = (name: string) => toInteger(toObject(checks[name])['observedValue'])
  const level = observed('battery:level')
  const charging = observed('battery:charging')
  const network = readNetwork(observed('connection:transport'), observed('connection:cellular'))
  await db
    .updateTable('devices')
    .set({
      last_ping_at: now,
      pinged_at: now,
      ...(level === null ? {} : { device_battery: level }),
      ...(charging === null ? {} : { device_is_charging: charging > 0 }),
      ...(network === null ? {} : { network }),
    })
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .execute()
}
