import { addToSpans, type ForecastSpan, type HoldReason } from './forecast-spans.ts'
import { isQuiet, type QuietHours } from '../lib/quiet-hours.ts'
import { localAt, offsetAt } from '../lib/local-time.ts'
import { ratePerMinute, type SimPace } from './pace.ts'

/** A SIM with what has to leave from it before. */
export type ForecastSim = SimPace & { waiting_parts: number }

/** How much is to be sent to the contacts of one time zone. */
export type ForecastWaiting = { timezone: string; messages: number; parts: number }

export type Forecast = {
  /** When the first and the last part will have left; null when it takes longer than a year, or never ends. */
  first_at: Date | null
  finish_at: Date | null
  /** How many parts leave on each day by the account's clock, for the first 31 days on which some do. */
  days: { date: string; parts: number }[]
  /** From now to the end, when they leave and when not. */
  spans: ForecastSpan[]
  /** How many parts each SIM takes, in the order of the SIMs. */
  by_sim: number[]
}

/** What a phone without a limit sends in a minute, about. */
const unlimitedPerMinute = 60
const stepMs = 15 * 60_000
const stepsMax = (366 * 24 * 60 * 60_000) / stepMs
const daysMax = 31
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * When a number of texts will have left at the pace and within the budgets of some SIMs, if nothing else comes. What
 * waits already goes first, the SIMs share the rest by what each can take, and nobody is written to in quiet hours. In
 * steps of a quarter of an hour.
 */
export function forecast(options: {
  sims: readonly ForecastSim[]
  waiting: readonly ForecastWaiting[]
  quietHours: QuietHours | null
  /** The zone of the account, whose clock the budgets go by. */
  timezone: string
  /** When it begins. */
  now: Date
}): Forecast {
  const { quietHours, timezone } = options
  const start = options.now.getTime()
  const waiting = options.waiting.filter(({ parts }) => parts > 0).map((one) => ({ ...one }))
  const total = sum(waiting.map(({ parts }) => parts))
  const partsPerMessage = total / Math.max(1, sum(waiting.map(({ messages }) => messages)))
  const sims = options.sims.map((sim) => simAt(sim, { start, timezone, partsPerMessage }))
  const days = new Map<string, number>()
  const spans: ForecastSpan[] = []
  let left = total
  let first: number | null = null
  let last = start
  let at = start
  for (let step = 0; left > 0 && step < stepsMax; step += 1) {
    const end = (Math.floor(at / stepMs) + 1) * stepMs
    const open = waiting.filter(
      (one) => one.parts > 0 && !(quietHours && isQuiet(quietHours, one.timezone, at)),
    )
    const found = sims.map((sim) => roomOf(sim, at, end))
    const rooms = found.filter(({ parts }) => parts > 0)
    const room = sum(rooms.map(({ parts }) => parts))
    const sent = Math.min(room, sum(open.map(({ parts }) => parts)))
    if (sent > 0) {
      first ??= Math.min(...rooms.map(({ from }) => from))
      // All of them are busy to the end, but for the last step.
      last = Math.max(...rooms.map((one) => take(one, (one.parts / room) * sent)))
      takeFrom(open, sent)
      left = sum(waiting.map(({ parts }) => parts))
      const date = dateOf(timezone, at)
      if (days.has(date) || days.size < daysMax) days.set(date, (days.get(date) ?? 0) + sent)
    }
    if (left < tiny) left = 0
    const reason = sent > 0 ? null : reasonOf(open, found)
    addToSpans(spans, { from: at, to: left === 0 ? last : end, parts: sent, reason })
    at = end
  }
  return {
    first_at: first === null ? null : new Date(first),
    finish_at: left > 0 || first === null ? null : new Date(Math.round(last)),
    days: [...days].map(([date, parts]) => ({ date, parts: Math.round(parts) })),
    spans,
    by_sim: sims.map(({ taken }) => taken),
  }
}

/** Why nothing of ours leaves in a step. */
function reasonOf(open: readonly unknown[], rooms: readonly Room[]): HoldReason {
  if (open.length === 0) return 'quiet_hours'
  return rooms.some(({ before }) => before > 0) ? 'others_first' : 'budget'
}

