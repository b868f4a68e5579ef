import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { searchNumbers } from '../contacts/search.ts'
import type { Db } from '../db/pool.ts'
import type { CampaignStatus, SegmentType } from '../db/schema.generated.ts'
import { searchPattern } from '../http/list.ts'
import { fold } from '../lib/fold.ts'

const foundMax = 5

type FoundContact = {
  id: number
  name: string | null
  phone_number: string
  has_opted_out: boolean
}

type Found = {
  contacts: FoundContact[]
  campaigns: { id: number; name: string; status: CampaignStatus }[]
  segments: { id: number; name: string; type: SegmentType }[]
  devices: { id: number; name: string }[]
}

/** Up to five of each kind. Names that begin with the term come first, then those that have it within, newest first. */
export async function findAnywhere(db: Db, user_id: number, term: string): Promise<Found> {
  const names = namesLike(term)
  const [contacts, campaigns, segments, devices] = await Promise.all([
    findContacts(db, user_id, term),
    sql<Found['campaigns'][number]>`
      select id, name, status from campaigns
       where user_id = ${user_id} and deleted_at is null and ${names.within}
       order by ${names.atStart} desc, id desc limit ${foundMax}`.execute(db),
    sql<Found['segments'][number]>`
      select id, name, type from segments
       where user_id = ${user_id} and deleted_at is null and ${names.within}
       order by ${names.atStart} desc, id desc limit ${foundMax}`.execute(db),
    sql<Found['devices'][number]>`
      select id, name from devices
       where user_id = ${user_id} and deleted_at is null and ${names.within}
       order by ${names.atStart} desc, id desc limit ${foundMax}`.execute(db),
  ])
  return { contacts, campaigns: campaigns.rows, segments: segments.rows, devices: devices.rows }
}

/**
 * One index after another, each for no more than five: names that begin so, numbers, names that have it within. None is
 * ordered by another than its own, so that a term that fits a million costs no more than one that fits five.
 */
async function findContacts(db: Db, user_id: number, term: string): Promise<FoundContact[]> {
  const { atStart, within } = namesLike(term)
  const byNumber = searchNumbers(sql.ref('phone_number'), sql.ref('can_be_sent_to'))(term)
  const found: FoundContact[] = []
  for (const condition of [atStart, byNumber, within]) {
    const known = found.map(({ id }) => id)
    const { rows } = await sql<FoundContact>`
      select id, name, phone_number, opted_out_at is not null as has_opted_out
        from contacts
       where user_id = ${user_id} and ${condition} and id <> all(${known}::bigint[])
       limit ${foundMax - found.length}`.execute(db)
    found.push(...rows)
    if (found.length >= foundMax) break
  }
  return found
}

function namesLike(term: string): { atStart: RawBuilder<SqlBool>; within: RawBuilder<SqlBool> } {
  const folded = fold(term)
  const pattern = searchPattern(folded)
  const start = pattern.startsWith('%') ? pattern.slice(1) : pattern
  return {
    atStart: sql<SqlBool>`name_folded like ${start}`,
    within: sql<SqlBool>`name_folded like ${pattern}`,
  }
}
