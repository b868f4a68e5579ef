import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { byUser, partOf, type Change, type Memory, type Subject } from './subject.ts'

// Texts that came in and what was read, from the conversations: those with something unread, and the latest ones.

const unreadShown = 200
const latestShown = 50

type Row = {
  user_id: number
  contact_id: number
  unread: number
  last_received_id: number | null
}

type Known = { unread: number; last_received_id: number }

export async function lookAtInboxes(
  { db }: Context,
  subjects: readonly Subject[],
): Promise<Change[]> {
  const users = [...byUser(subjects).keys()]
  const rows = Map.groupBy(await findConversations(db, users), ({ user_id }) => user_id)
  return subjects.flatMap((subject) => changesOf(subject, rows.get(subject.user_id) ?? []))
}

async function findConversations(db: Db, users: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select u.user_id, v.contact_id, v.unread, v.last_received_id
      from unnest(${users}::bigint[]) as u (user_id)
     cross join lateral (
       (select contact_id, unread, last_received_id from conversations
         where user_id = u.user_id and unread > 0
         order by user_id desc, last_at desc, contact_id desc limit ${unreadShown})
       union
       (select contact_id, unread, last_received_id from conversations
         where user_id = u.user_id
         order by user_id desc, last_at desc, contact_id desc limit ${latestShown})) v`.execute(db)
  return rows
}

function changesOf(subject: Subject, rows: readonly Row[]): Change[] {
  const isFirst = subject.own.shown === undefined
  subject.own.shown = {}
  const changes: Change[] = []
  const seen = new Set<string>()
  for (const { contact_id, unread, last_received_id } of rows) {
    const key = `conversation:${contact_id}`
    seen.add(key)
    const memory = partOf(subject, key)
    const before = knownOf(memory)
    const now = { unread, last_received_id: last_received_id ?? 0 }
    memory.shown = now
    if (isFirst) continue
    if (now.last_received_id > (before?.last_received_id ?? 0)) {
      const data = { id: now.last_received_id, contact_id, unread }
      changes.push({ subject, event: 'sms.received', data })
    } else if (before && unread !== before.unread) {
      changes.push({ subject, event: 'conversation.read', data: { id: contact_id, unread } })
    }
  }
  for (const [key, memory] of subject.parts) {
    if (!key.startsWith('conversation:') || seen.has(key)) continue
    subject.parts.delete(key)
    // Of those that are not among the latest, only the unread ones are looked at.
    if ((knownOf(memory)?.unread ?? 0) === 0 || rows.length >= unreadShown) continue
    const data = { id: Number(key.slice('conversation:'.length)), unread: 0 }
    changes.push({ subject, event: 'conversation.read', data })
  }
  return changes
}

function knownOf({ shown }: Memory): Known | undefined {
  // Written above.
  return shown as Known | undefined
}
