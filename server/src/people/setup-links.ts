import { sql } from 'kysely'
import { deleteCredentials, insertCredential, newSecret } from '../accounts/credentials.ts'
import { hashSecret } from '../accounts/remembered.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'

// A link that makes a person, or gives one a new password: works once, for a day, and only the newest of its kind does.

export type SetupLink = {
  user_id: number
  /** Whose password is chosen anew; null: it makes a person. */
  person_id: number | null
}

const hours = 24
/** As a subject of a credential: somebody who is not there yet. */
const nobodyYet = 0

/** The secret part of a new link. Older ones of the same account and person stop working. */
export async function createSetupLink(
  tx: Tx,
  { user_id, person_id }: SetupLink,
  now: Date,
): Promise<string> {
  const secret = newSecret('')
  const subject_id = person_id ?? nobodyYet
  await deleteCredentials(tx, { user_id, subject_id, kinds: ['setup_link'] })
  await insertCredential(tx, { kind: 'setup_link', secret, user_id, subject_id, created_at: now })
  return secret
}

/** What a link is for; undefined where it never was, is used up, replaced or too old. */
export async function findSetupLink(
  db: Db,
  secret: string,
  now: Date,
): Promise<SetupLink | undefined> {
  const { rows } = await sql<{ user_id: number; subject_id: number }>`
    select user_id, subject_id from credentials
     where hash = ${hashSecret(secret)} and kind = 'setup_link'
       and created_at > ${now}::timestamptz - ${hours} * interval '1 hour'`.execute(db)
  return rows[0] && toLink(rows[0])
}

/** The same, and uses it up: of two at the same moment one gets it. */
export async function takeSetupLink(
  tx: Tx,
  secret: string,
  now: Date,
): Promise<SetupLink | undefined> {
  const { rows } = await sql<{ user_id: number; subject_id: number }>`
    delete from credentials
     where hash = ${hashSecret(secret)} and kind = 'setup_link'
       and created_at > ${now}::timestamptz - ${hours} * interval '1 hour'
    returning user_id, subject_id`.execute(tx)
  return rows[0] && toLink(rows[0])
}

/** A new link for the first person of the first account, while nobody signs in to anything; else undefined. */
export async function createFirstSetupLink(tx: Tx, now: Date): Promise<string | undefined> {
  const somebody = await hasPeople(tx)
  const account = await tx
    .selectFrom('accounts')
    .select('user_id')
    .orderBy('user_id')
    .limit(1)
    .executeTakeFirst()
  if (somebody || !account) return undefined
  return createSetupLink(tx, { user_id: account.user_id, person_id: null }, now)
}

/** Whether anybody signs in, to whatever account. */
export async function hasPeople(db: Db): Promise<boolean> {
  const one = await db
    .selectFrom('people')
    .select('id')
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

function toLink({ user_id, subject_id }: { user_id: number; subject_id: number }): SetupLink {
  return { user_id, person_id: subject_id === nobodyYet ? null : subject_id }
}
