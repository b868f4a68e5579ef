import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../context.ts'
import { mayBeOfferedAgain } from '../messages/claim.ts'
import type { Phone } from './hand-over.ts'

/** How far ahead the look for due work sees; it comes again within that time. */
export const horizonSeconds = 12

type Due = { user_id: number; device_id: number; due_at: Date }

/** When each of these phones has something to fetch, if it is within the horizon. A few index probes for each. */
export async function findDuePhones(
  db: Context['db'],
  phones: readonly Phone[],
  now: Date,
): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select d.user_id, d.device_id, w.due_at
      from unnest(${phones.map(({ user_id }) => user_id)}::bigint[], ${phones.map(({ device_id }) => device_id)}::bigint[],
                  ${phones.map(({ installation_id }) => installation_id)}::bigint[])
             as d (user_id, device_id, installation_id)
      join devices v on v.user_id = d.user_id and v.id = d.device_id and v.installation_id = d.installation_id
                    and v.total_pending > 0
      join accounts a on a.user_id = v.user_id
     cross join lateral (
       select min(due_at) as due_at from (
         select min(greatest(m.send_at, s.next_release_at, s.held_until)) as due_at
           from sims s
          cross join lateral (
            (select m.send_at from messages m
              where m.user_id = s.user_id and m.device_id = s.device_id and m.sim_subscription_id = s.subscription_id
                and m.campaign_id is null and m.status = 'queued'
              order by m.user_id, m.device_id, m.sim_subscription_id, m.campaign_id, m.send_at limit 1)
            union all
            ${firstOfCampaigns(sql`c.device_id = s.device_id and c.sim_subscription_id = s.subscription_id`, now)}
            union all
            ${firstOfCampaigns(
              sql`c.id in (select k.campaign_id from campaign_sims k
                            where k.user_id = s.user_id and k.device_id = s.device_id
                              and k.sim_subscription_id = s.subscription_id)`,
              now,
            )}
          ) m
          where s.user_id = d.user_id and s.device_id = d.device_id and not v.is_paused
            and a.sending_held_at is null
         union all
         (select m.lease_until
            from messages m
            left join campaigns c on c.user_id = d.user_id and c.id = m.campaign_id
           where m.user_id = d.user_id and m.device_id = d.device_id and m.status = 'dispatched'
             and m.installation_id = d.installation_id and ${mayBeOfferedAgain({ now, is_paused: sql`(v.is_paused or a.sending_held_at is not null)` })}
           order by m.lease_until limit 1)
       ) any_source
     ) w
     where w.due_at <= ${now}::timestamptz + make_interval(secs => ${horizonSeconds})`.execute(db)
  return rows
}

/** The first message of each running campaign that names a SIM `s`. */
const firstOfCampaigns = (names: RawBuilder<unknown>, now: Date) => sql`
  (select m.send_at
     from campaigns c
    cross join lateral (
      select m.send_at from messages m
       where m.user_id = c.user_id and m.device_id = s.device_id
         and m.sim_subscription_id = s.subscription_id and m.campaign_id = c.id and m.status = 'queued'
       order by m.send_at limit 1) m
    where c.user_id = s.user_id and ${names} and c.deleted_at is null and c.status = 'running'
      and (c.expires_at is null or c.expires_at > ${now}))`

/** A phone whose stream was not noted for this long has not listened all the time. */
const streamBreakSeconds = 40

/** Tells other processes which phones can be woken, and since when they listen. */
export async function noteStreams({ db, now }: Context, phones: readonly Phone[]): Promise<void> {
  await sql`
    update installations i
       set streamed_at = ${now()},
           streaming_since = case when i.streamed_at > ${now()}::timestamptz - make_interval(secs => ${streamBreakSeconds})
                                  then coalesce(i.streaming_since, ${now()}) else ${now()}::timestamptz end
      from unnest(${phones.map(({ user_id }) => user_id)}::bigint[],
                  ${phones.map(({ installation_id }) => installation_id)}::bigint[]) as s (user_id, id)
     where i.user_id = s.user_id and i.id = s.id`.execute(db)
}
