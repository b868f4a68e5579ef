// When a phone is offline, and when it is back: what stands in rows goes in, what is to be told comes out.

const secondMs = 1000
const minuteMs = 60 * secondMs

/** A stream that a process holds is noted every ten seconds. */
export const streamNotedMs = 30 * secondMs
/** A phone that listens or pings is given up after this long: it pings every 60 s, and one ping may be late. */
export const listenerSilenceMs = 100 * secondMs
/** One that only polls does so every 15 minutes. */
export const pollerSilenceMs = 19 * minuteMs
/** A phone that has neither listened nor pinged for so long only polls. */
export const listenerMs = 24 * 60 * minuteMs
/** A phone is back once there were signs of it for so long without a break, so that a bad network is one outage. */
const steadyMs = 2 * minuteMs
/** The look comes every ten seconds; after a longer pause nobody was there to hear phones either. */
const blindMs = minuteMs

export type Signs = {
  /** Its last request or ping. */
  heard_at: Date
  streamed_at: Date | null
  streaming_since: Date | null
  pinged_at: Date | null
}

export type Watch = {
  is_offline: boolean
  offline_since: Date | null
  is_told: boolean
  steady_since: Date | null
  watching_since: Date
  looked_at: Date
}

export type Looked = { watch: Watch; event: 'offline' | 'back' | null }

/** What one look at a phone comes to. `wants` is whether the owner wants to hear of it. */
export function look(
  before: Watch | undefined,
  signs: Signs,
  { now, wants }: { now: Date; wants: boolean },
): Looked {
  if (!before) return { watch: firstWatch(now), event: null }
  const isBlind = now.getTime() - before.looked_at.getTime() > blindMs
  const watch = {
    ...before,
    looked_at: now,
    watching_since: isBlind ? now : before.watching_since,
    steady_since: isBlind ? null : before.steady_since,
  }
  return before.is_offline
    ? lookAtOffline(watch, signs, now)
    : lookAtOnline(watch, signs, now, wants)
}

function firstWatch(now: Date): Watch {
  return {
    is_offline: false,
    offline_since: null,
    is_told: false,
    steady_since: null,
    watching_since: now,
    looked_at: now,
  }
}

function lookAtOnline(watch: Watch, signs: Signs, now: Date, wants: boolean): Looked {
  const { sign_at, silenceMs } = lastSign(signs, now)
  // What was before we looked is nobody's silence.
  const since = Math.max(sign_at, watch.watching_since.getTime())
  if (now.getTime() - since < silenceMs) return { watch, event: null }
  const offline = {
    ...watch,
    is_offline: true,
    offline_since: new Date(sign_at),
    is_told: wants,
    steady_since: null,
  }
  return { watch: offline, event: wants ? 'offline' : null }
}

function lookAtOffline(watch: Watch, signs: Signs, now: Date): Looked {
  const { sign_at, silenceMs } = lastSign(signs, now)
  const isThere = now.getTime() - sign_at < silenceMs
  if (!isThere) return { watch: { ...watch, steady_since: null }, event: null }
  const steady_since = watch.steady_since ?? new Date(sign_at)
  // From sign to sign: the silence that is forgiven proves nothing.
  if (sign_at - steady_since.getTime() < steadyMs) {
    return { watch: { ...watch, steady_since }, event: null }
  }
  return {
    watch: { ...firstWatch(now), watching_since: watch.watching_since },
    event: watch.is_told ? 'back' : null,
  }
}

/** When there was last a sign of the phone, and for how long there may be none. */
function lastSign(signs: Signs, now: Date): { sign_at: number; silenceMs: number } {
  const at = now.getTime()
  const streamed = signs.streamed_at?.getTime() ?? 0
  const pinged = signs.pinged_at?.getTime() ?? 0
  const heard = signs.heard_at.getTime()
  const isListener = at - Math.max(streamed, pinged) < listenerMs
  if (!isListener) return { sign_at: heard, silenceMs: pollerSilenceMs }
  // A connection stays open for a quarter of an hour when the phone is gone; where it has pinged, only pings count.
  const pingsOnStream = pinged > 0 && pinged >= (signs.streaming_since?.getTime() ?? 0)
  if (pingsOnStream) return { sign_at: heard, silenceMs: listenerSilenceMs }
  const isOpen = at - streamed < streamNotedMs
  return { sign_at: isOpen ? at : Math.max(heard, streamed), silenceMs: listenerSilenceMs }
}
