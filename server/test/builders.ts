import { sql } from 'kysely'
import { createAccount, createKey } from '../src/accounts/service.ts'
import type { Db } from '../src/db/pool.ts'
import type { CampaignStatus, MessageStatus } from '../src/db/schema.generated.ts'
import { inTransaction } from '../src/db/transaction.ts'
import { createDevice } from '../src/devices/service.ts'
import { continentOf } from '../src/lib/countries.ts'
import { fold, foldParameters, type ParameterValue } from '../src/lib/fold.ts'
import { hashPassword } from '../src/people/passwords.ts'
import { createPerson } from '../src/people/service.ts'
import type { Filter } from '../src/segments/filter.ts'

// Rows to begin a test with. Each builder fills in whatever the test does not care about.

/** Before the time of every test's clock, whatever the machine's says. */
const builtAt = new Date('2026-11-01T00:00:00Z')

let count = 0
const next = () => (count += 1)

/** An account of its own, with a key. */
export async function buildAccount(
  db: Db,
  { default_country = null }: { default_country?: string | null } = {},
): Promise<{ user_id: number; key: string }> {
  return inTransaction(db, async (tx) => {
    const user_id = await createAccount(tx, { name: `Account ${next()}` })
    await tx
      .updateTable('accounts')
      .set({ default_country })
      .where('user_id', '=', user_id)
      .execute()
    const { key } = await createKey(tx, user_id, 'Test')
    return { user_id, key }
  })
}

/** Somebody who signs in to the account. */
export async function buildPerson(
  db: Db,
  user_id: number,
  { name = 'Jo', email = `jo${next()}@example.com`, password = 'correct horse' } = {},
): Promise<{ id: number; name: string; email: string; password: string }> {
  const password_hash = await hashPassword(password)
  const id = await inTransaction(db, (tx) =>
    createPerson(tx, user_id, { name, email, password_hash }),
  )
  return { id, name, email, password }
}

export type ContactToBuild = {
  phone_number?: string
  name?: string | null
  custom_parameters?: Record<string, ParameterValue>
  country_code?: string | null
  opted_out_at?: Date | null
  can_be_sent_to?: boolean
  created_at?: Date
  total_sent?: number
  total_failed?: number
  total_received?: number
  last_sent_at?: Date | null
  last_received_at?: Date | null
}

