import type { Context } from '../context.ts'
import { gather } from '../lib/gather.ts'
import { applyReports } from '../messages/report.ts'
import type { PhoneReport } from '../messages/status.ts'
import type { Phone } from './hand-over.ts'
import { slowSimsDown } from './slow-down.ts'
import type { Waker } from './waker.ts'

type Item = { user_id: number; reports: PhoneReport[] }

/** Reports, not requests: 500 requests of phones that report a hundred at once are 50,000 reports in memory. */
const batchMax = 1000

/**
 * Applies reports of phones, those of one moment in one commit for each account. The app sends one report per request,
 * and a commit for each would cap the server at the speed of its disk.
 */
export function createReporter(
  context: Context,
  waker: Waker,
): (phone: Phone, reports: PhoneReport[]) => Promise<void> {
  const { db, now, wake } = context

  async function applyBatch(user_id: number, reports: PhoneReport[]): Promise<void> {
    // First, so that what is queued again does not go out at once.
    await slowSimsDown(db, user_id, reports, now())
    const { finished, withdrawn } = await applyReports(db, user_id, reports, now())
    for (const [device_id, count] of finished) waker.finished({ user_id, device_id }, count)
    for (const { device_id, wire_id } of withdrawn)
      wake.tell({ about: 'withdrawal', user_id, device_id, wire_id })
  }

  const applyGathered = gather(
    async (items: Item[]) => {
      const byUser = Map.groupBy(items, ({ user_id }) => user_id)
      for (const [user_id, ofUser] of byUser)
        await applyBatch(
          user_id,
          ofUser.flatMap(({ reports }) => reports),
        )
      return items.map(() => undefined)
    },
    // One at a time: two batches of one account wait for each other's contacts and totals, which took
    // eight workers from 7.9k to 1.6k messages a second. The batches grow instead.
    { batchMax, inFlightMax: 1, sizeOf: ({ reports }) => reports.length },
  )

  return async (phone, reports) => {
    for (let start = 0; start < reports.length; start += batchMax) {
      const some = reports.slice(start, start + batchMax)
      await applyGathered({ user_id: phone.user_id, reports: some })
    }
  }
}
