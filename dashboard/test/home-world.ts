import { sql } from 'kysely'
import type { Db } from '../../server/src/db/pool.ts'
import {
  buildAutomation,
  buildCampaign,
  buildContacts,
  buildDevice,
  buildRecurring,
  buildSegment,
} from '../../server/test/builders.ts'
import { queueForTest } from '../../server/test/queue.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

type Phone = {
  name: string
  battery: number
  sims: { used: number; limit: number }[]
  offlineMs?: number
}

export type HomeWorld = {
  /** Campaigns that are under way: one that fails, one that nearly is through, one that waits. */
  failing: number
  nearly: number
  waiting: number
  offline: number
}

/** An account in the middle of a busy day, with four things that need somebody. */
export async function buildBusyDay(db: Db, user_id: number): Promise<HomeWorld> {
  const now = new Date()
  const front = await buildPhone(db, user_id, {
    name: 'Front desk',
    battery: 82,
    sims: [
      { used: 1718, limit: 6000 },
      { used: 1044, limit: 6000 },
    ],
  })
  const back = await buildPhone(db, user_id, {
    name: 'Back office',
    battery: 100,
    sims: [
      { used: 2131, limit: 6000 },
      { used: 2000, limit: 2000 },
    ],
  })
  const kiosk = await buildPhone(db, user_id, {
    name: 'Kiosk 2',
    battery: 4,
    sims: [{ used: 771, limit: 4000 }],
    offlineMs: 18 * 60_000,
  })
  await buildPhone(db, user_id, { name: 'Van', battery: 57, sims: [{ used: 64, limit: 0 }] })

  const contacts = await buildContacts(db, user_id, 400)
  const failing = await running(db, user_id, front, {
    name: 'Black Friday early access',
    recipients: 12_418,
    sent: 3450,
    failed: 214,
  })
  const nearly = await running(db, user_id, front, {
    name: 'Weekly specials, no. 46',
    recipients: 2004,
    sent: 1908,
    failed: 8,
  })
  const waiting = await running(db, user_id, back, {
    name: 'Back in stock: trail shoes',
    recipients: 1770,
    sent: 1120,
    failed: 4,
  })
  await queueForTest(db, user_id, {
    contact_ids: contacts.slice(0, 90),
    device_id: front,
    now,
    campaign_id: failing,
  })
  await queueForTest(db, user_id, {
    contact_ids: contacts.slice(0, 60),
    device_id: front,
    now,
    campaign_id: nearly,
  })
  const send_at = new Date(now.getTime() + 3 * hourMs)
  await queueForTest(db, user_id, {
    contact_ids: contacts.slice(0, 70),
    device_id: back,
    now,
    send_at,
    campaign_id: waiting,
  })
  await queueForTest(db, user_id, { contact_ids: contacts.slice(90, 100), device_id: kiosk, now })
  await queueForTest(db, user_id, {
    contact_ids: contacts.slice(100, 140),
    device_id: back,
    now,
    sim: 2,
  })
  await buildFailures(db, user_id, {
    device_id: front,
    campaign_id: failing,
    contacts: contacts.slice(140, 354),
  })
  await setPending(db, user_id, { [failing]: 8754, [nearly]: 88, [waiting]: 646 })
  await buildComing(db, user_id, front, contacts)
  await buildWeeks(db, user_id, now)
  const feed = await buildAutomation(db, user_id, { device_id: front, name: 'Store news' })
  await sql`
    update rss_automations set failures = 6, failing_since = ${new Date(now.getTime() - 5 * hourMs)},
           last_error = 'The server said 503.', next_check_at = ${new Date(now.getTime() + 900_000)}
     where user_id = ${user_id} and id = ${feed}`.execute(db)
  return { failing, nearly, waiting, offline: kiosk }
}

async function buildPhone(db: Db, user_id: number, phone: Phone): Promise<number> {
  const { name, battery, sims, offlineMs = 0 } = phone
  const { id } = await buildDevice(db, user_id, { name })
  const heard = new Date(Date.now() - offlineMs)
  await sql`
    with made as (
      insert into installations (user_id, device_id, app_version, streamed_at, streaming_since, enrolled_at, heard_at)
      values (${user_id}, ${id}, '1.75.0', ${heard}, ${new Date(heard.getTime() - dayMs)}, ${new Date(heard.getTime() - dayMs)}, ${heard})
      returning id
    )
    update devices set installation_id = made.id, device_battery = ${battery}, device_is_charging = false,
           last_ping_at = ${heard}, pinged_at = ${heard}, sims_reported_at = ${heard}, device_model = 'Pixel 7a'
      from made where devices.user_id = ${user_id} and devices.id = ${id}`.execute(db)
  for (const [place, { used, limit }] of sims.entries())
    await sql`
      update sims set is_present = true, max_per_minute = 12, max_per_day = ${limit}, day_parts = ${used},
             day_started_at = date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
       where user_id = ${user_id} and device_id = ${id} and subscription_id = ${place + 1}`.execute(
      db,
    )
  if (offlineMs > 0)
    await sql`
      insert into device_watch (user_id, device_id, is_offline, offline_since, watching_since, looked_at)
      values (${user_id}, ${id}, true, ${heard}, ${heard}, now())`.execute(db)
  return id
}

