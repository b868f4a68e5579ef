import { pino } from 'pino'
import { openDatabase } from '../src/db/pool.ts'
import { readWireId } from '../src/messages/wire-id.ts'
import type { JournalEntry } from '../src/pretend-phone/journal.ts'
import { findWrongTotals } from '../test/wrong-totals.ts'
import type { Seen } from './phone-words.ts'
import type { Stage } from './storm.ts'

/** Everything that the external view looks at, read when all is over. */
export type Evidence = {
  messages: Map<number, MessageRow>
  removed: Map<number, RemovedRow>
  campaigns: Map<number, CampaignRow>
  contacts: Map<number, { id: number; phone_number: string }>
  /** Who each campaign was frozen to. */
  audiences: Map<number, number[]>
  pausedDevices: Set<number>
  wrongTotals: object[]
  phones: { place: number; version: string; isGone: boolean; journal: Sent[]; seen: Seen[] }[]
}

export type MessageRow = {
  id: number
  contact_id: number
  device_id: number
  campaign_id: number | null
  status: string
  phone_state: string | null
  error: string | null
  may_have_gone_out: boolean
  phone_number: string
  content: string | null
  send_at: Date
}

export type RemovedRow = {
  id: number
  campaign_id: number | null
  contact_id: number
  status: string
}

export type CampaignRow = {
  id: number
  name: string
  status: string
  expanded_at: Date | null
  deleted_at: Date | null
}

/** A text that left, with the message that it was. */
export type Sent = JournalEntry & { message_id: number; sent_at: number }

export async function gatherEvidence({ view, handsets, machines }: Stage): Promise<Evidence> {
  const { rows } = view
  const byId = <T extends { id: number }>(list: T[]) => new Map(list.map((one) => [one.id, one]))
  const audiences = await rows<{ id: number; contact_ids: number[] }>(
    `select campaign_id as id, contact_ids from campaign_audiences where kind = 'frozen' order by chunk`,
  )
  const paused = await rows<{ id: number }>('select id from devices where is_paused')
  const { db, close } = openDatabase(machines.connection(), { log: pino({ level: 'silent' }) })
  const wrongTotals = await findWrongTotals(db)
  await close()
  return {
    messages: byId(await rows<MessageRow>('select * from messages order by id')),
    removed: byId(
      await rows<RemovedRow>(
        'select message_id as id, campaign_id, contact_id, status from removed_messages',
      ),
    ),
    campaigns: byId(await rows<CampaignRow>('select * from campaigns order by id')),
    contacts: byId(await rows<{ id: number; phone_number: string }>('select * from contacts')),
    audiences: groupIds(audiences),
    pausedDevices: new Set(paused.map(({ id }) => id)),
    wrongTotals,
    phones: handsets.map((handset) => ({
      place: handset.place,
      version: handset.plan.version,
      isGone: handset.isGone,
      journal: handset.journal().map(toSent),
      seen: handset.seen(),
    })),
  }
}

function toSent(entry: JournalEntry): Sent {
  const message_id = readWireId(entry.wire_id)?.id ?? 0
  return { ...entry, message_id, sent_at: Date.parse(entry.at) }
}

function groupIds(rows: { id: number; contact_ids: number[] }[]): Map<number, number[]> {
  const byCampaign = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    [...byCampaign].map(([id, chunks]) => [id, chunks.flatMap(({ contact_ids }) => contact_ids)]),
  )
}
