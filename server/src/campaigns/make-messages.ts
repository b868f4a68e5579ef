import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { sql, type RawBuilder } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import { clientOf } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { countParts } from '../lib/parts.ts'
import { optedOutError } from '../messages/status.ts'
import { isComposed, type Composed, type Composer } from '../templates/compose.ts'
import { inStretches } from '../templates/stretches.ts'
import { tooCostly, type Unrendered } from '../templates/template.ts'
import type { FrozenText } from './frozen-text.ts'
import { createPlacer, type MemberToPlace, type Placement, type ToPlace } from './placement.ts'

/** A launched campaign whose messages are being made. */
export type Expanding = FrozenText &
  ToPlace & {
    user_id: number
    id: number
    frozen_content: string | null
    recurring_campaign_id: number | null
    rss_automation_id: number | null
  }

/** How many messages of a chunk wait for each device, and whose could not be made. */
export type Made = {
  queued: Map<number, number>
  failed: Map<number, number>
  failed_contacts: number[]
  /** Whose contacts have opted out since the launch. */
  cancelled: number
}

/** A text that is the same for all stays with the campaign: rows without it, made by the database alone. */
export async function insertPlain(
  tx: Tx,
  campaign: Expanding,
  chunk: number,
  { content, parts }: Composed,
  now: Date,
): Promise<Made> {
  const { user_id, id } = campaign
  const placed = await placeMembers(tx, campaign, chunk, now)
  // One that was launched before its text was frozen may still have braces to take out.
  const stored = content === (campaign.frozen_content ?? campaign.content) ? null : content
  const { rows } = await sql<{ device_id: number; queued: number; cancelled: number }>`
    with made as (
      insert into messages (user_id, contact_id, device_id, campaign_id, recurring_campaign_id, rss_automation_id, send_at,
                            created_at, sim_subscription_id, parts, phone_number, content, status, error, finished_at)
      select ${user_id}, c.id, ${placed.device_id}, ${id}, ${campaign.recurring_campaign_id}, ${campaign.rss_automation_id},
             ${placed.send_at}, ${now}, ${placed.sim_subscription_id}, ${parts}, c.phone_number, ${stored}, case when c.opted_out_at is null then 'queued' else 'cancelled' end::message_status,
             case when c.opted_out_at is not null then ${optedOutError} end,
             case when c.opted_out_at is not null then ${now}::timestamptz end
        from ${placed.members}
        join contacts c on c.user_id = ${user_id} and c.id = member.id
      returning device_id, status
    )
    select device_id, count(*) filter (where status = 'queued') as queued,
           count(*) filter (where status = 'cancelled') as cancelled
      from made group by device_id`.execute(tx)
  const queued = new Map(rows.map((row) => [row.device_id, row.queued]))
  const cancelled = rows.reduce((total, row) => total + row.cancelled, 0)
  return { queued, failed: new Map(), failed_contacts: [], cancelled }
}

/** The members of a chunk with the time and the SIM of each, for SQL: the same for all unless it has to be asked. */
async function placeMembers(tx: Tx, campaign: Expanding, chunk: number, now: Date) {
  const placer = createPlacer(campaign, now)
  if (placer.isSame) {
    const { device_id, sim_subscription_id, send_at } = placer.same
    return {
      members: sql`(select unnest(a.contact_ids) as id from campaign_audiences a
                     where a.user_id = ${campaign.user_id} and a.campaign_id = ${campaign.id} and a.kind = 'frozen'
                       and a.chunk = ${chunk}) member`,
      device_id: sql`${device_id}::bigint`,
      sim_subscription_id: sql`${sim_subscription_id}::smallint`,
      send_at: sql`${send_at}::timestamptz`,
    }
  }
  const rows = await findMembers(tx, campaign, chunk, sql`null`)
  const places = rows.map((member) => placer.place(member))
  return {
    members: sql`
      unnest(${rows.map(({ id }) => id)}::bigint[], ${places.map(({ device_id }) => device_id)}::bigint[],
             ${places.map((one) => one.sim_subscription_id)}::smallint[],
             ${places.map(({ send_at }) => send_at)}::timestamptz[]) as member (id, device_id, sim, send_at)`,
    device_id: sql`member.device_id`,
    sim_subscription_id: sql`member.sim`,
    send_at: sql`member.send_at`,
  }
}

/** What a personal text is made from. */
type Personal = {
  name: string | null
  country_code: string | null
  custom_parameters: Record<string, string | number | boolean>
  is_opted_out: boolean
}
type Member = Personal & MemberToPlace & { id: number }

