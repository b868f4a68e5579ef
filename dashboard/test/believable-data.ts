// An account as it may look after a year: for screenshots, and for journeys that need much. What the API can make is made by
// it; what would take days (phones that send) is moved along by the same statements that the product uses.
import { sql } from 'kysely'
import type { Db } from '../../server/src/db/pool.ts'
import { inTransaction } from '../../server/src/db/transaction.ts'
import { moveMessages } from '../../server/src/messages/move.ts'
import { addContacts } from './believable-contacts.ts'
import { addPhones, type Phones } from './believable-phones.ts'

export type Ask = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  json?: unknown,
) => Promise<unknown>

export type Believable = {
  db: Db
  user_id: number
  url: string
  key: string
  ask: Ask
}

export type BelievableIds = {
  campaigns: Record<string, number>
  segments: Record<string, number>
  contact: number
  imports: number[]
  jobs: number[]
  phones: Phones
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Fills an account with phones, 20,000 contacts, campaigns in all states, and what comes with them. */
export async function fillAccount(into: Believable): Promise<BelievableIds> {
  const { ask } = into
  await ask('POST', '/api/account', {
    timezone: 'Europe/London',
    default_country: 'GB',
    opt_out_footer: 'Reply STOP to leave.',
  })
  const phones = await addPhones(into)
  const { imports, contact } = await addContacts(into)
  const segments = await addSegments(ask)
  await addTemplates(ask)
  const campaigns = await addCampaigns(into, phones, segments)
  await addOptOuts(into)
  await addDaysBefore(into)
  const jobs = await addJobs(ask)
  return { campaigns, segments, contact, imports, jobs, phones }
}

async function addSegments(ask: Ask): Promise<Record<string, number>> {
  const rows = (key: string, condition: string, value: string) => ({
    type: 'filter',
    filters_custom_parameters: [{ key, condition, value }],
  })
  return {
    loyal: await idOf(
      ask('POST', '/api/segments', {
        name: 'Loyal customers',
        ...rows('loyalty', 'exact', 'gold'),
      }),
    ),
    london: await idOf(
      ask('POST', '/api/segments', { name: 'London', ...rows('city', 'exact', 'London') }),
    ),
    shoes: await idOf(
      ask('POST', '/api/segments', {
        name: 'Bought trail shoes',
        ...rows('last_product', 'contains', 'trail'),
      }),
    ),
    lapsed: await idOf(
      ask('POST', '/api/segments', {
        name: 'Not here for a year',
        ...rows('visits', 'lower_than', '2'),
      }),
    ),
  }
}

/** What flows and single texts came to in the last two weeks, by quarters of an hour as Home adds them up. */
async function addDaysBefore({ db, user_id }: Believable): Promise<void> {
  await sql`
    insert into figures as f (user_id, quarter, sent, delivered, failed, received, parts)
    select ${user_id}, date_bin('15 minutes', now() - make_interval(days => d, hours => 1), timestamptz '2000-01-01T00:00Z'),
           n, n * 97 / 100, n / 80, n / 45, n * 5 / 4
      from (select d, 9400 + ((d * 37) % 11) * 130 - d * 90 as n from generate_series(1, 13) d) day
        on conflict (user_id, quarter) do update
           set sent = f.sent + excluded.sent, delivered = f.delivered + excluded.delivered,
               failed = f.failed + excluded.failed, received = f.received + excluded.received`.execute(
    db,
  )
}

async function addTemplates(ask: Ask): Promise<void> {
  await ask('POST', '/api/templates', {
    name: 'Back in stock',
    content:
      'Hi {{ name | default: "there" }}, what you asked for is back in stock. Shall we put a pair aside?',
  })
  await ask('POST', '/api/templates', {
    name: 'Opening hours',
    content: 'We are open Monday to Saturday, 9 to 6, and on Sundays in December.',
  })
}

type Run = { ago: number; took: number; sent: number; failed: number }

async function addCampaigns(
  into: Believable,
  { frontDesk, backOffice, kiosk }: Phones,
  segments: Record<string, number>,
): Promise<Record<string, number>> {
  const { ask } = into
  const make = (name: string, content: string, segment: string | number, more: object = {}) =>
    idOf(
      ask('POST', '/api/campaigns', {
        name,
        content,
        segment: String(segment),
        device_id: frontDesk,
        sim_subscription_id: 1,
        quiet_hours: 'off',
        ...more,
      }),
    )
  const launch = async (run: Run, ...campaign: Parameters<typeof make>) => {
    const [name, content, segment, more] = campaign
    const id = await make(name, content, segment, { ...more, send: true })
    await expanded(into, id)
    await settle(into, id, run)
    return id
  }
  const over = { sent: 1, failed: 0.012 }
  const autumn = await launch(
    { ago: 12 * day, took: 9 * hour, ...over },
    'Autumn walks',
    'Hi {{ name | default: "there" }}, our autumn walks begin on Saturday. Which one do you come along to?',
    segments['london'] ?? 'all',
    { device_id: backOffice },
  )
  await launch(
    { ago: 6 * day, took: 3 * hour, ...over },
    'Weekly specials, no. 44',
    'This week: 20% off wool socks and all maps. Until Sunday.',
    segments['loyal'] ?? 'all',
  )
  await launch(
    { ago: 4 * day, took: 5 * hour, sent: 1, failed: 0.031 },
    'Waterproofs are here',
    'The new waterproofs are here. Come and try them on, we have every size until Saturday.',
    segments['shoes'] ?? 'all',
    { device_id: backOffice },
  )
  await launch(
    { ago: 2 * day, took: 2 * hour, ...over },
    'Weekly specials, no. 45',
    'This week: two for one on gas and stoves at 15% off. Until Sunday.',
    segments['loyal'] ?? 'all',
  )
  const running = await launch(
    { ago: 100 * minute, took: 95 * minute, sent: 0.28, failed: 0.058 },
    'Black Friday early access',
    'Hi {{ name | default: "there" }}, you are in a day before everybody else: 30% off with the code EARLY30, only today.',
    'all',
  )
  const specials = await launch(
    { ago: 3 * hour, took: 3 * hour, sent: 0.95, failed: 0.004 },
    'Weekly specials, no. 46',
    'This week: 20% off head torches, for the dark weeks. Until Sunday.',
    segments['loyal'] ?? 'all',
    { device_id: backOffice },
  )
  const waiting = await launch(
    { ago: 5 * hour, took: hour, sent: 0.62, failed: 0.01 },
    'Back in stock: trail shoes',
    'Hi {{ name | default: "there" }}, the trail shoes you asked for are back in stock. Shall we put a pair aside?',
    segments['shoes'] ?? 'all',
    { device_id: kiosk },
  )
  const paused = await launch(
    { ago: 8 * hour, took: hour, sent: 0.2, failed: 0.01 },
    'Survey: how was your walk?',
    'How was your walk with us? Answer with a number from 1 to 5.',
    segments['london'] ?? 'all',
    { device_id: backOffice },
  )
  await ask('POST', `/api/campaigns/${paused}/pause`)
  const cancelled = await launch(
    { ago: 5 * day, took: hour, sent: 0.1, failed: 0.01 },
    'Storm warning for Sunday',
    'Our walk on Sunday is called off because of the storm. We will be in touch.',
    segments['london'] ?? 'all',
  )
  await ask('POST', `/api/campaigns/${cancelled}/cancel`)
  const scheduled = await make(
    'Winter sale, loyal customers',
    'Hi {{ name | default: "there" }}, the winter sale opens tomorrow. You\u2019re first in: 20% off with the code EARLY20 until Sunday.',
    segments['loyal'] ?? 'all',
    { send: true, is_scheduled: true, scheduled_datetime: wire(Date.now() + 17 * hour) },
  )
  await make(
    'Sunday reminder',
    'The shop is open this Sunday, 10 to 4.',
    segments['london'] ?? 'all',
    { send: true, is_scheduled: true, scheduled_datetime: wire(Date.now() + 2 * day) },
  )
  const draft = await make(
    'Christmas hours',
    'Hi {{ name | default: "there" }}, between the years we\u2019re open from 10 to 3.',
    segments['loyal'] ?? 'all',
  )
  await make('Spring fair', 'The spring fair is on again: 12 April, on the green.', 'all')
  return { autumn, running, specials, waiting, paused, cancelled, scheduled, draft }
}

/** Waits until the engine has made all messages of a campaign. */
async function expanded({ db, user_id }: Believable, id: number): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    const { rows } = await sql<{ is_ready: boolean }>`
      select expanded_at is not null as is_ready from campaigns where user_id = ${user_id} and id = ${id}`.execute(
      db,
    )
    if (rows[0]?.is_ready === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`campaign ${id} was not expanded within a minute`)
}

