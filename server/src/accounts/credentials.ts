import { randomBytes } from 'node:crypto'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import type { CredentialKind } from '../db/schema.generated.ts'
import { hashSecret, rememberBySecret, type Find } from './remembered.ts'

export type Credential = { user_id: number; subject_id: number }

/** Finds what a secret opens; undefined for an unknown or revoked one. */
export type FindCredential = Find<CredentialKind, Credential>

/** Credentials by the hash of their secret. Revoked ones are refused at once after `forget`. */
export function createCredentialFinder(
  db: Db,
  now: () => Date,
): { find: FindCredential; forget: () => void } {
  return rememberBySecret(now, async (kind: CredentialKind, hash) =>
    db
      .selectFrom('credentials')
      .select(['user_id', 'subject_id'])
      .where('hash', '=', hash)
      .where('kind', '=', kind)
      .executeTakeFirst(),
  )
}

export async function insertCredential(
  tx: Tx,
  credential: Credential & { kind: CredentialKind; secret: string; created_at?: Date },
): Promise<void> {
  const { secret, ...row } = credential
  await tx
    .insertInto('credentials')
    .values({ hash: hashSecret(secret), ...row })
    .execute()
}

export async function deleteCredentials(
  tx: Tx,
  { user_id, subject_id, kinds }: Credential & { kinds: CredentialKind[] },
): Promise<void> {
  await tx
    .deleteFrom('credentials')
    .where('user_id', '=', user_id)
    .where('kind', 'in', kinds)
    .where('subject_id', '=', subject_id)
    .execute()
}

/** A secret that needs no stretching: 256 random bits in letters and digits, behind a prefix that tells what it is. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url').replaceAll('-', 'x').replaceAll('_', 'y')}`
}
