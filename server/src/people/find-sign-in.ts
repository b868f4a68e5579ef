import { sql } from 'kysely'
import { rememberBySecret } from '../accounts/remembered.ts'
import type { Db } from '../db/pool.ts'
import { signInDays, type SignedIn } from '../http/authentication.ts'

type Row = {
  user_id: number
  id: number
  person_id: number
  is_secure: boolean
  last_used_at: Date
}

const dayMs = 86_400_000
/** A write for each request would cost more than it tells. */
const renewMs = 600_000

/**
 * Sign-ins by what the browser shows. One that was not used for thirty days is over; one that is used is noted as such
 * every ten minutes, by one of the processes. Ended ones are refused at once after `forget`.
 */
export function createSignInFinder(
  db: Db,
  now: () => Date,
): { find: (token: string) => Promise<SignedIn | undefined>; forget: () => void } {
  const { find: remember, forget } = rememberBySecret(now, (_: 'sign_in', hash) =>
    findRow(db, hash),
  )

  async function find(token: string): Promise<SignedIn | undefined> {
    const row = await remember('sign_in', token)
    if (!row) return undefined
    const unused = now().getTime() - row.last_used_at.getTime()
    if (unused > signInDays * dayMs) return undefined
    const renew = unused > renewMs && (await noteUse(db, row, now()))
    return {
      user_id: row.user_id,
      api_key_id: null,
      person_id: row.person_id,
      sign_in_id: row.id,
      is_secure: row.is_secure,
      renew,
    }
  }

  return { find, forget }
}

async function findRow(db: Db, hash: Buffer): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select s.user_id, s.id, s.person_id, s.is_secure, s.last_used_at
      from credentials c
      join sign_ins s on s.user_id = c.user_id and s.id = c.subject_id
     where c.hash = ${hash} and c.kind = 'sign_in'`.execute(db)
  return rows[0]
}

/** True for one of those that come at the same moment: it sets the cookie again. */
async function noteUse(db: Db, row: Row, now: Date): Promise<boolean> {
  // What is remembered says so too, whoever wrote it.
  row.last_used_at = now
  const { rows } = await sql`
    update sign_ins set last_used_at = ${now}
     where user_id = ${row.user_id} and id = ${row.id}
       and last_used_at < ${new Date(now.getTime() - renewMs)}
    returning id`.execute(db)
  return rows.length > 0
}
