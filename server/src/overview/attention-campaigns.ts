import { sql } from 'kysely'
import { findExpected } from '../campaigns/expected.ts'
import type { Db } from '../db/pool.ts'
import { failureReasons, reasonCode } from '../messages/reasons.ts'
import { attention, doublings, type Attention } from './attention-kinds.ts'

/** Of fewer, a share says nothing. */
const countedMin = 20
const failingShare = 0.05
const optOutShare = 0.015
/** Those that are over are looked at for so long. */
const daysAfter = 3
/** One that sends and has not moved for so long, without a reason. */
const stuckMinutes = 10
/** Of the newest failures of the account, so many are looked at for the most frequent reason. */
const failuresRead = 2000

export async function attentionOfCampaigns(
  db: Db,
  user_id: number,
  now: Date,
): Promise<Attention[]> {
  const campaigns = await findRecent(db, user_id, now)
  const failing = campaigns.filter(
    ({ sent, failed }) => sent + failed >= countedMin && failed > failingShare * (sent + failed),
  )
  const reasons = await findReasons(db, user_id, failing)
  return [
    ...failing.map((one) => presentFailing(one, reasons.get(one.id))),
    ...campaigns
      .filter(({ sent, opted_out }) => sent >= countedMin && opted_out > optOutShare * sent)
      .map(presentOptOuts),
    ...(await findStuck(db, user_id, campaigns, now)).map(presentStuck),
    ...(await findWithoutSim(db, user_id)).map(presentWithoutSim),
  ]
}

type Recent = {
  id: number
  name: string
  status: string
  sent: number
  failed: number
  pending: number
  opted_out: number
  started_at: Date
  moved_at: Date
  is_expanded: boolean
}

/** Campaigns that are under way, or were until lately. */
async function findRecent(db: Db, user_id: number, now: Date): Promise<Recent[]> {
  const { rows } = await sql<Recent>`
    select k.id, k.name, k.status, k.total_sent as sent, k.total_failed as failed, k.total_pending as pending,
           k.started_at, greatest(k.last_sent_at, k.started_at, k.changed_at) as moved_at,
           k.expanded_at is not null as is_expanded, o.opted_out
      from campaigns k
     cross join lateral (
       select count(w.opted_out_at) as opted_out from campaign_answers w
        where w.user_id = k.user_id and w.campaign_id = k.id) o
     where k.user_id = ${user_id} and k.deleted_at is null and k.started_at is not null
       and (k.status in ('running', 'paused')
            or k.finished_at > ${now}::timestamptz - make_interval(days => ${daysAfter}))`.execute(
    db,
  )
  return rows
}

type Reason = { code: string; total: number; of: number }

/** What most of the latest failures of each of these say. */
async function findReasons(
  db: Db,
  user_id: number,
  campaigns: readonly Recent[],
): Promise<Map<number, Reason>> {
  if (campaigns.length === 0) return new Map()
  const { rows } = await sql<Reason & { id: number }>`
    select distinct on (campaign_id) campaign_id as id, code, count(*) as total,
           (sum(count(*)) over (partition by campaign_id))::bigint as of
      from (select m.campaign_id, ${reasonCode} as code, m.status from messages m
             where m.user_id = ${user_id} and m.status in ('failed', 'cancelled')
             order by m.id desc limit ${failuresRead}) newest
     where status = 'failed' and campaign_id = any(${campaigns.map(({ id }) => id)}::bigint[])
     group by campaign_id, code
     order by campaign_id, count(*) desc, code`.execute(db)
  return new Map(rows.map(({ id, ...reason }) => [id, reason]))
}

function presentFailing(one: Recent, reason: Reason | undefined): Attention {
  const { sent, failed } = one
  const share = failed / (sent + failed)
  return attention('campaign_failing', {
    // Worse by each further part of a hundred that doubles.
    level: doublings(share * 100),
    subject: { type: 'campaign', id: one.id, name: one.name },
    values: {
      failed,
      total: sent + failed,
      percent: Math.round(share * 1000) / 10,
      reason: reason?.code ?? null,
      reason_title: failureReasons.find(({ code }) => code === reason?.code)?.title ?? null,
      reason_failed: reason?.total ?? null,
      reason_of: reason?.of ?? null,
      is_running: one.status === 'running',
    },
    since: one.started_at,
    action: { verb: 'open', path: `/api/campaigns/${one.id}` },
  })
}

