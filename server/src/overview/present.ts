import { Type } from 'typebox'
import { holdReasons, sentenceOfHold } from '../campaigns/hold.ts'
import { Datetime, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { kinds, type Attention } from './attention-kinds.ts'
import type { Fleet } from './fleet.ts'
import type { Upcoming } from './upcoming.ts'

const Value = Type.Unsafe<string | number | boolean | null>({
  type: ['string', 'number', 'boolean', 'null'],
})
export const Values = Type.Record(Type.String(), Value)

export const AttentionAnswer = Type.Object({
  key: Type.String({ description: 'Its name, to dismiss it by' }),
  kind: Type.String({ enum: Object.keys(kinds) }),
  severity: Type.String({ enum: ['bad', 'warn'] }),
  subject: Type.Object({
    type: Type.String(),
    id: nullable(Type.Integer()),
    name: nullable(Type.String()),
  }),
  values: Values,
  since_datetime: NullableDatetime,
  action: nullable(
    Type.Object(
      { verb: Type.String(), path: Type.String() },
      { description: 'The route that helps; null where somebody has to go and look' },
    ),
  ),
})

export const FleetAnswer = Type.Object({
  is_sending: Type.Boolean(),
  hold: nullable(
    Type.Object(
      {
        reason: Type.String({ enum: [...holdReasons, 'scheduled'] }),
        title: Type.String(),
        since_datetime: NullableDatetime,
        by: nullable(Type.String({ description: 'Who holds all sending' })),
        until_datetime: NullableDatetime,
        device_id: nullable(Type.Integer()),
        device_name: nullable(Type.String()),
        sim_subscription_id: nullable(Type.Integer()),
      },
      { description: 'Why nothing leaves, though something waits or all sending is held' },
    ),
  ),
  rate_per_minute: Type.Number({
    description: 'About how many texts leave in a minute, by the pace of the SIMs that send',
  }),
  pending: Type.Integer({
    description: 'Texts that leave by themselves: not those that are paused, or wait for their day',
  }),
  in_hand: Type.Integer({ description: 'Those of them that phones hold' }),
  clear_datetime: nullable({
    ...Datetime,
    description: 'About when all of them have left; null while nobody can say',
  }),
  online: Type.Integer({ description: 'Phones that are there' }),
  total: Type.Integer({ description: 'Phones that were ever connected' }),
})

export const UpcomingAnswer = Type.Object({
  type: Type.String({ enum: ['campaign', 'recurring_campaign'] }),
  id: Type.Integer(),
  name: Type.String(),
  datetime: Datetime,
  total: nullable(
    Type.Integer({ description: 'About how many contacts; null where it is not known before' }),
  ),
})

export function presentAttention(one: Attention) {
  const { key, kind, severity, subject, values, since, action } = one
  const since_datetime = since.getTime() === 0 ? null : wireDatetime(since)
  return { key, kind, severity, subject, values, since_datetime, action }
}

export function presentFleet(fleet: Fleet) {
  const { is_sending, rate_per_minute, pending, in_hand, clear_at, online, total } = fleet
  return {
    is_sending,
    hold: presentFleetHold(fleet),
    rate_per_minute,
    pending,
    in_hand,
    clear_datetime: wireDatetime(clear_at),
    online,
    total,
  }
}

function presentFleetHold({ held_at, held_by, hold }: Fleet) {
  if (held_at !== null) {
    return {
      reason: 'sending_held',
      title: 'All sending of the account is held.',
      since_datetime: wireDatetime(held_at),
      by: held_by,
      until_datetime: null,
      device_id: null,
      device_name: null,
      sim_subscription_id: null,
    }
  }
  if (hold === null) return null
  const { reason, until, device_id, device_name, sim_subscription_id } = hold
  return {
    reason,
    title:
      reason === 'scheduled'
        ? 'What waits is for later.'
        : sentenceOfHold({ reason, until, device_id, device_name, sim_subscription_id }),
    since_datetime: null,
    by: null,
    until_datetime: wireDatetime(until),
    device_id,
    device_name,
    sim_subscription_id,
  }
}

export function presentUpcoming({ type, id, name, at, total }: Upcoming) {
  return { type, id, name, datetime: wireDatetime(at), total }
}
