import { describe, expect, test } from 'vitest'
import {
  daysBetween,
  duration,
  instantOf,
  moment,
  momentInWords,
  percent,
  ratePerMinute,
  wireOf,
} from './formats.ts'
import { groupedNumber } from './phone-number.ts'
import { beginning, inWords, listed, plural } from './sentences.ts'

describe('figures and times', () => {
  test.each([
    [0, 100, '0%'],
    [58, 1000, '5.8%'],
    [1, 10_000, '< 0.1%'],
    [9999, 10_000, '> 99.9%'],
    [100, 100, '100%'],
    [0, 0, '–'],
  ])('%d of %d is %s', (part, total, text) => expect(percent(part, total)).toBe(text))

  test.each([
    [12, '12 s'],
    [480, '8 min'],
    [3570, '1 h'],
    [3600, '1 h'],
    [13_800, '3 h 50 min'],
    [172_800, '48 h'],
    [259_200, 'about 3 days'],
  ])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text))

  test('rates keep a decimal where it tells', () => {
    expect(ratePerMinute(38)).toBe('38/min')
    expect(ratePerMinute(0.5)).toBe('0.5/min')
  })

  test('a moment is told by the calendar of the zone', () => {
    const clock = { now: new Date('2026-11-20T14:32:00Z'), timezone: 'Europe/London' }
    const at = (text: string) => moment(new Date(text), clock).replace(/ ?[ap]m/i, '')

    expect(at('2026-11-20T14:31:00Z')).toMatch(/^(14|02):31/)
    expect(at('2026-11-19T17:02:00Z')).toMatch(/^Yesterday /)
    expect(at('2026-11-21T09:49:00Z')).toMatch(/^Tomorrow /)
    expect(at('2026-11-15T10:40:00Z')).toMatch(/15|Nov/)
    expect(at('2025-11-15T10:40:00Z')).toMatch(/2025/)
    expect(momentInWords(new Date('2026-11-21T09:49:00Z'), clock)).toMatch(/^tomorrow at 09:49/)
  })

  test('days are those of the calendar, over a change of the clock too', () => {
    const days = (from: string, to: string) =>
      daysBetween(new Date(from), new Date(to), 'Europe/London')
    expect(days('2026-10-24T23:30:00Z', '2026-10-25T23:30:00Z')).toBe(0)
    expect(days('2026-11-20T23:59:00Z', '2026-11-21T00:01:00Z')).toBe(1)
    expect(days('2026-11-20T00:01:00Z', '2026-11-20T23:59:00Z')).toBe(0)
  })

  test('what the API writes is UTC', () => {
    expect(instantOf('2026-11-21 12:59:00').toISOString()).toBe('2026-11-21T12:59:00.000Z')
    expect(wireOf(new Date('2026-11-21T12:59:00Z'))).toBe('2026-11-21 12:59:00')
  })
})

describe('sentences', () => {
  test('a number takes its form', () => {
    const forms = { one: 'Cancel # text', other: 'Cancel # texts' }
    expect(plural(1, forms)).toBe('Cancel 1 text')
    expect(plural(8742, forms)).toMatch(/^Cancel 8.?742 texts$/)
  })

  test('few are written out', () => {
    expect(beginning(inWords(4))).toBe('Four')
    expect(inWords(12)).toBe('12')
    expect(listed(['Ana', 'Ben'])).toBe('Ana and Ben')
  })

  test.each([
    ['+447700900142', '+44 7700 900142'],
    ['+14155550132', '+1 415 555 0132'],
    ['+33612345678', '+33 6 12 34 56 78'],
    ['+4915123456789', '+49 151 23456789'],
    ['+35312345678', '+353 123 456 78'],
    ['MYBANK', 'MYBANK'],
    ['12345', '12345'],
  ])('%s reads %s', (number, text) => expect(groupedNumber(number)).toBe(text))
})
