import { sql, type SqlBool } from 'kysely'
import { Type } from 'typebox'
import { Contact, findContacts, presentContact } from '../contacts/present.ts'
import { searchNumbers } from '../contacts/search.ts'
import type { Db } from '../db/pool.ts'
import { flagFilter, searchIn } from '../http/filters.ts'
import type { Condition, ListSpec } from '../http/list.ts'
import { Datetime, wireDatetime } from '../http/wire.ts'
import { findSms, presentSms, Sms } from '../sms/present.ts'

export const Conversation = Type.Object({
  id: Type.Integer({ description: 'That of the contact' }),
  contact: Contact,
  last_sms: Type.Unsafe<object | null>({
    ...Sms,
    type: ['object', 'null'],
    description: 'The newest text to or from the contact; null when all have been deleted',
  }),
  unread: Type.Integer({ description: 'How many received texts nobody has read' }),
  datetime: Datetime,
})

/** Newest first by what was last received or answered; campaigns do not move it. */
export function conversationList(user_id: number): ListSpec {
  const ofContact = (condition: Condition) =>
    sql<SqlBool>`v.id in (select c.id from contacts c where c.user_id = ${user_id} and ${condition})`
  const searchNumber = searchNumbers(sql.ref('c.phone_number'), sql.ref('c.can_be_sent_to'))
  const searchName = searchIn(sql.ref('c.name_folded'))
  return {
    from: sql`(select contact_id as id, unread, last_at from conversations where user_id = ${user_id}) v`,
    id: sql.ref<number>('v.id'),
    search: {
      phone_number: (term) => ofContact(searchNumber(term)),
      name: (term) => ofContact(searchName(term)),
    },
    filters: {
      is_unread: flagFilter(sql<boolean>`(v.unread > 0)`, 'Who has written what nobody has read'),
      has_failed: flagFilter(
        hasFailed(user_id, ofContact(sql<SqlBool>`c.total_failed > 0`)),
        'Whose newest text has failed',
      ),
    },
    defaultOrder: 'datetime',
    orders: {
      datetime: { by: sql.ref('v.last_at') },
      id: { by: sql.ref('v.id') },
      unread: { by: sql.ref('v.unread') },
    },
    datetimes: { datetime: sql.ref('v.last_at') },
  }
}

/** Asks for the newest text only of those who have had a failed one: one probe of an index each. */
function hasFailed(user_id: number, mayHave: Condition) {
  return sql<boolean>`(case when ${mayHave} then coalesce((
    select m.status = 'failed' from messages m
     where m.user_id = ${user_id} and m.contact_id = v.id
     order by m.user_id desc, m.contact_id desc, m.id desc limit 1), false) else false end)`
}

type Row = {
  id: number
  contact: ReturnType<typeof presentContact>
  last_sms: ReturnType<typeof presentSms> | null
  unread: number
  last_at: Date
}

/** The conversations of these contacts, in no order. */
export async function findConversations(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<Row[]> {
  const { rows } = await sql<{ id: number; unread: number; last_at: Date; sms_id: number | null }>`
    select v.contact_id as id, v.unread, v.last_at,
           (select m.id from messages m
             where m.user_id = ${user_id} and m.contact_id = v.contact_id
             order by m.user_id desc, m.contact_id desc, m.id desc limit 1) as sms_id
      from conversations v
     where v.user_id = ${user_id} and v.contact_id = any(${ids}::bigint[])`.execute(db)
  const smsIds = rows.flatMap(({ sms_id }) => sms_id ?? [])
  const contacts = new Map((await findContacts(db, user_id, ids)).map((row) => [row.id, row]))
  const texts = new Map((await findSms(db, user_id, smsIds)).map((row) => [row.id, row]))
  return rows.flatMap(({ sms_id, ...row }) => {
    const contact = contacts.get(row.id)
    const sms = texts.get(sms_id ?? 0)
    // Deleted between the two questions.
    if (!contact) return []
    return [{ ...row, contact: presentContact(contact), last_sms: sms ? presentSms(sms) : null }]
  })
}

export function presentConversation({ id, contact, last_sms, unread, last_at }: Row) {
  return { id, contact, last_sms, unread, datetime: wireDatetime(last_at) }
}

/** How many received texts nobody has read, in all conversations. */
export async function countUnread(db: Db, user_id: number): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select coalesce(sum(unread), 0)::bigint as unread from conversations
     where user_id = ${user_id} and unread > 0`.execute(db)
  return rows[0]?.unread ?? 0
}
