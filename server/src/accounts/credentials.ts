import { hash as digest, randomBytes } from 'node:crypto'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import type { CredentialKind } from '../db/schema.generated.ts'

export type Credential = { user_id: number; subject_id: number }

/** Finds what a secret opens; undefined for an unknown or revoked one. */
export type FindCredential = (
  kind: CredentialKind,
  secret: string,
) => Promise<Credential | undefined>

const cacheMs = 15_000
const cacheMax = 20_000

/**
 * Credentials by the hash of their secret, remembered for a few seconds. `forget` empties the memory: to be called when
 * a signal says that credentials have changed, so that a revoked one is refused at once.
 */
export function createCredentialFinder(
  db: Db,
  now: () => Date,
): { find: FindCredential; forget: () => void } {
  const cache = new Map<string, { credential: Credential; until: number }>()
  let generation = 0

  async function find(kind: CredentialKind, secret: string): Promise<Credential | undefined> {
    const hash = hashSecret(secret)
    const key = `${kind}:${hash.toString('base64')}`
    const cached = cache.get(key)
    if (cached && cached.until > now().getTime()) return cached.credential
    const asked = generation
    const credential = await db
      .selectFrom('credentials')
      .select(['user_id', 'subject_id'])
      .where('hash', '=', hash)
      .where('kind', '=', kind)
      .executeTakeFirst()
    if (!credential) {
      cache.delete(key)
      return undefined
    }
    if (cache.size >= cacheMax) cache.clear()
    // What was read before a change was told is not kept.
    if (asked === generation) cache.set(key, { credential, until: now().getTime() + cacheMs })
    return credential
  }

  return {
    find,
    forget: () => {
      generation += 1
      cache.clear()
    },
  }
}

export async function insertCredential(
  tx: Tx,
  credential: Credential & { kind: CredentialKind; secret: string },
): Promise<void> {
  const { kind, secret, user_id, subject_id } = credential
  await tx
    .insertInto('credentials')
    .values({ hash: hashSecret(secret), kind, user_id, subject_id })
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

function hashSecret(secret: string): Buffer {
  return digest('sha256', secret, 'buffer')
}