/** What phones would have done: of so many texts, in their order, with reports of delivery and with failures. */
async function settle({ db, user_id }: Believable, id: number, run: Run): Promise<void> {
  const startedAt = new Date(Date.now() - run.ago)
  const at = sql`${startedAt}::timestamptz + p.place * ${run.took / 1000}::float8 * interval '1 second'`
  await inTransaction(db, async (tx) => {
    await moveMessages(tx, user_id, {
      picked: sql`
        select m.id, m.status, m.device_id, m.installation_id, m.handover_key, r.place,
               case when r.dice < ${run.failed} then 'failed'
                    when r.dice < ${run.failed} + 0.03 then 'sent' else 'delivered' end as outcome,
               case when r.dice < ${run.failed} * 0.8 then 'RESULT_ERROR_NO_SERVICE'
                    when r.dice < ${run.failed} * 0.93 then 'RESULT_ERROR_LIMIT_EXCEEDED'
                    else 'Delivery result from +447700900000: 70' end as reason
          from messages m
          join (select id, (row_number() over (order by id) - 1)::float8 / count(*) over () / ${run.sent} as place,
                       mod(id * 7919, 10007) / 10007.0 as dice
                  from messages where user_id = ${user_id} and campaign_id = ${id} and status = 'queued') r using (id)
         where m.user_id = ${user_id} and r.place < 1
           for update of m`,
      set: sql`
        status = p.outcome::message_status, created_at = ${startedAt}, send_at = ${startedAt},
        dispatched_at = ${at} - interval '4 seconds',
        sent_at = case when p.outcome <> 'failed' then ${at} end,
        delivered_at = case when p.outcome = 'delivered' then ${at} + interval '6 seconds' end,
        finished_at = ${at},
        error = case when p.outcome = 'failed' then p.reason end`,
    })
    await sql`
      insert into campaign_answers (user_id, campaign_id, contact_id, answered_at, opted_out_at)
      select m.user_id, m.campaign_id, m.contact_id, m.delivered_at + interval '3 minutes',
             case when mod(m.id * 31, 97) < 24 then m.delivered_at + interval '3 minutes' end
        from messages m
       where m.user_id = ${user_id} and m.campaign_id = ${id} and m.status = 'delivered' and mod(m.id * 7919, 1000) < 14
          on conflict do nothing`.execute(tx)
    await sql`
      update campaigns
         set created_at = ${startedAt}::timestamptz - interval '20 minutes', scheduled_at = ${startedAt},
             frozen_at = ${startedAt}, started_at = ${startedAt}
       where user_id = ${user_id} and id = ${id}`.execute(tx)
  })
  if (run.sent < 1) return
  await finished({ db, user_id }, id)
  await sql`
    update campaigns set finished_at = ${new Date(startedAt.getTime() + run.took)}
     where user_id = ${user_id} and id = ${id}`.execute(db)
}

