import { Type } from 'typebox'
import { Moves } from '../http/moves.ts'
import { nullable, NullableDatetime } from '../http/wire.ts'
import { holdReasons } from './hold.ts'

// What a campaign shows beside its documented keys when it is asked for with `include`.

export const campaignExtras = ['progress', 'moves'] as const
export type CampaignExtra = (typeof campaignExtras)[number]

const Total = (description: string) => Type.Optional(Type.Integer({ description }))

export const Extras = {
  total_delivered_sms: Total(
    'With include=progress. Of those sent: how many the network says arrived',
  ),
  total_cancelled_sms: Total('With include=progress'),
  total_replies: Total(
    'With include=progress. Contacts who wrote back within 30 days, to this campaign as the last that they were sent',
  ),
  total_opted_out: Total('With include=progress. Those of them who wrote a word that opts out'),
  rate_per_minute: Type.Optional(
    nullable(
      Type.Number({
        description:
          'With include=progress. While it is sent: about how many texts leave in a minute, by the pace of its SIMs and what else they send',
      }),
    ),
  ),
  finish_datetime: Type.Optional(
    nullable(
      Type.String({
        description:
          'With include=progress. About when its last text leaves; null while nobody can say',
      }),
    ),
  ),
  hold: Type.Optional(
    nullable(
      Type.Object(
        {
          reason: Type.String({ enum: [...holdReasons] }),
          title: Type.String(),
          until_datetime: NullableDatetime,
          device_id: nullable(Type.Integer()),
          device_name: nullable(Type.String()),
          sim_subscription_id: nullable(Type.Integer()),
        },
        { description: 'With include=progress. Why nothing of it leaves, though nobody paused it' },
      ),
    ),
  ),
  moves: Type.Optional(Moves),
}
