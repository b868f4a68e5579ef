import { describe, expect, test } from 'vitest'
import { mergeReport, type Merged, type Report, type Standing } from './status.ts'

const now = new Date('2026-11-21T12:00:00Z')
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const sentAt = before(0.2)
const deliveredAt = before(0.1)

// Where a message can stand when a phone says something about it.
const inHand: Standing = {
  status: 'dispatched',
  phone_state: null,
  dispatched_at: before(1),
  sent_at: null,
  delivered_at: null,
  may_have_gone_out: false,
  error: null,
  parts: 1,
  valid_until: null,
  requeues: null,
}
const standings = {
  'in hand': inHand,
  accepted: { ...inHand, phone_state: 'accepted' },
  processed: { ...inHand, phone_state: 'processed' },
  sent: { ...inHand, status: 'sent', phone_state: 'sent', sent_at: sentAt },
  delivered: {
    ...inHand,
    status: 'delivered',
    phone_state: 'delivered',
    sent_at: sentAt,
    delivered_at: deliveredAt,
  },
  failed: { ...inHand, status: 'failed', phone_state: 'failed', error: 'No signal' },
  'failed after sent': {
    ...inHand,
    status: 'failed',
    phone_state: 'failed',
    sent_at: sentAt,
    error: 'Part 2 failed',
    may_have_gone_out: true,
  },
  withdrawn: { ...inHand, status: 'cancelled', error: 'The campaign was cancelled' },
  'withdrawn when processed': {
    ...inHand,
    status: 'cancelled',
    phone_state: 'processed',
    error: 'The campaign was cancelled',
  },
  'cancelled on the phone': {
    ...inHand,
    status: 'cancelled',
    phone_state: 'cancelled',
    error: 'The message was cancelled on the phone',
  },
  'given up unanswered': {
    ...inHand,
    status: 'failed',
    phone_state: 'accepted',
    error: 'never said',
    may_have_gone_out: true,
  },
  'sent without confirmation': {
    ...inHand,
    status: 'sent',
    phone_state: 'processed',
    sent_at: before(0.5),
    error: 'never confirmed',
    may_have_gone_out: true,
  },
} as const satisfies Record<string, Standing>
type Where = keyof typeof standings

const report = (state: Report['state'], more: Partial<Report> = {}): Report => ({
  state,
  error: null,
  sent_at: null,
  delivered_at: null,
  ...more,
})
const merge = (where: Where, state: Report['state'], more: Partial<Report> = {}) =>
  mergeReport(standings[where], report(state, more), now)

const nothing = undefined
const isSent: Partial<Standing> = {
  status: 'sent',
  phone_state: 'sent',
  sent_at: now,
  error: null,
  may_have_gone_out: false,
}
const isDelivered: Partial<Standing> = {
  status: 'delivered',
  phone_state: 'delivered',
  sent_at: now,
  delivered_at: now,
  error: null,
  may_have_gone_out: false,
}
const isFailed: Partial<Standing> = {
  status: 'failed',
  phone_state: 'failed',
  error: 'No service',
  may_have_gone_out: false,
}
const isCancelled: Partial<Standing> = {
  status: 'cancelled',
  phone_state: 'cancelled',
  error: 'The message was cancelled on the phone',
}

const table: Record<
  Where,
  Record<Exclude<Report['state'], 'Failed'>, Merged> & { Failed: Merged }
