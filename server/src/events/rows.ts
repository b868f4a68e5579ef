import { sql, type RawBuilder } from 'kysely'
import { findCampaigns, presentCampaign } from '../campaigns/present.ts'
import { findExtras } from '../campaigns/extras.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { findDevices, presentDevice } from '../devices/present.ts'
import { findImports, presentImport } from '../imports/present.ts'
import { findJobs, presentJob } from '../jobs/present.ts'
import {
  byUser,
  changedKeys,
  partOf,
  type Change,
  type EventName,
  type Memory,
  type Shown,
  type Subject,
} from './subject.ts'
import type { IdTopic } from './topics.ts'

// What is one row: whether it has changed is asked for all accounts at once, by the version that PostgreSQL gives each
// row; only what has is read.

type Kind = {
  event: EventName
  /** What goes by the clock, or by other rows, is read again after this long though the row is as it was. */
  staleMs: number
  /** Selects `user_id, id, version` of rows of `asked (user_id, id)`. */
  versions: RawBuilder<unknown>
  load: (context: Context, user_id: number, ids: number[]) => Promise<Shown[]>
}

/** A row's version changes with each change of it. */
const versionsOf = (table: string) => sql`
  select t.user_id, t.id, t.xmin::text as version
    from asked join ${sql.table(table)} t on t.user_id = asked.user_id and t.id = asked.id`

const kinds: Record<IdTopic, Kind> = {
  campaign: {
    event: 'campaign.progress',
    staleMs: 5000,
    versions: versionsOf('campaigns'),
    load: async ({ db, now }, user_id, ids) => {
      const rows = await findCampaigns(db, user_id, ids)
      const include = new Set(['progress', 'moves'] as const)
      const extras = await findExtras(db, user_id, rows, { include, now: now() })
      return rows.map((row) => ({ ...presentCampaign(row), ...extras.get(row.id) }))
    },
  },
  import: {
    event: 'import.progress',
    staleMs: 10_000,
    versions: versionsOf('imports'),
    load: async ({ db, now }, user_id, ids) =>
      (await findImports(db, user_id, ids)).map((row) => presentImport(row, now())),
  },
  job: {
    event: 'job.progress',
    staleMs: 10_000,
    versions: versionsOf('jobs'),
    load: async ({ db }, user_id, ids) => (await findJobs(db, user_id, ids)).map(presentJob),
  },
  device: {
    event: 'device.changed',
    staleMs: 10_000,
    versions: sql`
      select t.user_id, t.id, concat_ws('.', t.xmin, i.xmin, w.xmin, s.version) as version
        from asked join devices t on t.user_id = asked.user_id and t.id = asked.id
        left join installations i on i.user_id = t.user_id and i.id = t.installation_id
        left join device_watch w on w.user_id = t.user_id and w.device_id = t.id
       cross join lateral (
         select string_agg(s.xmin::text, ',' order by s.subscription_id) as version
           from sims s where s.user_id = t.user_id and s.device_id = t.id) s`,
    load: async ({ db, now }, user_id, ids) =>
      (await findDevices(db, user_id, ids, now())).map(presentDevice),
  },
}

type Asked = { subject: Subject; memory: Memory; user_id: number; id: number }

/** What has changed of these subjects, which are all of one kind and have an id. */
export function lookAtRows(
  context: Context,
  kind: IdTopic,
  subjects: readonly Subject[],
): Promise<Change[]> {
  return look(
    context,
    kind,
    subjects.map((subject) => ({
      subject,
      memory: subject.own,
      user_id: subject.user_id,
      id: subject.topic.id ?? 0,
    })),
  )
}

/** What has changed of all devices of some accounts. What they are like at first is told by nobody: a list is read. */
export async function lookAtFleets(
  context: Context,
  subjects: readonly Subject[],
): Promise<Change[]> {
  const devices = await findAllDevices(
    context.db,
    subjects.map(({ user_id }) => user_id),
  )
  const asked: Asked[] = []
  const silent = new Set<Memory>()
  for (const [user_id, fleets] of byUser(subjects)) {
    for (const subject of fleets) {
      const isFirst = !subject.parts.has('devices')
      partOf(subject, 'devices')
      for (const id of devices.get(user_id) ?? []) {
        const memory = partOf(subject, `device:${id}`)
        if (isFirst) silent.add(memory)
        asked.push({ subject, memory, user_id, id })
      }
    }
  }
  return look(context, 'device', asked, silent)
}

async function look(
  context: Context,
  name: IdTopic,
  asked: readonly Asked[],
  silent?: ReadonlySet<Memory>,
): Promise<Change[]> {
  if (asked.length === 0) return []
  const kind = kinds[name]
  const versions = await findVersions(context.db, kind, asked)
  const keyOf = ({ user_id, id }: { user_id: number; id: number }) => `${user_id}:${id}`
  const at = Date.now()
  const stale = asked.filter((one) => {
    const { version, read_at = 0 } = one.memory
    const present = versions.get(keyOf(one))
    return present !== undefined && (present !== version || at - read_at > kind.staleMs)
  })
  const changes: Change[] = []
  for (const [user_id, ofUser] of Map.groupBy(stale, (one) => one.user_id)) {
    const ids = [...new Set(ofUser.map(({ id }) => id))]
    const shown = new Map(
      // Every resource has its id among its keys.
      (await kind.load(context, user_id, ids)).map((one) => [one['id'] as number, one]),
    )
    for (const { subject, memory, id } of ofUser) {
      const row = shown.get(id)
      memory.version = versions.get(`${user_id}:${id}`) ?? ''
      memory.read_at = at
      if (!row) continue
      const data = changedKeys(memory, row)
      if (data && !silent?.has(memory))
        changes.push({ subject, event: kind.event, data: { ...data, id } })
    }
  }
  return changes
}

async function findVersions(
  db: Db,
  { versions }: Kind,
  asked: readonly { user_id: number; id: number }[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ user_id: number; id: number; version: string }>`
    with asked as (
      select distinct user_id, id
        from unnest(${asked.map(({ user_id }) => user_id)}::bigint[], ${asked.map(({ id }) => id)}::bigint[]) as a (user_id, id)
    ) ${versions}`.execute(db)
  return new Map(rows.map(({ user_id, id, version }) => [`${user_id}:${id}`, version]))
}

async function findAllDevices(db: Db, users: readonly number[]): Promise<Map<number, number[]>> {
  const { rows } = await sql<{ user_id: number; ids: number[] }>`
    select user_id, array_agg(id order by id) as ids from devices
     where user_id = any(${users}::bigint[]) and deleted_at is null group by user_id`.execute(db)
  return new Map(rows.map(({ user_id, ids }) => [user_id, ids]))
}