/** What decides where each message goes is asked only where that is not the same for all. */
async function findMembers<Row>(
  tx: Tx,
  campaign: Expanding,
  chunk: number,
  columns: RawBuilder<unknown>,
): Promise<(Row & MemberToPlace & { id: number })[]> {
  const { user_id, id, sims } = campaign
  const kept = sql`
    left join lateral (
      select m.device_id, m.sim_subscription_id from messages m
       where m.user_id = ${user_id} and m.contact_id = c.id and m.status in ('sent', 'delivered', 'dispatched')
         and (m.device_id, m.sim_subscription_id) in (
           select * from unnest(${sims.map(({ device_id }) => device_id)}::bigint[],
                                ${sims.map((sim) => sim.sim_subscription_id)}::smallint[]))
       order by m.user_id desc, m.contact_id desc, m.id desc limit 1) kept on true`
  const { rows } = await sql<Row & MemberToPlace & { id: number }>`
    select c.id, c.phone_number, ${columns},
           c.custom_parameters ->> ${campaign.clock.timezone_parameter}::text as timezone,
           ${
             sims.length > 1
               ? sql`kept.device_id as kept_device_id, kept.sim_subscription_id as kept_sim`
               : sql`null::bigint as kept_device_id, null::smallint as kept_sim`
           }
      from campaign_audiences a
     cross join lateral unnest(a.contact_ids) as member (id)
      join contacts c on c.user_id = ${user_id} and c.id = member.id
      ${sims.length > 1 ? kept : sql``}
     where a.user_id = ${user_id} and a.campaign_id = ${id} and a.kind = 'frozen' and a.chunk = ${chunk}
     order by c.id`.execute(tx)
  return rows
}

/** A personal text is rendered here, by the one renderer there is, and copied in. */
export async function copyPersonalised(
  tx: Tx,
  campaign: Expanding,
  chunk: number,
  composer: Composer,
  now: Date,
): Promise<Made> {
  const { user_id, id } = campaign
  const rows = await findMembers<Personal>(
    tx,
    campaign,
    chunk,
    sql`c.name, c.country_code, c.custom_parameters, c.opted_out_at is not null as is_opted_out`,
  )
  const placer = createPlacer(campaign, now)
  // What a message shows whose text could not be made.
  const template = { content: campaign.content, parts: countParts(campaign.content).parts }
  const made: Made = { queued: new Map(), failed: new Map(), failed_contacts: [], cancelled: 0 }
  const columns =
    'user_id, contact_id, device_id, campaign_id, recurring_campaign_id, rss_automation_id, send_at, created_at, sim_subscription_id, parts, phone_number, content, status, error, finished_at'
  const client = await clientOf(tx)
  const at = now.toISOString()
  const shared = ({ device_id, sim_subscription_id, send_at }: Placement) =>
    [
      device_id,
      id,
      campaign.recurring_campaign_id ?? '\\N',
      campaign.rss_automation_id ?? '\\N',
      send_at.toISOString(),
      at,
      sim_subscription_id,
    ].join('\t')

  const fixed = placer.isSame ? shared(placer.same) : undefined

  async function* lines(): AsyncGenerator<string> {
    const steps = {
      make: (member: Member) => lineOf(member, composer.compose(member)),
      giveUp: (member: Member) => lineOf(member, tooCostly),
      atOnce: linesAtOnce,
    }
    for await (const some of inStretches(rows, steps)) yield some.join('')
  }

  function lineOf(member: Member, composed: Composed | Unrendered): string {
    const isMade = isComposed(composed)
    const { content, parts } = isMade ? composed : template
    const error = member.is_opted_out ? optedOutError : isMade ? null : composed.error
    const status = member.is_opted_out ? 'cancelled' : isMade ? 'queued' : 'failed'
    const place = placer.isSame ? placer.same : placer.place(member)
    if (status === 'cancelled') made.cancelled += 1
    if (status === 'queued') countOne(made.queued, place.device_id)
    if (status === 'failed') {
      countOne(made.failed, place.device_id)
      made.failed_contacts.push(member.id)
    }
    const end = error === null ? '\\N\t\\N' : `${escapeCopy(error)}\t${at}`
    return `${user_id}\t${member.id}\t${fixed ?? shared(place)}\t${parts}\t${member.phone_number}\t${escapeCopy(content)}\t${status}\t${end}\n`
  }

  await pipeline(
    Readable.from(lines()),
    client.query(copyFrom(`copy messages (${columns}) from stdin`)),
  )
  return made
}

function countOne(counts: Map<number, number>, device_id: number): void {
  counts.set(device_id, (counts.get(device_id) ?? 0) + 1)
}

/** Rendered in about 0.2 ms, for which nothing else of the process runs. */
const linesAtOnce = 20

/** The text format of COPY: backslash, tab, newline and carriage return are escaped. */
function escapeCopy(text: string): string {
  return text.replaceAll(/[\\\t\n\r]/g, (character) => copyEscapes[character] ?? character)
}
const copyEscapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
