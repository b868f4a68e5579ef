import { describe, expect, test } from 'vitest'
import { heldBy, namedEdges, stretchesOf } from './runway.ts'

const timeline = [
  { start: '2026-11-20 17:00:00', end: '2026-11-20 20:00:00', parts: 6480, reason: null },
  {
    start: '2026-11-20 20:00:00',
    end: '2026-11-21 09:00:00',
    parts: 0,
    reason: 'quiet_hours' as const,
  },
  { start: '2026-11-21 09:00:00', end: '2026-11-21 09:49:00', parts: 1760, reason: null },
]
const now = new Date('2026-11-20T15:00:00Z')

describe('the runway', () => {
  test('begins now, where the texts leave later, and is whole', () => {
    const stretches = stretchesOf({ timeline }, now)
    expect(stretches.map(({ kind }) => kind)).toEqual([
      'before',
      'sending',
      'quiet_hours',
      'sending',
    ])
    expect(stretches.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100)
    expect(stretchesOf({ timeline }, new Date('2026-11-20T17:00:00Z'))[0]?.kind).toBe('sending')
    expect(stretchesOf({ timeline: [] }, now)).toEqual([])
  })

  test('says how much waits for the quiet hours, and until when', () => {
    const held = heldBy(stretchesOf({ timeline }, now), 'quiet_hours')
    expect(held).toEqual({
      parts: 1760,
      from: new Date('2026-11-20T20:00:00Z'),
      until: new Date('2026-11-21T09:00:00Z'),
    })
    expect(heldBy(stretchesOf({ timeline }, now), 'budget')).toBeUndefined()
  })

  test('names its edges where there is room', () => {
    const places = namedEdges(stretchesOf({ timeline }, now)).map(({ place }) => place)
    expect(places[0]).toBe(0)
    for (const [at, place] of places.slice(1).entries())
      expect(place - (places[at] ?? 0)).toBeGreaterThanOrEqual(14)
  })
})