/** How many texts of so many parts a SIM sends in a minute, with nothing in its way. */
export function textsPerMinute(pace: SimPace, partsPerMessage: number, now: Date): number {
  return 60_000 / (msOfOnePart(pace, partsPerMessage, now.getTime()) * Math.max(1, partsPerMessage))
}

/** Sums of fractions do not come out even. */
const tiny = 1e-6

type Sim = {
  pace: ForecastSim
  timezone: string
  partsPerMessage: number
  readyAt: number
  ahead: number
  taken: number
  used: { hour: number; day: number; month: number }
  period: { hour: number; day: number; month: string }
}

function simAt(
  pace: ForecastSim,
  {
    start,
    timezone,
    partsPerMessage,
  }: { start: number; timezone: string; partsPerMessage: number },
): Sim {
  return {
    pace,
    timezone,
    partsPerMessage,
    readyAt: Math.max(start, pace.next_release_at?.getTime() ?? start),
    ahead: pace.waiting_parts,
    taken: 0,
    used: { hour: pace.hour_parts, day: pace.day_parts, month: pace.month_parts },
    period: periodAt(timezone, start),
  }
}

/** What a SIM can send in a step: of others before, of ours, from when on, and at what rate. */
type Room = { sim: Sim; before: number; parts: number; from: number; msOfPart: number }

/** The room of a SIM in a step, once what waits before has left. */
function roomOf(sim: Sim, at: number, end: number): Room {
  startPeriods(sim, at)
  const from = Math.max(at, sim.readyAt)
  const { pace, used } = sim
  const msOfPart = msOfOnePart(pace, sim.partsPerMessage, at)
  const budgets = [
    (end - from) / msOfPart,
    pace.max_per_hour > 0 ? pace.max_per_hour - used.hour : Infinity,
    pace.max_per_day > 0 ? pace.max_per_day - used.day : Infinity,
    pace.max_per_month > 0 ? pace.max_per_month - used.month : Infinity,
  ]
  const parts = Math.max(0, Math.min(...budgets))
  const before = Math.min(parts, sim.ahead)
  sim.ahead -= before
  use(sim, before)
  return { sim, before, parts: parts - before, from: from + before * msOfPart, msOfPart }
}

/** Sends a number of parts; when the last of them has left. */
function take({ sim, from, msOfPart }: Room, parts: number): number {
  sim.taken += parts
  use(sim, parts)
  return from + parts * msOfPart
}

function use({ used }: Sim, parts: number): void {
  used.hour += parts
  used.day += parts
  used.month += parts
}

function startPeriods(sim: Sim, at: number): void {
  const period = periodAt(sim.timezone, at)
  if (period.hour !== sim.period.hour) sim.used.hour = 0
  if (period.day !== sim.period.day) sim.used.day = 0
  if (period.month !== sim.period.month) sim.used.month = 0
  sim.period = period
}

/** The time that one part takes, with its share of the gap after its message. */
function msOfOnePart(pace: SimPace, partsPerMessage: number, at: number): number {
  const gapMs = ((pace.gap_min_seconds + pace.gap_max_seconds) / 2) * 1000
  return (
    60_000 / (ratePerMinute(pace, at) || unlimitedPerMinute) + gapMs / Math.max(1, partsPerMessage)
  )
}

function takeFrom(open: { parts: number }[], sent: number): void {
  let left = sent
  for (const one of open) {
    const taken = Math.min(one.parts, left)
    one.parts -= taken
    left -= taken
  }
}

function periodAt(timezone: string, at: number): { hour: number; day: number; month: string } {
  const local = localAt(timezone, at)
  // Counted in our own time, so that the hour that comes twice is two hours.
  const hour = Math.floor((at + (offsetAt(timezone, at) % hourMs)) / hourMs)
  return { hour, day: Math.floor(local / dayMs), month: dateOf(timezone, at).slice(0, 7) }
}

function dateOf(timezone: string, at: number): string {
  return new Date(localAt(timezone, at)).toISOString().slice(0, 10)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
