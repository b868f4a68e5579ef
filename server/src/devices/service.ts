import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { deleteCredentials, insertCredential } from '../accounts/credentials.ts'
import type { Context } from '../context.ts'
import { named, type Db } from '../db/pool.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { readNumbers } from '../contacts/read-numbers.ts'
import { conflict, notFound, type Problem } from '../errors.ts'
import { fold } from '../lib/fold.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkRevision } from '../lib/revision.ts'
import { inHandOf, lockCampaignsOf } from '../messages/lock-owners.ts'
import { endInstallation } from './enrol.ts'

export type SimChoice = { device_id: number; sim_subscription_id: number }

const renewedHeldError = 'The phone was shut out while it held the message; it may have gone out'

/** What is wrong with a device and SIM that a request names; empty when messages can be sent from there. */
export async function deviceProblems(
  db: Db,
  user_id: number,
  choice: SimChoice,
): Promise<Problem[]> {
  // Within a transaction the device stays: whoever deletes it waits, and then sees who names it.
  await sql`
    select id from devices where user_id = ${user_id} and id = ${choice.device_id} for key share`.execute(
    db,
  )
  return simProblems(await findSims(db, user_id, [choice.device_id]), choice)
}

/** The same against SIMs that were read for many requests at once. */
export function simProblems(
  sims: ReadonlyMap<number, number[]>,
  { device_id, sim_subscription_id }: SimChoice,
): Problem[] {
  const allowed = sims.get(device_id)
  if (!allowed) return [{ title: `There is no device ${device_id}.`, field: 'device_id' }]
  if (allowed.includes(sim_subscription_id)) return []
  const title = `Device ${device_id} has no SIM ${sim_subscription_id}. Its SIMs are: ${allowed.join(', ')}.`
  return [{ title, field: 'sim_subscription_id' }]
}

/** The SIMs that each of these devices can be asked to send from: 1 to 3 until its phone has said which it has. */
export async function findSims(
  db: Db,
  user_id: number,
  device_ids: readonly number[],
): Promise<Map<number, number[]>> {
  const { rows } = await sql<{ id: number; subscription_ids: number[] }>`${named}
    select d.id, array_agg(s.subscription_id::integer order by s.subscription_id) as subscription_ids
      from devices d
      join sims s on s.user_id = d.user_id and s.device_id = d.id and (s.is_present or d.sims_reported_at is null)
     where d.user_id = ${user_id} and d.id = any(${device_ids}::bigint[]) and d.deleted_at is null
     group by d.id`.execute(db)
  return new Map(rows.map(({ id, subscription_ids }) => [id, subscription_ids]))
}

/** Twenty letters and digits without those that look alike: 100 bits that can be typed into a phone. */
export function newEnrolmentToken(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789x'
  const characters = [...randomBytes(20)].map((byte) => alphabet[byte % 32] ?? 'x')
  return [0, 5, 10, 15].map((start) => characters.slice(start, start + 5).join('')).join('-')
}

