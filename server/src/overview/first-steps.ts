import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { isOnline } from '../devices/online.ts'

export const stepNames = ['phone', 'contacts', 'test', 'campaign'] as const

export type Step = {
  step: (typeof stepNames)[number]
  /** When the fact came about; null while it has not. */
  done_at: Date | null
  values: Record<string, string | number | boolean | null>
}

/** How far a new account has come, by facts: nobody ticks them. */
export async function findFirstSteps(db: Db, user_id: number, now: Date): Promise<Step[]> {
  return Promise.all([
    findPhone(db, user_id, now),
    findContacts(db, user_id),
    findTest(db, user_id),
    findCampaign(db, user_id),
  ])
}

type Phone = {
  id: number
  name: string
  is_pretend: boolean
  is_online: boolean
  enrolled_at: Date
}

async function findPhone(db: Db, user_id: number, now: Date): Promise<Step> {
  const { rows } = await sql<Phone>`
    select d.id, d.name, d.is_pretend, ${isOnline(now)} as is_online, i.enrolled_at
      from devices d
      join installations i on i.user_id = d.user_id and i.id = d.installation_id
     where d.user_id = ${user_id} and d.deleted_at is null
     order by is_online desc, d.is_pretend, i.enrolled_at, d.id limit 1`.execute(db)
  const [phone] = rows
  const { id = null, name = null, is_pretend = null, is_online = null } = phone ?? {}
  return {
    step: 'phone',
    done_at: phone?.enrolled_at ?? null,
    values: { device_id: id, device_name: name, is_pretend, is_online },
  }
}

/** More are not counted for this. */
const countedMax = 10_000

async function findContacts(db: Db, user_id: number): Promise<Step> {
  const { rows } = await sql<{ first_at: Date | null; total: number }>`
    select (select created_at from contacts where user_id = ${user_id}
             order by user_id, created_at, id limit 1) as first_at,
           (select count(*) from (select from contacts where user_id = ${user_id} limit ${countedMax}) c) as total`.execute(
    db,
  )
  const [row] = rows
  const total = row?.total ?? 0
  return {
    step: 'contacts',
    done_at: row?.first_at ?? null,
    values: { total, is_more: total === countedMax },
  }
}

type Test = {
  id: number
  phone_number: string
  delivered_at: Date | null
  answered_at: Date | null
  status: string
}

/** A text that somebody sent as a test: it arrived, or who got it wrote back. */
async function findTest(db: Db, user_id: number): Promise<Step> {
  const { rows } = await sql<Test>`
    select t.id, t.phone_number, t.delivered_at, t.status, r.created_at as answered_at
      from (select m.id, m.contact_id, m.phone_number, m.delivered_at, m.status from messages m
             where m.user_id = ${user_id} and m.purpose = 'test' order by m.id desc limit 50) t
      left join lateral (
        select m.created_at from messages m
         where m.user_id = ${user_id} and m.contact_id = t.contact_id and m.id > t.id and m.status = 'received'
         order by m.id limit 1) r on true
     order by (t.delivered_at is null and r.created_at is null), t.id desc limit 1`.execute(db)
  const [test] = rows
  return {
    step: 'test',
    done_at: test?.delivered_at ?? test?.answered_at ?? null,
    values: {
      sms_id: test?.id ?? null,
      phone_number: test?.phone_number ?? null,
      is_sent: test ? ['sent', 'delivered'].includes(test.status) : null,
      is_failed: test ? test.status === 'failed' : null,
      is_answered: test ? test.answered_at !== null : null,
    },
  }
}

async function findCampaign(db: Db, user_id: number): Promise<Step> {
  const { rows } = await sql<{ id: number; name: string; started_at: Date | null }>`
    select id, name, started_at from campaigns
     where user_id = ${user_id} and deleted_at is null
     order by started_at is null, started_at, id desc limit 1`.execute(db)
  const [first] = rows
  return {
    step: 'campaign',
    done_at: first?.started_at ?? null,
    values: { campaign_id: first?.id ?? null, campaign_name: first?.name ?? null },
  }
}
