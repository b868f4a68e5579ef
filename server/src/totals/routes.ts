import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { readRoute, type Api } from '../http/routing.ts'
import { version } from '../http/version.ts'
import { dataOf, Datetime, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { noOutside, type Outside } from '../notices/outside.ts'

const Counts = Type.Record(Type.String(), Type.Integer())

const Health = Type.Object({
  version: Type.String(),
  datetime: Datetime,
  database: Type.Object({
    version: Type.String(),
    bytes: Type.Integer(),
    milliseconds: Type.Number({ description: 'How long it took to answer' }),
  }),
  disk: Type.Unsafe<object | null>({
    type: ['object', 'null'],
    description: 'Where DATA_DIR lies; null where the database is elsewhere',
    properties: { total_bytes: Type.Integer(), free_bytes: Type.Integer() },
    required: ['total_bytes', 'free_bytes'],
  }),
  devices: Type.Object({
    total: Type.Integer(),
    offline: Type.Array(
      Type.Object({ id: Type.Integer(), name: Type.String(), offline_since_datetime: Datetime }),
    ),
  }),
  mail: Type.Object({ is_configured: Type.Boolean() }),
  notifications: Type.Object({
    waiting: Type.Integer({ description: 'Notices that are still to be sent to an address' }),
    failed: Type.Integer({ description: 'Those that were given up in the last seven days' }),
  }),
  last_check: Type.Unsafe<object | null>({
    type: ['object', 'null'],
    description: 'The last nightly check of the totals; null: there was none yet',
    properties: {
      datetime: Datetime,
      total_checked: Type.Integer(),
      total_differences: Type.Integer(),
      differences: Type.Array(
        Type.Object({
          table: Type.String(),
          id: Type.Integer(),
          told: Counts,
          counted: Counts,
        }),
      ),
    },
    required: ['datetime', 'total_checked', 'total_differences', 'differences'],
  }),
  next_check_datetime: NullableDatetime,
  last_backup_datetime: nullable({
    ...Datetime,
    description: 'Of `npm run simcast -- backup`; null: not known',
  }),
})

export function healthRoutes(api: Api): void {
  const { context } = api
  readRoute(api, {
    url: '/api/health/details',
    tag: 'account',
    summary: 'See how the installation is',
    description:
      'The database, the disk, your phones, the last check of your totals and the last backup.',
    response: dataOf(Health),
    handle: async ({ user_id }) => ({ data: await findHealth(context, user_id) }),
  })
}

async function findHealth({ db, now, outside = noOutside }: Context, user_id: number) {
  const startedAt = performance.now()
  const database = await findDatabase(db)
  const milliseconds = Math.round((performance.now() - startedAt) * 10) / 10
  const account = await findAccount(db, user_id, now())
  return {
    version,
    datetime: wireDatetime(now()),
    database: { ...database, milliseconds },
    disk: await findDisk(outside),
    devices: await findDevices(db, user_id),
    mail: { is_configured: outside.mail !== null },
    notifications: { waiting: account.waiting, failed: account.failed },
    last_check: await findLastCheck(db, user_id),
    next_check_datetime: wireDatetime(account.next_check_at),
    last_backup_datetime: wireDatetime(account.backed_up_at),
  }
}

async function findDatabase(db: Db): Promise<{ version: string; bytes: number }> {
  const { rows } = await sql<{ version: string; bytes: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(
    db,
  )
  return rows[0] ?? { version: '', bytes: 0 }
}

async function findDisk({ data_dir }: Outside) {
  if (data_dir === null) return null
  const { bsize, blocks, bavail } = await statfs(data_dir)
  return { total_bytes: bsize * blocks, free_bytes: bsize * bavail }
}

async function findDevices(db: Db, user_id: number) {
  const { rows } = await sql<{ id: number; name: string; offline_since: Date | null }>`
    select d.id, d.name, w.offline_since
      from devices d
      left join device_watch w on w.user_id = d.user_id and w.device_id = d.id and w.is_offline
     where d.user_id = ${user_id} and d.deleted_at is null order by d.id`.execute(db)
  const offline = rows.flatMap(({ id, name, offline_since }) =>
    offline_since ? [{ id, name, offline_since_datetime: wireDatetime(offline_since) }] : [],
  )
  return { total: rows.length, offline }
}

type AccountRow = {
  backed_up_at: Date | null
  next_check_at: Date | null
  waiting: number
  failed: number
}

async function findAccount(db: Db, user_id: number, now: Date): Promise<AccountRow> {
  const { rows } = await sql<AccountRow>`
    select a.backed_up_at,
           (select k.next_at from account_chores k where k.user_id = a.user_id and k.chore = 'check') as next_check_at,
           (select count(*) from notice_deliveries d where d.user_id = a.user_id and d.next_at is not null) as waiting,
           (select count(*) from notice_deliveries d
              join notices n on n.user_id = d.user_id and n.id = d.notice_id
             where d.user_id = a.user_id and d.next_at is null and d.sent_at is null
               and n.happened_at > ${now}::timestamptz - interval '7 days') as failed
      from accounts a where a.user_id = ${user_id}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The account of a key is there')
  return row
}

async function findLastCheck(db: Db, user_id: number) {
  const check = await db
    .selectFrom('checks')
    .select(['finished_at', 'total_checked', 'total_differences', 'differences'])
    .where('user_id', '=', user_id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!check) return null
  const { finished_at, total_checked, total_differences, differences } = check
  return { datetime: wireDatetime(finished_at), total_checked, total_differences, differences }
}