> = {
  'in hand': {
    Pending: { phone_state: 'accepted' },
    Processed: { phone_state: 'processed' },
    Sent: isSent,
    Delivered: isDelivered,
    Failed: isFailed,
    Cancelled: isCancelled,
  },
  accepted: {
    Pending: nothing,
    Processed: { phone_state: 'processed' },
    Sent: isSent,
    Delivered: isDelivered,
    Failed: isFailed,
    Cancelled: isCancelled,
  },
  processed: {
    Pending: nothing,
    Processed: nothing,
    Sent: isSent,
    Delivered: isDelivered,
    Failed: isFailed,
    Cancelled: nothing,
  },
  sent: {
    Pending: nothing,
    Processed: nothing,
    Sent: nothing,
    Delivered: { ...isDelivered, sent_at: sentAt },
    Failed: { ...isFailed, may_have_gone_out: true },
    Cancelled: nothing,
  },
  delivered: {
    Pending: nothing,
    Processed: nothing,
    Sent: nothing,
    Delivered: nothing,
    Failed: { error: 'No service' },
    Cancelled: nothing,
  },
  failed: {
    Pending: nothing,
    Processed: nothing,
    Sent: nothing,
    Delivered: { delivered_at: now },
    Failed: nothing,
    Cancelled: nothing,
  },
  'failed after sent': {
    Pending: nothing,
    Processed: nothing,
    Sent: nothing,
    Delivered: { delivered_at: now },
    Failed: nothing,
    Cancelled: nothing,
  },
  withdrawn: {
    Pending: nothing,
    Processed: nothing,
    Sent: isSent,
    Delivered: isDelivered,
    Failed: isFailed,
    Cancelled: nothing,
  },
  'withdrawn when processed': {
    Pending: nothing,
    Processed: nothing,
    Sent: isSent,
    Delivered: isDelivered,
    Failed: isFailed,
    Cancelled: nothing,
  },
  'cancelled on the phone': {
    Pending: nothing,
    Processed: nothing,
    Sent: isSent,
    Delivered: isDelivered,
    Failed: isFailed,
    Cancelled: nothing,
  },
  'given up unanswered': {
    Pending: nothing,
    Processed: nothing,
    Sent: isSent,
    Delivered: isDelivered,
    Failed: isFailed,
    Cancelled: nothing,
  },
  'sent without confirmation': {
    Pending: nothing,
    Processed: nothing,
    Sent: { ...isSent, sent_at: before(0.5) },
    Delivered: { ...isDelivered, sent_at: before(0.5) },
    Failed: isFailed,
    Cancelled: nothing,
  },
}

const cases = Object.entries(table).flatMap(([where, row]) =>
  Object.entries(row).map(([state, expected]) => ({ where, state, expected })),
) as { where: Where; state: Report['state']; expected: Merged }[]

test.for(cases)('$where, then $state', ({ where, state, expected }) => {
  const error = state === 'Failed' ? 'No service' : null

  expect(merge(where, state, { error })).toEqual(expected)
})

describe('a report that is repeated changes nothing the second time', () => {
  test.for(cases)('$where, then $state twice', ({ where, state }) => {
    const error = state === 'Failed' ? 'No service' : null
    const once = merge(where, state, { error })
    const standing = { ...standings[where], ...(typeof once === 'object' ? once : {}) }

    expect(mergeReport(standing, report(state, { error }), now)).toBeUndefined()
  })
})

describe('times', () => {
  test('are those of the phone where it says them', () => {
    expect(merge('in hand', 'Sent', { sent_at: sentAt })).toMatchObject({ sent_at: sentAt })
    expect(
      merge('in hand', 'Delivered', { sent_at: sentAt, delivered_at: deliveredAt }),
    ).toMatchObject({ sent_at: sentAt, delivered_at: deliveredAt })
  })

  test('the first time of sending stays', () => {
    expect(merge('sent', 'Delivered', { sent_at: now })).toMatchObject({ sent_at: sentAt })
  })
})

describe('a failure', () => {
  test('has a reason, also where the phone gives none', () => {
    expect(merge('in hand', 'Failed')).toMatchObject({
      error: 'The phone could not send the message',
    })
  })

  test('that follows a delivery is noted once', () => {
    const delivered = { ...standings['delivered'], error: 'Part 2' }

    expect(mergeReport(delivered, report('Failed', { error: 'Part 3' }), now)).toBeUndefined()
  })
})

describe('a phone that does not know the message that it is asked about', () => {
  const expired = { error: 'TTL expired' }

  test.for(['in hand', 'accepted', 'processed'] as const)(
    'within a day of the hand-over: %s goes again',
    (where) => {
      expect(merge(where, 'Failed', expired)).toBe('again')
    },
  )

  test.for([
    { hours: 23.99, expected: 'again' },
    { hours: 24, expected: expect.objectContaining({ status: 'failed', may_have_gone_out: true }) },
    { hours: 30, expected: expect.objectContaining({ status: 'failed', may_have_gone_out: true }) },
  ])('$hours hours after the hand-over', ({ hours, expected }) => {
    const standing = { ...inHand, dispatched_at: before(hours) }

    expect(mergeReport(standing, report('Failed', expired), now)).toEqual(expected)
  })

  test.for(['sent', 'delivered', 'failed', 'withdrawn', 'given up unanswered'] as const)(
    'changes nothing for a message that is %s',
    (where) => {
      expect(merge(where, 'Failed', expired)).toBeUndefined()
    },
  )
})

test.for(['Pending', 'Processed', 'Sent', 'Delivered', 'Failed', 'Cancelled'] as const)(
  'a received text is not changed by %s',
  (state) => {
    const received: Standing = { ...inHand, status: 'received', dispatched_at: null }

    expect(mergeReport(received, report(state), now)).toBeUndefined()
  },
)