/** A contact; its id. */
export async function buildContact(
  db: Db,
  user_id: number,
  contact: ContactToBuild = {},
): Promise<number> {
  const { custom_parameters = {}, name = null, country_code = null, ...rest } = contact
  const { folded, comparable } = foldParameters(custom_parameters)
  const { id } = await db
    .insertInto('contacts')
    .values({
      user_id,
      phone_number: `+4477009${String(next()).padStart(5, '0')}`,
      name,
      name_folded: name === null ? null : fold(name),
      country_code,
      continent_code: continentOf(country_code),
      custom_parameters: JSON.stringify(custom_parameters),
      folded_parameters: JSON.stringify(folded),
      comparable_parameters: JSON.stringify(comparable),
      ...rest,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** So many contacts with numbers of their own, in one statement; their ids, ascending. */
export async function buildContacts(db: Db, user_id: number, total: number): Promise<number[]> {
  const start = 10_000_000 * next()
  const { rows } = await sql<{ id: number }>`
    insert into contacts (user_id, phone_number)
    select ${user_id}, '+1' || (${start}::bigint + n) from generate_series(1, ${total}::integer) n
    returning id`.execute(db)
  return rows.map(({ id }) => id).toSorted((one, other) => one - other)
}

/** A segment of members, or of a filter; its id. */
export async function buildSegment(
  db: Db,
  user_id: number,
  { name = `Segment ${next()}`, members = [], filter }: SegmentToBuild = {},
): Promise<number> {
  const { id } = await db
    .insertInto('segments')
    .values({
      user_id,
      name,
      name_folded: fold(name),
      type: filter ? 'filter' : 'custom',
      filter: filter ? JSON.stringify({ ...noFilter, ...filter }) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into segment_members (user_id, segment_id, contact_id)
    select ${user_id}, ${id}, unnest(${members}::bigint[])`.execute(db)
  return id
}

export type SegmentToBuild = { name?: string; members?: number[]; filter?: Partial<Filter> }

const noFilter: Filter = {
  filters_custom_parameters: [],
  filters_countries: [],
  filters_continents: [],
}

/** A device with its enrolment token and SIMs 1 to 3, as no phone has said yet which it has. */
export async function buildDevice(
  db: Db,
  user_id: number,
  { name = `Phone ${next()}` }: { name?: string } = {},
): Promise<{ id: number; token: string }> {
  return inTransaction(db, (tx) => createDevice(tx, user_id, { name }, builtAt))
}

/** A campaign as a row, in any state; its id. */
export async function buildCampaign(
  db: Db,
  user_id: number,
  campaign: { device_id: number; segment_id?: number; status?: CampaignStatus; name?: string },
): Promise<number> {
  const { device_id, segment_id, status = 'draft', name = `Campaign ${next()}` } = campaign
  const content = 'Hello'
  const { id } = await db
    .insertInto('campaigns')
    .values({
      user_id,
      name,
      name_folded: fold(name),
      content,
      content_folded: fold(content),
      device_id,
      sim_subscription_id: 1,
      audience_type: segment_id === undefined ? 'all' : 'segment',
      segment_id: segment_id ?? null,
      status,
      paused_from: status === 'paused' ? 'running' : null,
      finished_at: status === 'finished' ? new Date() : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A flow as a row; its id. */
export async function buildFlow(
  db: Db,
  user_id: number,
  flow: { device_id: number; segment_id?: number; is_enabled?: boolean; name?: string },
): Promise<number> {
  const { name = `Flow ${next()}`, ...rest } = flow
  const content = 'Hello'
  const { id } = await db
    .insertInto('flows')
    .values({
      user_id,
      name,
      name_folded: fold(name),
      content,
      content_folded: fold(content),
      sim_subscription_id: 1,
      wait_time: 1,
      wait_time_type: 'hours',
      ...rest,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A saved template; its id. */
export async function buildTemplate(
  db: Db,
  user_id: number,
  { name = `Template ${next()}`, content = 'Hello' }: { name?: string; content?: string } = {},
): Promise<number> {
  const { id } = await db
    .insertInto('templates')
    .values({
      user_id,
      name,
      name_folded: fold(name),
      content,
      content_folded: fold(content),
      created_at: builtAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A recurring campaign as a row, every day at eight; its id. */
export async function buildRecurring(
  db: Db,
  user_id: number,
  recurring: {
    device_id: number
    segment_id?: number
    is_enabled?: boolean
    name?: string
    next_run_at?: Date
  },
): Promise<number> {
  const { name = `Recurring ${next()}`, ...rest } = recurring
  const content = 'Hello'
  const settings = {
    frequency: 'daily',
    interval: 1,
    time: '08:00',
    timezone: 'UTC',
    week_days: [],
    month_days: [],
    nth_week_day: null,
    start_date: '2026-11-01',
    end_date: null,
  }
  const { id } = await db
    .insertInto('recurring_campaigns')
    .values({
      user_id,
      name,
      name_folded: fold(name),
      content,
      content_folded: fold(content),
      sim_subscription_id: 1,
      settings: JSON.stringify(settings),
      ...rest,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An RSS automation as a row, which is not checked by itself; its id. */
export async function buildAutomation(
  db: Db,
  user_id: number,
  automation: { device_id: number; segment_id?: number; is_enabled?: boolean; name?: string },
): Promise<number> {
  const { name = `Automation ${next()}`, ...rest } = automation
  const content = '{{ item.title }}'
  const { id } = await db
    .insertInto('rss_automations')
    .values({
      user_id,
      name,
      name_folded: fold(name),
      content,
      content_folded: fold(content),
      sim_subscription_id: 1,
      rss_url: 'https://example.com/feed',
      check_interval_seconds: 3600,
      items_count: 1,
      campaigns_delay: 0,
      unique_item_identifier: 'guid',
      ...rest,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type MessageToBuild = {
  contact_id: number
  device_id: number
  status?: MessageStatus
  campaign_id?: number
  flow_id?: number
  phone_number?: string
  content?: string
}

/** A message as a row, in any state; a phone holds a dispatched one. The totals do not know of it. Its id. */
export async function buildMessage(
  db: Db,
  user_id: number,
  message: MessageToBuild,
): Promise<number> {
  const { status = 'queued', ...rest } = message
  const now = new Date()
  const handover = {
    installation_id: 1,
    handover_key: next(),
    dispatched_at: now,
    lease_until: now,
  }
  const { id } = await db
    .insertInto('messages')
    .values({
      user_id,
      sim_subscription_id: 1,
      phone_number: '+447700900000',
      content: 'Hello',
      status,
      ...(status === 'dispatched' ? handover : {}),
      sent_at: status === 'sent' || status === 'delivered' ? now : null,
      finished_at: status === 'failed' || status === 'cancelled' ? now : null,
      error: status === 'failed' || status === 'cancelled' ? 'A test' : null,
      ...rest,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
