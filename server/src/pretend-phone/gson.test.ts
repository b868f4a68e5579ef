import { expect, test } from 'vitest'
import { readDate, writeDate, writeJson } from './gson.ts'

test('JSON leaves nulls out and escapes what the app escapes', () => {
  const value = { a: null, b: undefined, text: `<a href='x'>&=`, list: [{ c: null, d: 1 }] }

  expect(writeJson(value)).toBe(
    String.raw`{"text":"\u003ca href\u003d\u0027x\u0027\u003e\u0026\u003d","list":[{"d":1}]}`,
  )
})

test.each([
  [0, '2026-01-01T00:00:00.123Z'],
  [120, '2026-01-01T02:00:00.123+02:00'],
  [-210, '2025-12-31T20:30:00.123-03:30'],
])('a time is written in the zone of the phone, %i minutes ahead', (offsetMinutes, written) => {
  expect(writeDate(Date.parse('2026-01-01T00:00:00.123Z'), offsetMinutes)).toBe(written)
  expect(readDate(written)).toBe(Date.parse('2026-01-01T00:00:00.123Z'))
})

test.each([
  ['2026-01-01T00:00:00Z', 0],
  ['2026-01-01T00:00:00+00:00', 0],
  ['2026-01-01T00:00:00.123Z', 123],
  ['2026-01-01T00:00:00.5Z', 5],
  ['2026-01-01T00:00:00.123456Z', 123_456],
  ['2026-01-01T00:00:00.123456789Z', 123_456_789],
])('%s is misread as the app does', (text, milliseconds) => {
  expect(readDate(text) - Date.parse('2026-01-01T00:00:00Z')).toBe(milliseconds)
})

test.each([1_700_000_000, '2026-01-01 00:00:00', 'soon', null])(
  '%j makes the app refuse the answer',
  (value) => {
    expect(() => readDate(value)).toThrow('cannot read the date')
  },
)
