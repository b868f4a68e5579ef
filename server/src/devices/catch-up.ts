import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { knows } from './app-version.ts'
import type { Phone } from './hand-over.ts'
import { deviceKey, type DeviceKey, type PhoneStreams } from './streams.ts'

const minuteMs = 60 * 1000
const dayMs = 24 * 3600 * 1000
/** A phone that connects reads first where to post its events; asked before that, it would tell nobody. */
const settleMs = 10_000
/** Shorter absences are the network's: the app ran on, and posts what came in by itself. */
const awayMs = 2 * minuteMs
/** The phone goes by the clock of the sender's network, and a text may have been under way for a day. */
const marginMs = dayMs
/** Well within the time for which we know a text again. */
const daysMax = 14

type Known = { user_id: number; device_id: number; heard_at: Date; known_since: Date }

/**
 * Asks phones for the texts that came in while their app was not running: it tells of those by itself to nobody. What it
 * tells twice is stored once. Up to when a phone has been heard stands in its row, and moves on only when its stream has
 * outlived the asking, so a request that was lost is made again.
 */
export class CatchUp {
  readonly #context: Context
  readonly #streams: PhoneStreams
  /** The installations that were asked, or need not be, by device. */
  readonly #heard = new Map<DeviceKey, number>()

  constructor(context: Context, streams: PhoneStreams) {
    this.#context = context
    this.#streams = streams
  }

  /** The last stream of a device has ended. */
  forget(key: DeviceKey): void {
    this.#heard.delete(key)
  }

  async look(): Promise<void> {
    const now = this.#context.now()
    const settled = this.#streams.connected(new Date(now.getTime() - settleMs))
    const isHeard = (phone: Phone) => this.#heard.get(deviceKey(phone)) === phone.installation_id
    const heard = settled.filter(isHeard)
    const fresh = settled.filter((phone) => !isHeard(phone))
    if (heard.length > 0) await noteHeard(this.#context, heard)
    if (fresh.length === 0) return
    const known = await findHeard(this.#context, fresh)
    for (const phone of fresh) {
      const key = deviceKey(phone)
      const one = known.get(key)
      if (one) this.#ask(key, phone, one, now)
      this.#heard.set(key, phone.installation_id)
    }
  }

  #ask(key: DeviceKey, { app_version }: Phone, { heard_at, known_since }: Known, now: Date): void {
    if (now.getTime() - heard_at.getTime() < awayMs) return
    const since = Math.max(
      heard_at.getTime() - marginMs,
      now.getTime() - daysMax * dayMs,
      known_since.getTime() - minuteMs,
    )
    const event = {
      event: 'MessagesExportRequested',
      since: new Date(since).toISOString(),
      until: now.toISOString(),
      messageTypes: 'SMS',
      triggerWebhooks: true,
      webhookDelivery: knows(app_version, 'batch_webhooks') ? 'Batch' : 'Individual',
    } as const
    this.#streams.send(key, event, 'newest')
  }
}

async function findHeard(
  { db }: Context,
  phones: readonly Phone[],
): Promise<Map<DeviceKey, Known>> {
  const { rows } = await sql<Known>`
    select i.user_id, i.device_id, i.heard_at,
           (select min(f.enrolled_at) from installations f
             where f.user_id = i.user_id and f.device_id = i.device_id) as known_since
      from unnest(${phones.map(({ user_id }) => user_id)}::bigint[],
                  ${phones.map(({ installation_id }) => installation_id)}::bigint[]) as p (user_id, id)
      join installations i on i.user_id = p.user_id and i.id = p.id`.execute(db)
  return new Map(rows.map((row) => [deviceKey(row), row]))
}

async function noteHeard({ db, now }: Context, phones: readonly Phone[]): Promise<void> {
  await sql`
    update installations i set heard_at = ${now()}
      from unnest(${phones.map(({ user_id }) => user_id)}::bigint[],
                  ${phones.map(({ installation_id }) => installation_id)}::bigint[]) as p (user_id, id)
     where i.user_id = p.user_id and i.id = p.id`.execute(db)
}
