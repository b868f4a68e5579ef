import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { wireDatetime } from '../http/wire.ts'
import { wireStatus, type MessageStatus } from '../messages/status.ts'
import { byUser, changedKeys, partOf, type Change, type Subject } from './subject.ts'

// What becomes of texts, for those who look at a conversation or a campaign. Reports of phones say nothing of it to
// anybody, since they must be fast: what phones hold is looked at, and what left them a moment ago.

/** Of more at once nothing is told: nobody could read it. */
const watchedMax = 500
/** A report of delivery that takes longer is seen when the text is read again. */
const watchedMs = 60_000

type Row = {
  id: number
  contact_id: number
  campaign_id: number | null
  status: MessageStatus
  error: string | null
  delivered_at: Date | null
}

/** What has changed of texts, for topics `inbox` and `campaign`. */
export async function lookAtTexts(
  { db, now }: Context,
  subjects: readonly Subject[],
): Promise<Change[]> {
  const changes: Change[] = []
  for (const [user_id, ofUser] of byUser(subjects)) {
    const watched = new Set(ofUser.flatMap((subject) => [...textsOf(subject).keys()]))
    const rows = await findTexts(db, user_id, [...watched])
    for (const subject of ofUser) changes.push(...changesOf(subject, rows, now().getTime()))
  }
  return changes
}

async function findTexts(db: Db, user_id: number, ids: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, contact_id, campaign_id, status, error, delivered_at from messages
     where user_id = ${user_id} and id = any(${ids}::bigint[])
     union
    (select id, contact_id, campaign_id, status, error, delivered_at from messages
      where user_id = ${user_id} and status = 'dispatched' limit ${watchedMax})`.execute(db)
  return rows
}

function changesOf(subject: Subject, rows: readonly Row[], at: number): Change[] {
  const { kind, id: topic_id } = subject.topic
  const mine = rows.filter(({ campaign_id }) => kind === 'inbox' || campaign_id === topic_id)
  if (mine.length >= watchedMax) {
    for (const id of textsOf(subject).keys()) subject.parts.delete(`sms:${id}`)
    return []
  }
  const changes: Change[] = []
  const there = new Set<number>()
  for (const row of mine) {
    there.add(row.id)
    const memory = partOf(subject, `sms:${row.id}`)
    const isNew = memory.shown === undefined
    const data = changedKeys(memory, present(row))
    memory.version ??= String(at)
    if (data && !isNew)
      changes.push({
        subject,
        event: 'sms.changed',
        data: { ...data, id: row.id, contact_id: row.contact_id },
      })
    const isOver = row.status !== 'dispatched' && row.status !== 'sent'
    const hasLeft = row.status === 'dispatched'
    if (hasLeft) memory.version = String(at)
    if (isOver || at - Number(memory.version) > watchedMs) subject.parts.delete(`sms:${row.id}`)
  }
  // Deleted meanwhile.
  for (const id of textsOf(subject).keys()) if (!there.has(id)) subject.parts.delete(`sms:${id}`)
  return changes
}

function present({ id, status, error, delivered_at }: Row) {
  return {
    sms_id: id,
    status: wireStatus[status],
    error,
    delivered_datetime: wireDatetime(delivered_at),
  }
}

function textsOf(subject: Subject): Map<number, unknown> {
  const texts = [...subject.parts].filter(([key]) => key.startsWith('sms:'))
  return new Map(texts.map(([key, memory]) => [Number(key.slice(4)), memory]))
}
