import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { deleteCredentials, insertCredential, type Credential } from '../accounts/credentials.ts'
import type { Tx } from '../db/transaction.ts'
import { inHandOf, lockCampaignsOf } from '../messages/lock-owners.ts'
import { failHeldBy, forgottenError } from '../messages/overdue.ts'
import { inheritWithdrawals } from '../messages/withdraw.ts'
import { webhookSecretOf } from './served-settings.ts'

/** A SIM as the app names it: the three texts masked to their last four characters, or whole, or absent. */
export type ReportedSim = {
  slotIndex?: number | null
  simNumber: number
  phoneNumber?: string | null
  carrierName?: string | null
  iccid?: string | null
}

export type ReportedPhone = {
  name?: string | null
  pushToken?: string | null
  simCards?: ReportedSim[] | null
  app_version: string | null
  ip: string
  reached_over: 'https' | 'http'
}

/** The new installation's token, and the installation that it took the place of. */
export type Enrolled = { token: string; earlier: number | null }

/**
 * A phone that shows the device's enrolment token becomes the device's installation. The one before is shut out, and
 * what it held ends with the reason, since a reinstalled app has forgotten what it sent. Undefined: the device is gone.
 */
export async function enrolPhone(
  tx: Tx,
  { user_id, subject_id: device_id }: Credential,
  phone: ReportedPhone,
  now: Date,
): Promise<Enrolled | undefined> {
  await lockCampaignsOf(tx, user_id, inHandOf(user_id, device_id))
  const device = await tx
    .selectFrom('devices')
    .select(['id', 'installation_id'])
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!device) return undefined

  const { installation_id: earlier } = device
  if (earlier !== null)
    await endInstallation(tx, user_id, { installation_id: earlier, now, error: forgottenError })
  const installation = await tx
    .insertInto('installations')
    .values({
      user_id,
      device_id,
      app_version: phone.app_version,
      push_token: phone.pushToken ?? null,
      reached_over: phone.reached_over,
      enrolled_at: now,
      heard_at: await heardUntil(tx, user_id, device_id, now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await inheritWithdrawals(tx, { user_id, device_id, installation_id: installation.id, now })
  const token = randomBytes(18).toString('base64url')
  const credential = { user_id, subject_id: installation.id }
  await insertCredential(tx, { ...credential, kind: 'installation', secret: token })
  await insertCredential(tx, { ...credential, kind: 'webhook', secret: webhookSecretOf(token) })
  const [brand, model] = splitName(phone.name)
  await tx
    .updateTable('devices')
    .set({
      installation_id: installation.id,
      device_brand: brand,
      device_model: model,
      device_os: 'Android',
      app_version: phone.app_version,
      ip: phone.ip,
      last_ping_at: now,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .execute()
  if (phone.simCards) await saveSims(tx, { user_id, device_id }, phone.simCards, now)
  return { token, earlier }
}

/**
 * Up to when the texts that the device received are known: an app that was reinstalled is asked for those since. The
 * first one is not asked for what its phone received before.
 */
async function heardUntil(tx: Tx, user_id: number, device_id: number, now: Date): Promise<Date> {
  const { heard_at } = await tx
    .selectFrom('installations')
    .select((eb) => eb.fn.max('heard_at').as('heard_at'))
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .executeTakeFirstOrThrow()
  return heard_at ?? now
}

/** Shuts an installation out: its token and its webhook address are refused from now on, and what it held has ended. */
export async function endInstallation(
  tx: Tx,
  user_id: number,
  { installation_id, now, error }: { installation_id: number; now: Date; error: string },
): Promise<void> {
  await deleteCredentials(tx, {
    user_id,
    subject_id: installation_id,
    kinds: ['installation', 'webhook'],
  })
  await tx
    .updateTable('installations')
    .set({ ended_at: now })
    .where('user_id', '=', user_id)
    .where('id', '=', installation_id)
    .where('ended_at', 'is', null)
    .execute()
  await failHeldBy(tx, user_id, { installation_id, now, error })
}

/** What the app says of itself at each start. An absent push token means that it has none any more. */
export async function updatePhone(
  tx: Tx,
  {
    user_id,
    device_id,
    installation_id,
  }: { user_id: number; device_id: number; installation_id: number },
  phone: ReportedPhone,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('installations')
    .set({
      app_version: phone.app_version,
      push_token: phone.pushToken ?? null,
      reached_over: phone.reached_over,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', installation_id)
    .execute()
  await tx
    .updateTable('devices')
    .set({ app_version: phone.app_version, ip: phone.ip, last_ping_at: now })
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .execute()
  if (phone.simCards) await saveSims(tx, { user_id, device_id }, phone.simCards, now)
}

/**
 * Takes over the list of SIMs. A masked text is unknown; a number that was known whole, or that a person wrote, stays
 * unless the card is another by the last four digits of its ICCID. An empty list means that the app may not look, so the old list is kept.
 */
export async function saveSims(
  tx: Tx,
  { user_id, device_id }: { user_id: number; device_id: number },
  reported: readonly ReportedSim[],
  now: Date,
): Promise<void> {
  const bySlot = new Map(
    reported
      .filter(({ simNumber }) => [1, 2, 3].includes(simNumber))
      .map((sim) => [sim.simNumber, sim]),
  )
  if (bySlot.size === 0) return
  const sims = [...bySlot.values()]
  await sql`
    with seen as (
      select * from unnest(
        ${sims.map(({ simNumber }) => simNumber)}::smallint[], ${sims.map(({ slotIndex }) => slotIndex ?? null)}::smallint[],
        ${sims.map(({ phoneNumber }) => unmasked(phoneNumber))}::text[], ${sims.map(({ carrierName }) => unmasked(carrierName))}::text[],
        ${sims.map(({ iccid }) => unmasked(iccid?.slice(-4)))}::text[]
      ) as s (subscription_id, slot_index, phone_number, carrier_name, iccid_tail)
    )
    update sims s
       set is_present = seen.subscription_id is not null,
           slot_index = coalesce(seen.slot_index, s.slot_index),
           phone_number = case when seen.iccid_tail <> s.iccid_tail then seen.phone_number
                               else coalesce(s.phone_number, seen.phone_number) end,
           carrier_name = case when seen.iccid_tail <> s.iccid_tail then seen.carrier_name
                               else coalesce(seen.carrier_name, s.carrier_name) end,
           iccid_tail = coalesce(seen.iccid_tail, s.iccid_tail)
      from sims old
      left join seen on seen.subscription_id = old.subscription_id
     where s.user_id = ${user_id} and s.device_id = ${device_id}
       and old.user_id = ${user_id} and old.device_id = ${device_id} and old.subscription_id = s.subscription_id`.execute(
    tx,
  )
  await tx
    .updateTable('devices')
    .set({ sims_reported_at: now })
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .execute()
}

/** The text, or null where the app has put asterisks over it. */
function unmasked(text: string | null | undefined): string | null {
  return text && !text.includes('*') ? text.slice(0, 64) : null
}

/** `samsung/dm3qxeea` is brand and model. */
function splitName(name: string | null | undefined): [string | null, string | null] {
  const [brand = '', ...model] = (name ?? '').slice(0, 128).split('/')
  return [brand || null, model.join('/') || null]
}
