import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { notFound } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { readRoute, type Api } from '../http/routing.ts'
import { dataOf, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { checkNames, checksOf, checkStates, type CheckFacts } from './checks.ts'
import { isListening, isOnline, signAt } from './online.ts'

const Check = Type.Object({
  check: Type.String({ enum: [...checkNames] }),
  state: Type.String({
    enum: [...checkStates],
    description: '`waiting` for what has not happened yet',
  }),
  datetime: NullableDatetime,
  title: Type.String(),
  advice: nullable(Type.String({ description: 'What to do; null when there is nothing' })),
})

export function checkRoutes(api: Api): void {
  const { context } = api
  readRoute(api, {
    url: '/api/devices/:id/checks',
    tag: 'devices',
    summary: 'Check how a phone is set up',
    description:
      'Whether it reached us, by which app, with which SIMs, whether it can be told of new work, and whether texts went and came.',
    exists: { noun: 'device', check: shownRowExists('devices') },
    response: dataOf(Type.Array(Check)),
    handle: async ({ user_id, id }) => {
      const checks = checksOf(await findFacts(context.db, user_id, id, context.now()))
      return { data: checks.map(({ at, ...check }) => ({ ...check, datetime: wireDatetime(at) })) }
    },
  })
}

/** Of the failures of an account only the last ones are looked at. */
const failuresMax = 200

async function findFacts(db: Db, user_id: number, id: number, now: Date): Promise<CheckFacts> {
  const { rows } = await sql<Omit<CheckFacts, 'sims' | 'refused'>>`
    select i.enrolled_at, i.reached_over, ${isOnline(now)} as is_online, ${isListening(now)} as is_listening,
           i.streaming_since, ${signAt(now)} as last_heard_at, d.app_version, d.sims_reported_at, d.last_received_at,
           d.last_sent_at, nullif(concat_ws(' ', d.device_brand, d.device_model), '') as model,
           exists (select from pretend_phones p where p.user_id = d.user_id and p.device_id = d.id) as is_hosted
      from devices d
      left join installations i on i.user_id = d.user_id and i.id = d.installation_id and i.ended_at is null
     where d.user_id = ${user_id} and d.id = ${id} and d.deleted_at is null`.execute(db)
  const [row] = rows
  if (!row) throw notFound(`There is no device ${id}.`)
  const sims = await db
    .selectFrom('sims')
    .select(['subscription_id', 'phone_number'])
    .where('user_id', '=', user_id)
    .where('device_id', '=', id)
    .where('is_present', '=', true)
    .orderBy('subscription_id')
    .execute()
  return { ...row, sims, refused: await findRefused(db, user_id, id, row.last_sent_at) }
}

async function findRefused(
  db: Db,
  user_id: number,
  device_id: number,
  last_sent_at: Date | null,
): Promise<CheckFacts['refused']> {
  const { rows } = await sql<{ error: string; at: Date }>`
    select m.error, m.finished_at as at
      from (select device_id, status, error, finished_at from messages
             where user_id = ${user_id} and status in ('failed', 'cancelled')
             order by id desc limit ${failuresMax}) m
     where m.device_id = ${device_id} and m.status = 'failed' and m.error ilike '%permission%'
       and (${last_sent_at}::timestamptz is null or m.finished_at > ${last_sent_at})
     limit 1`.execute(db)
  return rows[0] ?? null
}
