import { sql } from 'kysely'
import type { FindCredential } from '../accounts/credentials.ts'
import type { Context } from '../context.ts'
import { named, type Db } from '../db/pool.ts'
import { gather } from '../lib/gather.ts'
import type { Phone } from './hand-over.ts'

const cacheMs = 15_000

/** Resolves the phone of an app's token, remembered for a few seconds and forgotten when credentials change. */
export function createPhoneFinder(context: Context, find: FindCredential) {
  const { db, now, wake } = context
  const cache = new Map<string, { phone: Phone; until: number }>()
  wake.listen((signal) => {
    if (signal.about === 'keys') cache.clear()
  })

  async function load(user_id: number, installation_id: number): Promise<Phone | undefined> {
    const row = await db
      .selectFrom('installations as i')
      .innerJoin('devices as d', (join) =>
        join.onRef('d.user_id', '=', 'i.user_id').onRef('d.id', '=', 'i.device_id'),
      )
      .select(['i.user_id', 'i.device_id', 'i.id as installation_id', 'i.app_version'])
      .where('i.user_id', '=', user_id)
      .where('i.id', '=', installation_id)
      .where('i.ended_at', 'is', null)
      .where('d.deleted_at', 'is', null)
      .executeTakeFirst()
    return row
  }

  return {
    find: async (token: string): Promise<Phone | undefined> => {
      const cached = cache.get(token)
      // The credential itself is asked every time; that memory is emptied at once when it is revoked.
      const credential = await find('installation', token)
      if (!credential) return undefined
      if (cached && cached.until > now().getTime()) return cached.phone
      const phone = await load(credential.user_id, credential.subject_id)
      if (phone) cache.set(token, { phone, until: now().getTime() + cacheMs })
      return phone
    },
  }
}

type Sighting = {
  user_id: number
  device_id: number
  installation_id: number
  at: Date
  ip: string
  app_version: string | null
}

const noteEveryMs = 10_000

/** Notes when and from where phones were last heard of: once in ten seconds for each, many in one statement. */
export function createPhoneSightings({ db, now, log }: Context) {
  const lastNoted = new Map<number, number>()
  const save = gather(
    async (sightings: Sighting[]) => {
      for (const [user_id, ofUser] of Map.groupBy(sightings, (one) => one.user_id))
        await saveSightings(db, user_id, ofUser)
      return sightings.map(() => undefined)
    },
    { batchMax: 1000, inFlightMax: 1 },
  )
  return {
    note: (phone: Phone, seen: { ip: string; app_version: string | null }): void => {
      const at = now()
      if (at.getTime() - (lastNoted.get(phone.installation_id) ?? 0) < noteEveryMs) return
      if (lastNoted.size > 100_000) lastNoted.clear()
      lastNoted.set(phone.installation_id, at.getTime())
      const { user_id, device_id, installation_id } = phone
      save({ user_id, device_id, installation_id, at, ...seen }).catch((error: unknown) =>
        log.debug({ error }, 'a sighting was not noted'),
      )
    },
  }
}

/** Devices that somebody else has locked just now are left out: a sighting is not worth waiting for. */
async function saveSightings(
  db: Db,
  user_id: number,
  sightings: readonly Sighting[],
): Promise<void> {
  await sql`${named}
    with seen as (
      select distinct on (device_id) *
        from unnest(${sightings.map(({ device_id }) => device_id)}::bigint[], ${sightings.map(({ at }) => at)}::timestamptz[],
                    ${sightings.map(({ ip }) => ip)}::text[], ${sightings.map(({ app_version }) => app_version)}::text[])
               as g (device_id, at, ip, app_version)
       order by device_id, at desc
    ),
    free as materialized (
      select d.id from devices d
       where d.user_id = ${user_id} and d.id in (select device_id from seen)
         for no key update skip locked
    )
    update devices d
       set last_ping_at = greatest(d.last_ping_at, seen.at), ip = seen.ip,
           app_version = coalesce(seen.app_version, d.app_version)
      from free
      join seen on seen.device_id = free.id
     where d.user_id = ${user_id} and d.id = free.id`.execute(db)
}
