import { useEffect, useState } from 'react'
import {
  amount,
  duration,
  exactMoment,
  instantOf,
  moment,
  momentInWords,
  percent,
  rateInWords,
  ratePerMinute,
  timeWithSeconds,
  unknown,
} from '../words/formats.ts'
import { groupedNumber } from '../words/phone-number.ts'
import css from './formats.module.css'

type Missing = {
  /** Why a figure is missing, for the dash that stands for it. */
  why?: string
}

function Dash({ why }: Missing) {
  return <span data-hint={why}>{unknown}</span>
}

/** `12,418`; a dash where it is not known. */
export function Amount({ value, why }: { value: number | null | undefined } & Missing) {
  if (value == null) return <Dash {...(why === undefined ? {} : { why })} />
  return <span className={css['figure']}>{amount(value)}</span>
}

/** `5.8%` of a whole; red from a limit on, plain below it. */
export function Percent({
  part,
  total,
  badFrom,
}: {
  part: number
  total: number
  badFrom?: number
}) {
  const isBad = badFrom !== undefined && total > 0 && part / total >= badFrom
  return (
    <span className={css['figure']} data-bad={isBad}>
      {percent(part, total)}
    </span>
  )
}

/** `38/min` in rows, `38 a minute` in sentences. */
export function Rate({
  value,
  isSentence = false,
}: {
  value: number | null | undefined
  isSentence?: boolean
}) {
  if (value == null) return <Dash />
  return (
    <span className={css['figure']}>{isSentence ? rateInWords(value) : ratePerMinute(value)}</span>
  )
}

/** `3 h 50 min`. */
export function Duration({ seconds }: { seconds: number | null | undefined }) {
  if (seconds == null) return <Dash />
  return <span className={css['figure']}>{duration(seconds)}</span>
}

type MomentProps = {
  /** As the API writes it, or an instant. */
  at: string | Date | null | undefined
  /** `row`: `Yesterday 17:02`; `words`: `yesterday at 17:02`; `seconds`: `14:31:08` and the day where it is not today. */
  as?: 'row' | 'words' | 'seconds'
  timezone?: string
}

/** A time, with the exact moment in a tooltip. It stays true when the day changes. */
export function Moment({ at, as = 'row', timezone }: MomentProps) {
  const now = useNow()
  if (at == null) return <Dash />
  const instant = typeof at === 'string' ? instantOf(at) : at
  const clock = timezone === undefined ? { now } : { now, timezone }
  return (
    <time
      className={css['figure']}
      dateTime={instant.toISOString()}
      data-hint={exactMoment(instant, timezone)}
    >
      {written(as, instant, clock)}
    </time>
  )
}

function written(
  as: 'row' | 'words' | 'seconds',
  instant: Date,
  clock: { now: Date; timezone?: string },
): string {
  if (as === 'words') return momentInWords(instant, clock)
  if (as === 'row') return moment(instant, clock)
  const isToday = instant.toDateString() === clock.now.toDateString()
  return isToday ? timeWithSeconds(instant, clock.timezone) : moment(instant, clock)
}

/** +44 7700 900142 for reading; what is selected and copied is E.164. */
export function PhoneNumber({ number }: { number: string }) {
  return (
    <span
      className={css['number']}
      dir="ltr"
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', number)
        event.preventDefault()
      }}
    >
      {groupedNumber(number)}
    </span>
  )
}

const minuteMs = 60_000

/** The time by the minute, for what is told relative to now. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  // The clock is outside of React.
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minuteMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
