import { sql } from 'kysely'
import { contactList } from '../contacts/list.ts'
import { findContacts, presentContact } from '../contacts/present.ts'
import type { Db } from '../db/pool.ts'
import { findPage, inOrder, pageFrame, readListQuery, type ListSpec } from '../http/list.ts'
import { findSegmentAudience, matches, nobodyAtAll, type Audience } from './audience.ts'

/** What lists of the contacts of a segment are searched, filtered and ordered by: as any list of contacts. */
export function contactsOfSegment(user_id: number, audience: Audience): ListSpec {
  const { orders, ...spec } = contactList(user_id)
  // Ordered by what is pending, a list has to look at all messages of the account.
  const { total_pending_sms: _, ...rest } = orders
  return {
    ...spec,
    orders: rest,
    from: sql`
      (select c.id, c.phone_number, c.can_be_sent_to, c.name_folded, c.country_code, c.continent_code, c.opted_out_at,
              c.total_sent, c.total_failed, c.total_received, c.last_sent_at, c.last_received_at, c.changed_at,
              c.created_at
         from contacts c
        where c.user_id = ${user_id} and ${matches(user_id, audience)}) c`,
  }
}

/** A page of the contacts that are in a segment now. */
export async function findContactsPage(
  db: Db,
  { user_id, id }: { user_id: number; id: number },
  { query, address }: { query: URLSearchParams; address: string },
) {
  const audience = (await findSegmentAudience(db, user_id, id)) ?? nobodyAtAll
  const spec = contactsOfSegment(user_id, audience)
  const list = readListQuery(spec, query)
  const { ids, total } = await findPage(db, spec, list)
  const rows = inOrder(ids, ids.length === 0 ? [] : await findContacts(db, user_id, ids))
  return { data: rows.map(presentContact), ...pageFrame(address, query, list, total) }
}
