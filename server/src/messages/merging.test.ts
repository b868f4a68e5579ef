import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { mergeReport, type Report, type Standing } from './status.ts'

// A phone tells what became of a message by snapshots, which arrive late, twice and in any order.

const now = new Date('2026-11-21T12:00:00Z')
const after = (seconds: number) => new Date(now.getTime() - 60_000 + seconds * 1000)

type State = Report['state']

/** What can become of a message on a phone, in the order in which it does. A failure is never taken back there. */
const histories: readonly (readonly State[])[] = [
  ['Pending'],
  ['Pending', 'Processed'],
  ['Pending', 'Processed', 'Sent'],
  ['Pending', 'Processed', 'Sent', 'Delivered'],
  ['Pending', 'Processed', 'Delivered'],
  ['Pending', 'Failed'],
  ['Pending', 'Processed', 'Failed'],
  ['Pending', 'Processed', 'Sent', 'Failed'],
  ['Pending', 'Cancelled'],
]
/** The first part arrives before the last one fails: the one end that has two names. */
const halfDelivered: readonly State[] = ['Pending', 'Processed', 'Sent', 'Delivered', 'Failed']

const ends: Record<State, Standing['status']> = {
  Pending: 'dispatched',
  Processed: 'dispatched',
  Sent: 'sent',
  Delivered: 'delivered',
  Failed: 'failed',
  Cancelled: 'cancelled',
}

const rank: Record<Standing['status'], number> = {
  waiting: 0,
  queued: 0,
  held: 0,
  dispatched: 1,
  cancelled: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  received: 5,
}

const inHand: Standing = {
  status: 'dispatched',
  phone_state: null,
  dispatched_at: now,
  sent_at: null,
  delivered_at: null,
  may_have_gone_out: false,
  error: null,
  parts: 1,
  valid_until: null,
  requeues: null,
}

/** What the phone says at each step, with the times of the steps before, as the app does. */
function snapshots(history: readonly State[]): Report[] {
  const timeOf = (state: State, until: number) => {
    const place = history.indexOf(state)
    return place >= 0 && place <= until ? after(place) : null
  }
  return history.map((state, place) => ({
    state,
    error: state === 'Failed' ? 'No service' : null,
    sent_at: timeOf('Sent', place),
    delivered_at: timeOf('Delivered', place),
  }))
}

/** Every snapshot at least once, some again, in any order. */
function arrivals<T>(all: readonly T[]): fc.Arbitrary<T[]> {
  return fc
    .array(fc.constantFrom(...all), { maxLength: 8 })
    .chain((again) =>
      fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
    )
}

function merge(reports: readonly Report[]): { end: Standing; passed: Standing[] } {
  let standing = inHand
  const passed = [standing]
  for (const report of reports) {
    const merged = mergeReport(standing, report, now)
    expect(merged).not.toBe('again')
    standing = { ...standing, ...(typeof merged === 'object' ? merged : {}) }
    passed.push(standing)
  }
  return { end: standing, passed }
}

test.for(histories.map((history) => ({ history, last: history.at(-1) ?? 'Pending' })))(
  'the reports of $history end alike in any order, and how often each arrives',
  ({ history, last }) => {
    const inOrder = merge(snapshots(history)).end
    expect(inOrder.status).toBe(ends[last])

    fc.assert(
      fc.property(arrivals(snapshots(history)), (reports) => {
        expect(merge(reports).end).toEqual(inOrder)
      }),
      { seed: 8, numRuns: 300 },
    )
  },
)

test('of a text that arrived in part both facts are kept, whichever is told first', () => {
  fc.assert(
    fc.property(arrivals(snapshots(halfDelivered)), (reports) => {
      const { end } = merge(reports)
      expect(['delivered', 'failed']).toContain(end.status)
      expect(end).toMatchObject({ error: 'No service', delivered_at: after(3) })
    }),
    { seed: 8, numRuns: 300 },
  )
})

test('no report ever takes a message back', () => {
  const any = fc
    .constantFrom(...histories, halfDelivered)
    .chain((history) => arrivals(snapshots(history)))
  fc.assert(
    fc.property(any, (reports) => {
      const { passed } = merge(reports)
      passed.reduce((before, next) => {
        expect(rank[next.status]).toBeGreaterThanOrEqual(rank[before.status])
        // What is known is not forgotten.
        if (before.sent_at) expect(next.sent_at).toEqual(before.sent_at)
        if (before.delivered_at) expect(next.delivered_at).toEqual(before.delivered_at)
        return next
      })
    }),
    { seed: 8, numRuns: 1000 },
  )
})

const database = useDatabase()
const testApp = useApp(database)
let user_id: number
let device_id: number
let phone: TestPhone

beforeAll(async () => {
  user_id = (await buildAccount(database.db)).user_id
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(testApp, device.token)
})

test('every message of a batch moves the totals once, however its reports arrive', async () => {
  const several = fc
    .array(fc.constantFrom(...histories, halfDelivered), { minLength: 1, maxLength: 6 })
    .chain((chosen) =>
      arrivals(
        chosen.flatMap((history, place) => snapshots(history).map((report) => ({ report, place }))),
      ).map((reports) => ({ chosen, reports })),
    )
  await fc.assert(
    fc.asyncProperty(several, fc.nat({ max: 20 }), async ({ chosen, reports }, cut) => {
      const contact_ids = await buildContacts(database.db, user_id, chosen.length)
      const ids = await queueForTest(database.db, user_id, {
        contact_ids,
        device_id,
        now: testApp.now,
      })
      // A SIM lets go of so many a minute.
      testApp.now = new Date(testApp.now.getTime() + 3_600_000)
      const listed = await phone.fetch()
      const toWire = ({ report, place }: (typeof reports)[number]) => ({
        id: listed[place]?.id,
        state: report.state,
        recipients: [{ state: report.state, ...(report.error ? { error: report.error } : {}) }],
      })
      for (const some of [reports.slice(0, cut), reports.slice(cut)])
        expect((await phone.call('PATCH', '/message', some.map(toWire))).status).toBe(204)

      const rows = await database.db
        .selectFrom('messages')
        .select(['id', 'status'])
        .where('id', 'in', ids)
        .orderBy('id')
        .execute()
      for (const [place, history] of chosen.entries()) {
        const expected =
          history === halfDelivered ? ['delivered', 'failed'] : [ends[history.at(-1) ?? 'Pending']]
        expect(expected).toContain(rows[place]?.status)
      }
      await expectTotalsToHold(database.db)
      // What is still in the phone's hands would come back into the next listing.
      await phone.report('Failed', listed, { error: 'The test is over' })
    }),
    { seed: 8, numRuns: 40, endOnFailure: true },
  )
})
