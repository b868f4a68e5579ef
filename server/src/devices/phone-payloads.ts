import { readDatetime } from '../lib/datetime.ts'
import { reportedStates, type PhoneReport } from '../messages/status.ts'
import { readWireId } from '../messages/wire-id.ts'
import type { InboundText } from './inbound.ts'
import type { ReportedPhone, ReportedSim } from './enrol.ts'

// What phones post, read leniently: the app drops a report after some refusals, so nothing odd in it is an error. Absent
// is null everywhere, since the app leaves nulls out.

type JsonObject = Record<string, unknown>

export function toObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}

const isState = (value: unknown): value is PhoneReport['state'] =>
  reportedStates.some((state) => state === value)

/** The reports of one PATCH; those about no message of ours are left out. */
export function readReports(body: unknown, device_id: number, now: Date): PhoneReport[] {
  if (!Array.isArray(body)) return []
  return body.flatMap((item: unknown) => {
    const report = toObject(item)
    const wire = readWireId(toText(report['id'], 64) ?? '')
    const recipient = toObject(
      Array.isArray(report['recipients']) ? report['recipients'][0] : undefined,
    )
    // One recipient per message, so its own state is the message's.
    const state = isState(recipient['state']) ? recipient['state'] : report['state']
    if (!wire || !isState(state)) return []
    const states = toObject(report['states'])
    return [
      {
        ...wire,
        device_id,
        state,
        error: toText(recipient['error'], 500) || toText(report['error'], 500) || null,
        sent_at: toPastInstant(states['Sent'], now),
        delivered_at: toPastInstant(states['Delivered'], now),
      },
    ]
  })
}

export function readPhone(
  body: unknown,
  seen: Pick<ReportedPhone, 'app_version' | 'ip' | 'reached_over'>,
): ReportedPhone {
  const phone = toObject(body)
  return {
    name: toText(phone['name'], 128) ?? null,
    pushToken: toText(phone['pushToken'], 512) || null,
    simCards: readSims(phone['simCards']),
    ...seen,
  }
}

/** The list of SIMs, or null where there is none. */
export function readSims(value: unknown): ReportedSim[] | null {
  if (!Array.isArray(value)) return null
  return value.slice(0, 16).flatMap((item: unknown) => {
    const sim = toObject(item)
    const simNumber = toInteger(sim['simNumber'])
    if (simNumber === null) return []
    return [
      {
        simNumber,
        slotIndex: toInteger(sim['slotIndex']),
        phoneNumber: toText(sim['phoneNumber'], 64) || null,
        carrierName: toText(sim['carrierName'], 64) || null,
        iccid: toText(sim['iccid'], 64) || null,
      },
    ]
  })
}

/** The texts of an `sms:received` event, or of a batch of them. */
export function readInboundTexts(event: JsonObject, now: Date): InboundText[] {
  const id = toText(event['id'], 200)
  if (id === undefined || id === '') return []
  const payload = toObject(event['payload'])
  const isBatch = event['event'] === 'sms:batch:received'
  const texts: unknown[] =
    isBatch && Array.isArray(payload['messages']) ? payload['messages'] : [payload]
  return texts.flatMap((item, place) => {
    const text = toObject(item)
    const sender = toText(text['sender'], 64)?.trim() || toText(text['phoneNumber'], 64)?.trim()
    const content = toText(text['message'], 70_000)
    if (!sender || content === undefined) return []
    return [
      {
        event_id: isBatch ? `${id}/${place}` : id,
        message_id: toText(text['messageId'], 64) ?? '',
        sender,
        content,
        sim_number: toSimNumber(text['simNumber']),
        received_at: toInstant(text['receivedAt']) ?? now,
      },
    ]
  })
}

const generations: Record<number, string> = { 2: '2g', 3: '3g', 4: '4g', 5: '5g' }

/** The kind of network of a ping: Wi-Fi before the cellular one that is there beside it. Null for what we do not know. */
export function readNetwork(transport: number | null, cellular: number | null): string | null {
  if (transport === null) return null
  if (transport === 0) return 'none'
  if ((transport & 4) !== 0) return 'wifi'
  if ((transport & 8) !== 0) return 'ethernet'
  if ((transport & 2) !== 0) return generations[cellular ?? 0] ?? 'cellular'
  return null
}

/** Text that PostgreSQL can hold, cut to a length. */
export function toText(value: unknown, lengthMax: number): string | undefined {
  if (typeof value !== 'string') return undefined
  return value.slice(0, lengthMax).toWellFormed().replaceAll('\0', '')
}

export function toInteger(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 32_000
    ? value
    : null
}

function toSimNumber(value: unknown): number | null {
  const number = toInteger(value)
  return number !== null && number >= 1 && number <= 3 ? number : null
}

function toInstant(value: unknown): Date | null {
  return typeof value === 'string' ? (readDatetime(value)?.date ?? null) : null
}

const dayMs = 24 * 3600 * 1000

/** A time by the phone's clock, if it is one that can be: not in the future, not older than a month. */
function toPastInstant(value: unknown, now: Date): Date | null {
  const instant = toInstant(value)
  if (!instant) return null
  const age = now.getTime() - instant.getTime()
  return age >= 0 && age < 31 * dayMs ? instant : null
}
