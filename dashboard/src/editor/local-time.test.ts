import { expect, test } from 'vitest'
import { localOf, wireOfLocal } from './local-time.ts'

test('a time is shown by the clock of the person', () => {
  expect(localOf('2026-11-21 17:00:00', 'Europe/Rome')).toBe('2026-11-21T18:00')
  expect(localOf('2026-07-01 23:30:00', 'Europe/Rome')).toBe('2026-07-02T01:30')
})

test('what is typed comes back as it was', () => {
  const local = '2026-11-21T17:05'
  expect(localOf(wireOfLocal(local) ?? '')).toBe(local)
  expect(wireOfLocal('')).toBeNull()
  expect(wireOfLocal('2026-11-')).toBeNull()
})
