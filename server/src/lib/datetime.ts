// Written dates and times, checked against the calendar. Nothing here guesses: 30 February is no date.

export type WrittenDatetime = {
  date: Date
  has_time: boolean
  has_seconds: boolean
  has_offset: boolean
  // `2026-02-01T…` and not `2026-02-01 …`.
  has_t: boolean
}

// Reads `YYYY-MM-DD`, alone or with a time and an offset; without an offset it is UTC. Null for what
// is no such date, or lies outside the years 0 to 9999 in UTC.
export function readDatetime(text: string): WrittenDatetime | null {
  const match = pattern.exec(text)
  if (match === null) return null

  const [, year, month, day, mark, hour, minute, second, fraction, offset] = match
  const days = daysIn(Number(year), Number(month))
  if (Number(day) < 1 || Number(day) > days) return null
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null
  const minutesAhead = readOffset(offset)
  if (minutesAhead === null) return null

  // Not Date.UTC(year, …): that takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3))
  date.setUTCHours(
    Number(hour ?? 0),
    Number(minute ?? 0) - minutesAhead,
    Number(second ?? 0),
    milliseconds,
  )
  if (date.getUTCFullYear() < 0 || date.getUTCFullYear() > 9999) return null
  return {
    date,
    has_time: mark !== undefined,
    has_seconds: second !== undefined,
    has_offset: offset !== undefined,
    has_t: mark === 'T' || mark === 't',
  }
}

const offsetHoursMax = 14

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:([Tt ])(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function readOffset(offset: string | undefined): number | null {
  if (offset === undefined || offset === 'Z' || offset === 'z') return 0

  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(3).replace(':', ''))
  if (minutes > 59 || hours * 60 + minutes > offsetHoursMax * 60) return null
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
