import { frameWords } from '../words/frame.ts'
import { instantOf, moment } from '../words/formats.ts'
import type { Colour, Shape } from '../statuses/table.ts'

/** How sending goes on, as `GET /api/overview` says. */
export type Fleet = {
  is_sending: boolean
  hold: {
    reason: string
    title: string
    since_datetime: string | null
    by: string | null
    until_datetime: string | null
  } | null
  rate_per_minute: number
  pending: number
  in_hand: number
  clear_datetime: string | null
  online: number
  total: number
}

export type SendingState = {
  shape: Shape
  colour: Colour
  title: string
  /** Under the title, in this order. */
  lines: string[]
  isHeld: boolean
}

/** What the sending line says. Why nothing moves is always said. */
export function sendingState(fleet: Fleet, now: Date, me: string | undefined): SendingState {
  const { hold, pending, online, total } = fleet
  const phones = total > 0 ? [frameWords.phonesOnline({ online, total })] : []
  const isHeld = hold?.reason === 'sending_held'
  const look = (shape: Shape, colour: Colour, title: string, lines: string[]) => ({
    shape,
    colour,
    title,
    lines,
    isHeld,
  })
  const waiting = pending > 0 ? [frameWords.waiting({ waiting: pending })] : []
  if (hold && isHeld) return look('bars', 'warn', heldTitle(hold, now, me), [...waiting, ...phones])
  if (total === 0) return look('ring-dashed', 'dim', frameWords.noPhoneYet, waiting)
  if (pending === 0) return look('tick', 'dim', frameWords.nothingToSend, phones)
  if (fleet.is_sending) {
    const { rate_per_minute: rate } = fleet
    const title = rate > 0 ? frameWords.sendingAt({ rate }) : frameWords.sending
    return look('ring-half', 'ok', title, [clearLine(fleet, now), ...phones])
  }
  if (online === 0) return look('cross', 'bad', frameWords.noPhoneOnline, [...waiting, ...phones])
  if (hold) return look('clock', 'warn', holdTitle(hold, now), [...waiting, ...phones])
  return look('clock', 'text', frameWords.waiting({ waiting: pending }), phones)
}

function heldTitle(hold: NonNullable<Fleet['hold']>, now: Date, me: string | undefined): string {
  if (hold.since_datetime === null) return frameWords.held
  const time = moment(instantOf(hold.since_datetime), { now })
  if (hold.by === null) return frameWords.heldAtSince({ time })
  return hold.by === me
    ? frameWords.heldSince({ time })
    : frameWords.heldBySince({ name: hold.by, time })
}

function holdTitle(hold: NonNullable<Fleet['hold']>, now: Date): string {
  const reason = frameWords.reasons[hold.reason] ?? hold.title
  if (hold.until_datetime === null) return frameWords.waitingFor({ reason })
  const time = moment(instantOf(hold.until_datetime), { now })
  return frameWords.waitingUntil({ reason, time })
}

function clearLine({ pending, clear_datetime }: Fleet, now: Date): string {
  if (clear_datetime === null) return frameWords.waiting({ waiting: pending })
  const time = moment(instantOf(clear_datetime), { now })
  return frameWords.waitingClear({ waiting: pending, time })
}