async function running(
  db: Db,
  user_id: number,
  device_id: number,
  campaign: { name: string; recipients: number; sent: number; failed: number },
): Promise<number> {
  const id = await buildCampaign(db, user_id, { device_id, status: 'running', name: campaign.name })
  const { recipients, sent, failed } = campaign
  const at = new Date(Date.now() - hourMs)
  await sql`
    update campaigns set frozen_at = ${at}, started_at = ${at}, expanded_at = ${at}, last_sent_at = now(),
           total_recipients = ${recipients}, total_sent = ${sent}, total_delivered = ${Math.round(sent * 0.94)},
           total_failed = ${failed}
     where user_id = ${user_id} and id = ${id}`.execute(db)
  return id
}

/** Four in five found no service. */
async function buildFailures(
  db: Db,
  user_id: number,
  of: { device_id: number; campaign_id: number; contacts: readonly number[] },
): Promise<void> {
  await sql`
    insert into messages (user_id, contact_id, phone_number, device_id, sim_subscription_id, campaign_id, content, status,
                          error, finished_at)
    select ${user_id}, id, '+447700900000', ${of.device_id}, 1, ${of.campaign_id}, 'Early access', 'failed',
           case when place % 5 = 0 then 'RESULT_ERROR_GENERIC_FAILURE' else 'RESULT_ERROR_NO_SERVICE' end, now()
      from unnest(${[...of.contacts]}::bigint[]) with ordinality as c (id, place)`.execute(db)
}

/** What is left of them, as if all of it had been made. */
async function setPending(db: Db, user_id: number, totals: Record<number, number>): Promise<void> {
  for (const [id, total] of Object.entries(totals))
    await sql`
      update campaigns set total_pending = ${total} where user_id = ${user_id} and id = ${Number(id)}`.execute(
      db,
    )
}

async function buildComing(
  db: Db,
  user_id: number,
  device_id: number,
  contacts: readonly number[],
): Promise<void> {
  const segment_id = await buildSegment(db, user_id, { name: 'Loyal', members: [...contacts] })
  await sql`update segments set total_contacts = 4120 where user_id = ${user_id} and id = ${segment_id}`.execute(
    db,
  )
  const sale = await buildCampaign(db, user_id, {
    device_id,
    segment_id,
    status: 'scheduled',
    name: 'Winter sale, loyal customers',
  })
  await sql`
    update campaigns set is_scheduled = true, scheduled_at = ${new Date(Date.now() + dayMs)}
     where user_id = ${user_id} and id = ${sale}`.execute(db)
  await buildRecurring(db, user_id, {
    device_id,
    segment_id,
    name: 'Sunday reminder',
    next_run_at: new Date(Date.now() + 3 * dayMs),
  })
}

async function buildWeeks(db: Db, user_id: number, now: Date): Promise<void> {
  const sent = [2005, 2150, 2240, 2380, 2330, 2500, 2640, 2210, 2480, 2300, 2950, 2610, 2725, 2929]
  for (const [place, total] of sent.entries()) {
    const at = new Date(now.getTime() - (sent.length - 1 - place) * dayMs)
    await sql`
      insert into figures (user_id, quarter, sent, delivered, failed, received, parts)
      values (${user_id}, date_bin('15 minutes', ${at}::timestamptz, '2000-01-01T00:00Z'), ${total},
              ${Math.round(total * 0.971)}, ${Math.round(total * (place > 6 ? 0.019 : 0.013))}, ${50 + place * 2}, ${total})`.execute(
      db,
    )
  }
  await sql`
    insert into consent_records (user_id, phone_number, change, how, text, recorded_at)
    select ${user_id}, '+4477009' || n, 'opted_out', 'reply', 'STOP', now() - n * interval '1 hour'
      from generate_series(1, 300) n`.execute(db)
}