function presentOptOuts(one: Recent): Attention {
  const share = one.opted_out / one.sent
  return attention('opt_outs_high', {
    level: doublings(share * 1000),
    subject: { type: 'campaign', id: one.id, name: one.name },
    values: {
      opted_out: one.opted_out,
      sent: one.sent,
      percent: Math.round(share * 1000) / 10,
      is_running: one.status === 'running',
    },
    since: one.started_at,
    action: { verb: 'open', path: `/api/campaigns/${one.id}` },
  })
}

/** Those of which nothing has left for a while, though nothing holds them. */
async function findStuck(
  db: Db,
  user_id: number,
  campaigns: readonly Recent[],
  now: Date,
): Promise<Recent[]> {
  const stuckAt = now.getTime() - stuckMinutes * 60_000
  const still = campaigns.filter(
    ({ status, pending, is_expanded, moved_at }) =>
      status === 'running' && is_expanded && pending > 0 && moved_at.getTime() < stuckAt,
  )
  if (still.length === 0) return []
  const ids = still.map(({ id }) => id)
  const expected = await findExpected(db, user_id, now, ids)
  const paced = await findPaced(db, user_id, ids, now)
  return still.filter(({ id }) => expected.get(id)?.hold === null && !paced.has(id))
}

/** Those whose SIMs let nothing go yet, by their own pace. */
async function findPaced(db: Db, user_id: number, ids: readonly number[], now: Date) {
  const { rows } = await sql<{ id: number }>`
    select k.id from campaigns k
     where k.user_id = ${user_id} and k.id = any(${ids}::bigint[])
       and exists (select from sims s
                    where s.user_id = k.user_id and greatest(s.next_release_at, s.held_until) > ${now}
                      and ((s.device_id, s.subscription_id) = (k.device_id, k.sim_subscription_id)
                           or exists (select from campaign_sims p
                                       where p.user_id = k.user_id and p.campaign_id = k.id
                                         and p.device_id = s.device_id and p.sim_subscription_id = s.subscription_id)))`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

function presentStuck(one: Recent): Attention {
  return attention('campaign_stuck', {
    level: doublings(one.pending),
    subject: { type: 'campaign', id: one.id, name: one.name },
    values: { pending: one.pending },
    since: one.moved_at,
    action: { verb: 'open', path: `/api/campaigns/${one.id}` },
  })
}

type WithoutSim = {
  type: 'campaign' | 'recurring_campaign'
  id: number
  name: string
  device_id: number
  device_name: string
  sim_subscription_id: number
  since: Date
}

/** What is to be sent by itself from a SIM that its phone no longer has, and from no other. */
async function findWithoutSim(db: Db, user_id: number): Promise<WithoutSim[]> {
  const { rows } = await sql<WithoutSim>`
    select t.type, t.id, t.name, t.device_id, d.name as device_name, t.sim_subscription_id,
           coalesce(d.deleted_at, d.sims_reported_at) as since
      from (select 'campaign' as type, k.id, k.name, k.device_id, k.sim_subscription_id from campaigns k
             where k.user_id = ${user_id} and k.status in ('scheduled', 'running') and k.deleted_at is null
               and not exists (select from campaign_sims p where p.user_id = k.user_id and p.campaign_id = k.id)
            union all
            select 'recurring_campaign', r.id, r.name, r.device_id, r.sim_subscription_id from recurring_campaigns r
             where r.user_id = ${user_id} and r.next_run_at is not null and r.deleted_at is null) t
      join devices d on d.user_id = ${user_id} and d.id = t.device_id
      left join sims s on s.user_id = ${user_id} and s.device_id = t.device_id
                      and s.subscription_id = t.sim_subscription_id
     where d.deleted_at is not null or d.sims_reported_at is not null and not coalesce(s.is_present, false)`.execute(
    db,
  )
  return rows
}

function presentWithoutSim(one: WithoutSim): Attention {
  const { type, id, name, device_id, device_name, sim_subscription_id } = one
  const noun = type === 'campaign' ? 'campaigns' : 'recurring-campaigns'
  return attention('sim_gone', {
    part: type === 'campaign' ? 0 : 1,
    level: 0,
    subject: { type, id, name },
    values: { device_id, device_name, sim_subscription_id },
    since: one.since,
    action: { verb: 'open', path: `/api/${noun}/${id}` },
  })
}
