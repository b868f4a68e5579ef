import { describe, expect, test } from 'vitest'
import { holdOf, holdOfLane, sentenceOfHold } from './hold.ts'
import type { Lane } from './lanes.ts'

const now = new Date('2026-11-21T12:00:00Z')
const at = (time: string) => new Date(`2026-11-21T${time}Z`)

function lane(more: Partial<Lane> = {}): Lane {
  return {
    campaign_id: 1,
    device_id: 7,
    device_name: 'Front desk',
    sim_subscription_id: 2,
    share: 1,
    max_per_minute: 10,
    max_per_hour: 0,
    max_per_day: 0,
    max_per_month: 0,
    gap_min_seconds: 0,
    gap_max_seconds: 0,
    next_release_at: null,
    hour_parts: 0,
    day_parts: 0,
    month_parts: 0,
    slow_level: 0,
    slowed_at: null,
    ends: { hour: at('13:00:00'), day: at('23:59:59'), month: new Date('2026-12-01T00:00:00Z') },
    is_held: false,
    is_connected: true,
    is_offline: false,
    is_paused: false,
    first_at: now,
    first_parts: 1,
    mean_parts: 1,
    phone_numbers: null,
    left: 100,
    clock: {
      timezone: 'UTC',
      timezone_parameter: null,
      quiet_hours_start: null,
      quiet_hours_end: null,
    },
    quiet: { quiet_hours: 'account', quiet_hours_start: null, quiet_hours_end: null },
    ...more,
  }
}

describe('a SIM of a campaign', () => {
  test('that sends is not held, nor one that only keeps its pace', () => {
    expect(holdOfLane(lane(), now)).toBeNull()
    expect(holdOfLane(lane({ next_release_at: at('12:01:00') }), now)).toBeNull()
    expect(holdOfLane(lane({ next_release_at: at('12:20:00') }), now)).toBeNull()
    expect(holdOfLane(lane({ max_per_day: 10, day_parts: 9 }), now)).toBeNull()
  })

  test.for<[string, Partial<Lane>, string, Date | null]>([
    ['all sending is held', { is_held: true, is_offline: true }, 'sending_held', null],
    ['no phone was ever connected', { is_connected: false }, 'phone_missing', null],
    ['its phone is paused', { is_paused: true, is_offline: true }, 'phone_paused', null],
    ['its phone is offline', { is_offline: true }, 'phone_offline', null],
    [
      'the next text waits for a morning',
      { first_at: at('17:00:00') },
      'quiet_hours',
      at('17:00:00'),
    ],
    ['its hour is used', { max_per_hour: 9, hour_parts: 9 }, 'hour_limit', at('13:00:00')],
    ['its day is used', { max_per_day: 9, day_parts: 9 }, 'day_limit', at('23:59:59')],
    [
      'the next text is too long for the rest of its day',
      { max_per_day: 9, day_parts: 8, first_parts: 2 },
      'day_limit',
      at('23:59:59'),
    ],
    [
      'its month is used, which ends last',
      { max_per_hour: 9, hour_parts: 9, max_per_month: 9, month_parts: 9 },
      'month_limit',
      new Date('2026-12-01T00:00:00Z'),
    ],
    [
      'the network refused it',
      { slow_level: 1, slowed_at: at('11:59:00'), next_release_at: at('12:05:00') },
      'slowed_down',
      at('12:05:00'),
    ],
  ])('is held while %s', ([, more, reason, until]) => {
    const hold = holdOfLane(lane(more), now)
    expect(hold).toMatchObject({ reason, until })
    expect(hold && sentenceOfHold(hold)).toMatch(/^[A-Z].*\.$/)
  })
})

describe('a campaign', () => {
  const offline = lane({ is_offline: true })
  const quiet = lane({ device_id: 8, first_at: at('17:00:00') })

  test('is not held while one of its SIMs sends', () => {
    expect(holdOf([offline, lane({ device_id: 8 })], now)).toBeNull()
  })

  test('is held for the reason that ends first', () => {
    expect(holdOf([offline, quiet], now)).toMatchObject({ reason: 'quiet_hours' })
  })

  test('does not wait for a SIM that has nothing of it', () => {
    const empty = { first_at: null, first_parts: null }
    expect(holdOf([offline, lane({ device_id: 8, ...empty })], now)).toMatchObject({
      reason: 'phone_offline',
      device_id: 7,
    })
  })

  test('of which phones hold the rest waits only for these', () => {
    const empty = { first_at: null, first_parts: null }
    expect(holdOf([lane({ ...empty, max_per_day: 1, day_parts: 1 })], now)).toBeNull()
    expect(holdOf([lane({ ...empty, is_offline: true })], now)).toMatchObject({
      reason: 'phone_offline',
    })
  })

  test('whose texts are still being made is not held', () => {
    expect(holdOf([lane({ first_at: null, first_parts: null })], now)).toBeNull()
  })
})
