import { Type } from 'typebox'
import type { ForecastSpan } from '../devices/forecast-spans.ts'
import type { Forecast } from '../devices/forecast.ts'
import { Datetime, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { nextMinuteOfDay, offsetAt } from '../lib/local-time.ts'
import {
  OddCharacters,
  presentOdd,
  presentRendered,
  RenderedText,
} from '../templates/rendered-text.ts'
import { problemsOfPreview } from './preview-problems.ts'
import type { Preview, Previewed } from './preview.ts'

const Total = Type.Integer()

export const PreviewAnswer = Type.Object({
  total_matched: Total,
  total_recipients: Type.Integer({ description: 'Who would get it; counted one by one' }),
  excluded: Type.Object({ opted_out: Total, unusable_number: Total }),
  is_estimate: Type.Boolean({
    description: 'Whether parts, missing and total_parts are those of a sample',
  }),
  sample: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: nullable(Type.String()),
      phone_number: Type.String(),
      country_code: nullable(Type.String()),
      custom_parameters: Type.Object({}, { additionalProperties: true }),
    }),
    { description: 'Recipients to look at, or those of preview_contacts_ids' },
  ),
  rendered: Type.Array(RenderedText, { description: 'What each of the sample would get' }),
  odd_characters: OddCharacters,
  parts: Type.Object(
    {},
    {
      additionalProperties: Type.Integer(),
      description: 'How many texts have so many parts: `{"1": 3908, "2": 212}`',
    },
  ),
  total_parts: Total,
  missing: Type.Array(Type.Object({ key: Type.String(), total: Total }), {
    description: 'How many lack what the text speaks of',
  }),
  problems: Type.Array(
    Type.Object({
      title: Type.String(),
      field: nullable(Type.String()),
      code: Type.String(),
      severity: Type.String({ enum: ['error', 'warning'] }),
    }),
    { description: '`error`: it cannot be sent, or nobody would get it' },
  ),
  runway: Type.Array(Type.Object({ start: Datetime, end: Datetime, parts: Total }), {
    description: 'How many parts would leave on each day of the account, for the first 31',
  }),
  timeline: Type.Array(
    Type.Object({
      start: Datetime,
      end: Datetime,
      parts: Total,
      reason: nullable(
        Type.String({
          enum: ['quiet_hours', 'budget', 'others_first'],
          description: 'Why none leave: `budget` of the SIMs, `others_first` in the queue',
        }),
      ),
    }),
    {
      description:
        'From its start to its end: when parts leave and when not, to a quarter of an hour',
    },
  ),
  sims: Type.Array(
    Type.Object({ device_id: Type.Integer(), sim_subscription_id: Type.Integer(), parts: Total }),
    { description: 'How many parts would leave from each SIM' },
  ),
  finish_datetime: NullableDatetime,
  opt_out_word: nullable(
    Type.String({ description: 'The word for opting out that the text or its footer names' }),
  ),
})

export function presentPreview(preview: Preview, previewed: Previewed) {
  const { audience, recipients, tally, shown, texts, sims } = preview
  const { matched, opted_out, unusable } = audience
  const ascending = [...tally.parts].toSorted(([one], [other]) => one - other)
  return {
    total_matched: matched,
    total_recipients: recipients,
    excluded: { opted_out, unusable_number: unusable },
    is_estimate: preview.is_estimate,
    sample: shown,
    rendered: texts.map((text, place) => presentRendered(shown[place]?.id ?? null, text)),
    odd_characters: presentOdd(previewed.content ?? ''),
    parts: Object.fromEntries(ascending),
    total_parts: ascending.reduce((sum, [parts, texts]) => sum + parts * texts, 0),
    missing: Array.from(tally.missing, ([key, total]) => ({ key, total })),
    problems: problemsOfPreview(preview, previewed),
    runway: preview.forecast ? runwayOf(preview.forecast, preview.timezone) : [],
    timeline: (preview.forecast?.spans ?? []).map(presentSpan),
    sims: sims.map(({ device_id, sim_subscription_id }, place) => ({
      device_id,
      sim_subscription_id,
      parts: Math.round(preview.forecast?.by_sim[place] ?? 0),
    })),
    finish_datetime: wireDatetime(preview.forecast?.finish_at ?? null),
    opt_out_word: preview.opt_out_word,
  }
}

function presentSpan({ from, to, parts, reason }: ForecastSpan) {
  const start = wireDatetime(new Date(from))
  return { start, end: wireDatetime(new Date(to)), parts: Math.round(parts), reason }
}

function runwayOf({ first_at, finish_at, days }: Forecast, timezone: string) {
  return days.map(({ date, parts }) => {
    const midnight = startOfDay(timezone, date)
    const start = Math.max(midnight, first_at?.getTime() ?? midnight)
    const end = Math.min(nextMinuteOfDay(timezone, midnight, 0), finish_at?.getTime() ?? Infinity)
    return { start: wireDatetime(new Date(start)), end: wireDatetime(new Date(end)), parts }
  })
}

const hourMs = 3_600_000

/** When the clock of a zone shows the first minute of a date. */
function startOfDay(timezone: string, date: string): number {
  const local = Date.parse(date)
  // No clock is put back or forward by so much.
  return nextMinuteOfDay(timezone, local - offsetAt(timezone, local) - 4 * hourMs, 0)
}
