import { describe, expect, test } from 'vitest'
import { nextMinuteOfDay, offsetAt, readTimezone } from './local-time.ts'
import { earliestAllowed, isQuiet, quietFrom, readQuietHours } from './quiet-hours.ts'

const hoursOf = (text: string) => {
  const [start = '', end = ''] = text.split('-')
  return readQuietHours(start, end)
}

describe('quiet hours', () => {
  test.for([
    {
      hours: '21:00-09:00',
      zone: 'UTC',
      at: '2026-11-21T12:00:00Z',
      allowed: '2026-11-21T12:00:00Z',
    },
    {
      hours: '21:00-09:00',
      zone: 'UTC',
      at: '2026-11-21T20:59:59Z',
      allowed: '2026-11-21T20:59:59Z',
    },
    {
      hours: '21:00-09:00',
      zone: 'UTC',
      at: '2026-11-21T21:00:00Z',
      allowed: '2026-11-22T09:00:00Z',
    },
    {
      hours: '21:00-09:00',
      zone: 'UTC',
      at: '2026-11-22T08:59:59Z',
      allowed: '2026-11-22T09:00:00Z',
    },
    {
      hours: '21:00-09:00',
      zone: 'UTC',
      at: '2026-11-22T09:00:00Z',
      allowed: '2026-11-22T09:00:00Z',
    },
    {
      hours: '12:00-14:00',
      zone: 'UTC',
      at: '2026-11-21T13:30:00Z',
      allowed: '2026-11-21T14:00:00Z',
    },
    {
      hours: '00:00-08:00',
      zone: 'UTC',
      at: '2026-11-21T00:00:00Z',
      allowed: '2026-11-21T08:00:00Z',
    },
    {
      hours: '21:00-09:00',
      zone: 'Asia/Tokyo',
      at: '2026-11-21T12:00:00Z',
      allowed: '2026-11-22T00:00:00Z',
    },
    {
      hours: '21:00-09:00',
      zone: 'America/New_York',
      at: '2026-11-21T12:00:00Z',
      allowed: '2026-11-21T14:00:00Z',
    },
    {
      hours: '21:00-09:30',
      zone: 'Asia/Kolkata',
      at: '2026-11-21T17:00:00Z',
      allowed: '2026-11-22T04:00:00Z',
    },
    {
      hours: '21:00-09:00',
      zone: 'Pacific/Kiritimati',
      at: '2026-11-21T12:00:00Z',
      allowed: '2026-11-21T19:00:00Z',
    },
  ])(
    '$hours in $zone: what is wanted at $at may leave at $allowed',
    ({ hours, zone, at, allowed }) => {
      expect(earliestAllowed(hoursOf(hours), zone, new Date(at))).toEqual(new Date(allowed))
    },
  )

  test.for([
    // The clock of Berlin goes from 02:00 to 03:00 in the night to 29 March, and back to 02:00 in that to 25 October.
    { hours: '21:00-09:00', at: '2026-03-28T22:00:00Z', allowed: '2026-03-29T07:00:00Z' },
    { hours: '21:00-09:00', at: '2026-10-24T22:00:00Z', allowed: '2026-10-25T08:00:00Z' },
    { hours: '21:00-02:30', at: '2026-03-28T22:00:00Z', allowed: '2026-03-29T01:00:00Z' },
    { hours: '21:00-02:30', at: '2026-10-24T22:00:00Z', allowed: '2026-10-25T00:30:00Z' },
    // 02:10 for the second time.
    { hours: '21:00-02:30', at: '2026-10-25T01:10:00Z', allowed: '2026-10-25T01:30:00Z' },
    { hours: '02:15-02:45', at: '2026-03-29T00:59:00Z', allowed: '2026-03-29T00:59:00Z' },
  ])(
    '$hours in Berlin, when the clock is put on or back: from $at to $allowed',
    ({ hours, at, allowed }) => {
      expect(earliestAllowed(hoursOf(hours), 'Europe/Berlin', new Date(at))).toEqual(
        new Date(allowed),
      )
    },
  )

  test('over two years of every hour what is allowed is never quiet, and less than a day away', () => {
    const hours = { start: 21 * 60, end: 9 * 60 }
    for (const zone of [
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Africa/Casablanca',
    ]) {
      for (let at = Date.UTC(2026, 0); at < Date.UTC(2028, 0); at += 3_600_000) {
        const allowed = earliestAllowed(hours, zone, new Date(at)).getTime()

        expect(isQuiet(hours, zone, allowed)).toBe(false)
        expect(allowed - at).toBeLessThan(13.5 * 3_600_000)
        if (allowed > at) expect(isQuiet(hours, zone, allowed - 1)).toBe(true)
      }
    }
  })

  test.for([
    { at: '2026-11-21T12:00:00Z', quiet: '2026-11-21T20:00:00Z' },
    { at: '2026-11-21T19:59:59Z', quiet: '2026-11-21T20:00:00Z' },
    { at: '2026-11-22T08:00:00Z', quiet: '2026-11-22T20:00:00Z' },
    { at: '2026-10-24T08:00:00Z', quiet: '2026-10-24T19:00:00Z' },
  ])('21:00 in Berlin comes next after $at at $quiet', ({ at, quiet }) => {
    expect(quietFrom(hoursOf('21:00-09:00'), 'Europe/Berlin', new Date(at))).toEqual(
      new Date(quiet),
    )
  })

  test('none are none', () => {
    const at = new Date('2026-11-21T03:00:00Z')

    expect(earliestAllowed(null, 'UTC', at)).toEqual(at)
    expect(quietFrom(null, 'UTC', at)).toBeNull()
  })
})

describe('clocks', () => {
  test.for([
    { zone: 'UTC', at: '2026-07-01T00:00:00Z', hours: 0 },
    { zone: 'Europe/London', at: '2026-07-01T00:00:00Z', hours: 1 },
    { zone: 'America/St_Johns', at: '2026-01-01T00:00:00Z', hours: -3.5 },
    { zone: 'Asia/Kathmandu', at: '2026-01-01T00:00:00Z', hours: 5.75 },
  ])('$zone is $hours hours ahead at $at', ({ zone, at, hours }) => {
    expect(offsetAt(zone, Date.parse(at))).toBe(hours * 3_600_000)
  })

  test('after a day that a country skipped nothing is late', () => {
    // Samoa had no 30 December 2011.
    const before = new Date('2011-12-30T09:00:00Z')

    expect(new Date(nextMinuteOfDay('Pacific/Apia', before.getTime(), 12 * 60))).toEqual(
      new Date('2011-12-30T10:00:00Z'),
    )
    expect(earliestAllowed({ start: 1260, end: 720 }, 'Pacific/Apia', before)).toEqual(
      new Date('2011-12-30T22:00:00Z'),
    )
  })

  test.for([
    { name: 'Europe/Rome', zone: 'Europe/Rome' },
    { name: 'europe/rome', zone: 'Europe/Rome' },
    { name: 'UTC', zone: 'UTC' },
    { name: 'Rome', zone: undefined },
    { name: '+02:00', zone: undefined },
    { name: '', zone: undefined },
    { name: '__proto__', zone: undefined },
  ])('"$name" is the zone $zone', ({ name, zone }) => {
    expect(readTimezone(name)).toBe(zone)
  })
})