export async function createDevice(
  tx: Tx,
  user_id: number,
  { name, is_pretend = false }: { name: string; is_pretend?: boolean },
  now: Date,
): Promise<{ id: number; token: string }> {
  const { id } = await tx
    .insertInto('devices')
    .values({ user_id, name, name_folded: fold(name), is_pretend, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  // A pretend phone is for demos: no pace.
  const max_per_minute = is_pretend ? 0 : 10
  await tx
    .insertInto('sims')
    .values(
      [1, 2, 3].map((subscription_id) => ({
        user_id,
        device_id: id,
        subscription_id,
        max_per_minute,
      })),
    )
    .execute()
  const token = newEnrolmentToken()
  await insertCredential(tx, { kind: 'enrolment', secret: token, user_id, subject_id: id })
  return { id, token }
}

/** A new enrolment token. The phone that enrolled with the old one is shut out. */
export async function renewToken(
  tx: Tx,
  context: Context,
  user_id: number,
  device_id: number,
): Promise<string> {
  await lockCampaignsOf(tx, user_id, inHandOf(user_id, device_id))
  const device = await lockDevice(tx, user_id, device_id)
  await refuseHosted(tx, user_id, device_id)
  await deleteCredentials(tx, { user_id, subject_id: device_id, kinds: ['enrolment'] })
  await shutOut(tx, context, {
    user_id,
    device_id,
    installation_id: device.installation_id,
    error: renewedHeldError,
  })
  const token = newEnrolmentToken()
  await insertCredential(tx, { kind: 'enrolment', secret: token, user_id, subject_id: device_id })
  return token
}

async function refuseHosted(tx: Tx, user_id: number, device_id: number): Promise<void> {
  const hosted = await tx
    .selectFrom('pretend_phones')
    .select('device_id')
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .executeTakeFirst()
  if (hosted) throw conflict('The pretend phone runs inside Simcast and needs no token.')
}

export type DeviceChange = { name?: string; notifications?: string[]; is_paused?: boolean }

export async function updateDevice(
  tx: Tx,
  context: Context,
  {
    user_id,
    device_id,
    change,
    expected_revision,
  }: { user_id: number; device_id: number; change: DeviceChange; expected_revision?: number },
): Promise<void> {
  const device = await lockDevice(tx, user_id, device_id)
  checkRevision(device.revision, expected_revision)
  if (Object.keys(change).length === 0) return
  await tx
    .updateTable('devices')
    .set({
      ...change,
      ...(change.name === undefined ? {} : { name_folded: fold(change.name) }),
      revision: sql<number>`revision + 1`,
      changed_at: context.now(),
    })
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .execute()
  if (change.is_paused === false)
    afterCommit(tx, () => context.wake.tell({ about: 'device', user_id, device_id }))
}

export type SimChange = {
  phone_number?: string | null
  display_name?: string | null
  max_per_minute?: number
  max_per_hour?: number
  max_per_day?: number
  max_per_month?: number
  gap_min_seconds?: number
  gap_max_seconds?: number
  is_draining?: boolean
}

export async function updateSim(
  tx: Tx,
  context: Context,
  {
    user_id,
    device_id,
    subscription_id,
    change,
  }: { user_id: number; device_id: number; subscription_id: number; change: SimChange },
): Promise<void> {
  // Before its SIM: a phone that enrols locks them in this order.
  await lockDevice(tx, user_id, device_id)
  const sim = await lockSim(tx, user_id, { device_id, sim_subscription_id: subscription_id })
  const problems = new ProblemList()
  const gaps = { ...sim, ...change }
  if (gaps.gap_max_seconds < gaps.gap_min_seconds) {
    problems.add({
      title: `gap_max_seconds must be at least gap_min_seconds, which is ${gaps.gap_min_seconds}.`,
      field: 'gap_max_seconds',
    })
  }
  if (change.is_draining === true) {
    problems.add({
      title: 'A SIM is drained by POST /api/devices/{id}/drain, which says where its queue goes.',
      field: 'is_draining',
    })
  }
  const number = await readOwnNumber(tx, user_id, change.phone_number, problems)
  problems.throwIfAny()
  if (Object.keys(change).length === 0) return
  const { phone_number: _, display_name, is_draining, ...pace } = change
  await tx
    .updateTable('sims')
    .set({
      ...number,
      ...(display_name === undefined ? {} : { display_name }),
      ...(is_draining === false ? noHeir : {}),
      ...pace,
      // A slower pace set earlier must not hold the new one back.
      ...(Object.keys(pace).length === 0 ? {} : { next_release_at: sql<Date>`'-infinity'` }),
    })
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .where('subscription_id', '=', subscription_id)
    .execute()
  await touchDevice(tx, context, user_id, device_id)
  afterCommit(tx, () => context.wake.tell({ about: 'device', user_id, device_id }))
}

const noHeir = { is_draining: false, heir_device_id: null, heir_sim_subscription_id: null }

/** A SIM that messages can be sent from: one of those that its phone has named, or any until it has. */
async function lockSim(
  tx: Tx,
  user_id: number,
  { device_id, sim_subscription_id }: SimChoice,
): Promise<{ gap_min_seconds: number; gap_max_seconds: number }> {
  const [problem] = await deviceProblems(tx, user_id, { device_id, sim_subscription_id })
  if (problem) throw notFound(problem.title)
  return tx
    .selectFrom('sims')
    .select(['gap_min_seconds', 'gap_max_seconds'])
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .where('subscription_id', '=', sim_subscription_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** The number of a SIM as a person wrote it, in E.164; null clears it. */
async function readOwnNumber(
  tx: Tx,
  user_id: number,
  text: string | null | undefined,
  problems: ProblemList,
): Promise<{ phone_number?: string | null }> {
  if (text === undefined) return {}
  if (text === null) return { phone_number: null }
  const read = await readNumbers(tx, user_id, [text], 'phone_number')
  problems.addAll(read.problems.problems)
  const [number] = read.numbers
  return number ? { phone_number: number.phone_number } : {}
}

async function touchDevice(
  tx: Tx,
  context: Context,
  user_id: number,
  device_id: number,
): Promise<void> {
  await tx
    .updateTable('devices')
    .set({ revision: sql<number>`revision + 1`, changed_at: context.now() })
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .execute()
}

/** Shuts a device's phone out, for good; what it held ends with the reason. */
export async function shutOut(
  tx: Tx,
  context: Context,
  {
    user_id,
    device_id,
    installation_id,
    error,
  }: { user_id: number; device_id: number; installation_id: number | null; error: string },
): Promise<void> {
  if (installation_id === null) return
  await endInstallation(tx, user_id, { installation_id, now: context.now(), error })
  afterCommit(tx, () => {
    context.wake.tell({ about: 'keys' })
    context.wake.tell({ about: 'shut_out', user_id, device_id, installation_id })
  })
}

export async function lockDevice(tx: Tx, user_id: number, device_id: number) {
  const device = await tx
    .selectFrom('devices')
    .select(['id', 'installation_id', 'revision'])
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!device) throw notFound(`There is no device ${device_id}.`)
  return device
}
