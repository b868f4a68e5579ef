import { sql, type RawBuilder } from 'kysely'
import { listenerMs, listenerSilenceMs, pollerSilenceMs, streamNotedMs } from './watch-rule.ts'

// Who is there now, asked of the rows of a device `d` and its installation `i` alone: the rule of the watch
// (watch-rule.ts) without its memory, so that lists can order and count by it.

const ago = (now: Date, milliseconds: number) =>
  sql<Date>`${new Date(now.getTime() - milliseconds)}::timestamptz`

/** True when the phone listens or pings, and does not only come by now and then. */
const isListener = (now: Date) =>
  sql<boolean>`coalesce(greatest(i.streamed_at, d.pinged_at) > ${ago(now, listenerMs)}, false)`

/** When there was last a sign of the phone; null before the first one. Where it has pinged, an open stream is none. */
export const signAt = (now: Date): RawBuilder<Date | null> => sql`
  case when ${isListener(now)} and not coalesce(d.pinged_at >= coalesce(i.streaming_since, '-infinity'), false)
       then greatest(d.last_ping_at, i.enrolled_at, i.streamed_at)
       else greatest(d.last_ping_at, i.enrolled_at) end`

/** A phone that was shut out by a new token is none any more. */
const isEnrolled = sql<boolean>`(i.id is not null and i.ended_at is null)`

/** False for a device whose phone never came, too. */
export const isOnline = (now: Date): RawBuilder<boolean> => sql`
  (${isEnrolled} and coalesce(
    ${signAt(now)} > case when ${isListener(now)} then ${ago(now, listenerSilenceMs)}
                          else ${ago(now, pollerSilenceMs)} end, false))`

/** Whether it can be told of new work at once: some process holds a stream of it. */
export const isListening = (now: Date): RawBuilder<boolean> => sql`
  (${isEnrolled} and coalesce(i.streamed_at > ${ago(now, streamNotedMs)}, false))`

/** Whether no SIM of it is given anything new. */
export const isDraining: RawBuilder<boolean> = sql`
  not exists (select from sims s where s.user_id = d.user_id and s.device_id = d.id and not s.is_draining)`

export const deviceStatuses = ['new', 'paused', 'draining', 'offline', 'online'] as const
export type DeviceStatus = (typeof deviceStatuses)[number]

/** In the order of the watch: one that is paused or drained is not missed. */
export const statusOf = (now: Date): RawBuilder<DeviceStatus> => sql`
  case when not ${isEnrolled} then 'new' when d.is_paused then 'paused' when ${isDraining} then 'draining'
       when ${isOnline(now)} then 'online' else 'offline' end`
