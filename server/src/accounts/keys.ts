import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Db } from '../db/pool.ts'
import type { ListSpec } from '../http/list.ts'
import { searchIn } from '../http/filters.ts'
import { wireDatetime } from '../http/wire.ts'

export type ApiKey = {
  id: number
  name: string
  prefix: string
  created_at: Date
  last_used_at: Date | null
}

/** Keys that are not revoked. */
export function keyList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`k.${name}`) })
  return {
    from: sql`
      (select id, name, lower(name) as name_folded, created_at, last_used_at from api_keys
        where user_id = ${user_id} and revoked_at is null) k`,
    id: sql.ref<number>('k.id'),
    search: { name: searchIn(sql.ref('k.name_folded')) },
    filters: {},
    orders: {
      id: column('id'),
      name: column('name_folded'),
      datetime: column('created_at'),
      last_used_datetime: { ...column('last_used_at'), isNullable: true },
    },
    datetimes: {
      datetime: sql.ref('k.created_at'),
      last_used_datetime: sql.ref('k.last_used_at'),
    },
  }
}

export async function findKeys(db: Db, user_id: number, ids: number[]): Promise<ApiKey[]> {
  return db
    .selectFrom('api_keys')
    .select(['id', 'name', 'prefix', 'created_at', 'last_used_at'])
    .where('user_id', '=', user_id)
    .where('id', 'in', ids)
    .where('revoked_at', 'is', null)
    .execute()
}

export function presentKey(key: ApiKey, api_key_id: number | null) {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    datetime: wireDatetime(key.created_at),
    last_used_datetime: wireDatetime(key.last_used_at),
    is_current: key.id === api_key_id,
  }
}

const noteMs = 600_000
const notedMax = 10_000

/** Notes when keys were used: each at most once in ten minutes, since a write for each request would cost too much. */
export function createKeyUse({ db, now, log }: { db: Db; now: () => Date; log: Logger }) {
  const noted = new Map<number, number>()

  return async ({ user_id, id }: { user_id: number; id: number }): Promise<void> => {
    const at = now()
    if (at.getTime() - (noted.get(id) ?? 0) < noteMs) return
    if (noted.size >= notedMax) noted.clear()
    noted.set(id, at.getTime())
    try {
      await db
        .updateTable('api_keys')
        .set({ last_used_at: at })
        .where('user_id', '=', user_id)
        .where('id', '=', id)
        .where((eb) =>
          eb.or([
            eb('last_used_at', 'is', null),
            eb('last_used_at', '<', new Date(at.getTime() - noteMs)),
          ]),
        )
        .execute()
    } catch (error) {
      // The request that asks does not depend on it; the next one notes it.
      noted.delete(id)
      log.debug({ error }, 'the use of a key could not be noted')
    }
  }
}
