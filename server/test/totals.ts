import { expect } from 'vitest'
import type { Db } from '../src/db/pool.ts'
import { findWrongTotals } from './wrong-totals.ts'

/**
 * Fails unless every total of every contact, device, campaign and flow is what a count of the rows says: of those that
 * are left and those that were removed.
 */
export async function expectTotalsToHold(db: Db): Promise<void> {
  expect(await findWrongTotals(db)).toEqual([])
}
