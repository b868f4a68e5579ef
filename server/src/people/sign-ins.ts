import { sql } from 'kysely'
import { insertCredential, newSecret } from '../accounts/credentials.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'

/** What is remembered of a browser, so that its person knows it again. */
export type Browser = { user_agent: string | null; ip: string; is_secure: boolean }

const agentMax = 500

/** Signs a person in on a browser. Answers what the browser shows from now on: it is known this once. */
export async function createSignIn(
  tx: Tx,
  { user_id, person_id }: { user_id: number; person_id: number },
  { user_agent, ip, is_secure }: Browser,
  now: Date,
): Promise<string> {
  const secret = newSecret('si_')
  const { id } = await tx
    .insertInto('sign_ins')
    .values({
      user_id,
      person_id,
      user_agent: user_agent?.slice(0, agentMax) ?? null,
      ip,
      is_secure,
      created_at: now,
      last_used_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertCredential(tx, { kind: 'sign_in', secret, user_id, subject_id: id })
  return secret
}

/** Ends one sign-in. Whoever calls this tells `keys` after the commit. */
export async function endSignIn(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
): Promise<void> {
  await sql`
    with gone as (
      delete from sign_ins where user_id = ${user_id} and id = ${id} returning id
    )
    delete from credentials c using gone
     where c.user_id = ${user_id} and c.kind = 'sign_in' and c.subject_id = gone.id`.execute(tx)
}

/** Ends all sign-ins of a person, or all but one. Whoever calls this tells `keys` after the commit. */
export async function endSignInsOf(
  tx: Tx,
  { user_id, person_id, except }: { user_id: number; person_id: number; except?: number | null },
): Promise<void> {
  await sql`
    with gone as (
      delete from sign_ins
       where user_id = ${user_id} and person_id = ${person_id} and id <> ${except ?? 0}::bigint
      returning id
    )
    delete from credentials c using gone
     where c.user_id = ${user_id} and c.kind = 'sign_in' and c.subject_id = gone.id`.execute(tx)
}

const oldMax = 1000

/** Deletes those that have not been used since, a thousand at a time; whether there may be more. */
export async function deleteOldSignIns(db: Db, before: Date): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    with gone as (
      delete from sign_ins s using (
        select user_id, id from sign_ins where last_used_at < ${before} limit ${oldMax}) old
       where s.user_id = old.user_id and s.id = old.id and s.last_used_at < ${before}
      returning s.user_id, s.id
    ), shut as (
      delete from credentials c using gone
       where c.user_id = gone.user_id and c.kind = 'sign_in' and c.subject_id = gone.id
    )
    select id from gone`.execute(db)
  return rows.length === oldMax
}