async function finished(
  { db, user_id }: Pick<Believable, 'db' | 'user_id'>,
  id: number,
): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    const { rows } = await sql<{ status: string }>`
      select status from campaigns where user_id = ${user_id} and id = ${id}`.execute(db)
    if (rows[0]?.status === 'finished') return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`campaign ${id} was not finished within half a minute`)
}

async function addOptOuts({ db, user_id, ask }: Believable): Promise<void> {
  const { rows } = await sql<{ phone_number: string }>`
    select phone_number from contacts where user_id = ${user_id} and opted_out_at is null and mod(id, 131) = 0
     order by id limit 140`.execute(db)
  await ask('POST', '/api/opt-outs', {
    phone_numbers: rows.map(({ phone_number }) => phone_number),
    consent_note: 'From the list of the shop in Keswick',
  })
}

async function addJobs(ask: Ask): Promise<number[]> {
  const exported = (await ask('POST', '/api/exports', { resource: 'contacts', filter: {} })) as {
    data: { job_id?: number; id?: number }
  }
  return [exported.data.job_id ?? exported.data.id ?? 0]
}

export async function idOf(answer: Promise<unknown>): Promise<number> {
  // Every route that makes something answers its id.
  return ((await answer) as { data: { id: number } }).data.id
}

function wire(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}
