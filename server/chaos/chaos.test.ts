// A short form of `npm run chaos`: real processes, really killed, and counted from outside.
import { describe, expect, test } from 'vitest'
import { describePlan } from './plan.ts'
import { runSeed } from './run-seed.ts'

const size = { contacts: 120, storm_ms: 5000, freeze_ms: 1500 }

describe('whatever is killed, frozen or cut off while messages go out', () => {
  // One seed for each way of running: with a database of its own, and two on one.
  test.each([6, 8])(
    'everybody has got a text once at most and nothing is lost, under seed %i',
    { timeout: 300_000 },
    async (seed) => {
      const { plan, findings, messages, sent } = await runSeed(seed, size)

      expect(findings, describePlan(plan)).toEqual([])
      expect(messages).toBeGreaterThanOrEqual(size.contacts)
      expect(sent).toBeGreaterThan(0)
    },
  )
})
