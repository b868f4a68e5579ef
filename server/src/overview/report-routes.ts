import { Type } from 'typebox'
import { getAccount } from '../accounts/service.ts'
import type { Problem } from '../errors.ts'
import { readRoute, type Api, type ReadCall } from '../http/routing.ts'
import { nullable } from '../http/wire.ts'
import { readTimezone } from '../lib/local-time.ts'
import { ProblemList } from '../lib/problem-list.ts'
import {
  addDays,
  dateOf,
  daysBetween,
  findFigures,
  hoursOf,
  nothing,
  sumOf,
  type Figures,
  type Span,
} from './figures.ts'

const FiguresAnswer = {
  sent: Type.Integer({ description: 'Texts that left, delivered ones too' }),
  delivered: Type.Integer({ description: 'Of these, the network says that they arrived' }),
  failed: Type.Integer({ description: 'Texts that were not sent' }),
  received: Type.Integer({ description: 'Texts that came in' }),
  opted_out: Type.Integer({ description: 'Who opted out by writing' }),
  parts: Type.Integer({ description: 'SMS that the network bills for those that were sent' }),
}
const Row = Type.Object({
  key: Type.String({ description: 'The day as `YYYY-MM-DD`, or the beginning of the hour in UTC' }),
  label: Type.String({ description: 'The same by the clock of `timezone`' }),
  ...FiguresAnswer,
})
const Totals = Type.Object(FiguresAnswer)

const daysMax = { day: 366, hour: 31 }
const defaultDays = 7

type Question = {
  by: 'day' | 'hour'
  timezone: string
  first: string
  last: string
  compares: boolean
}

/** What happened by time. */
export function reportRoutes(api: Api): void {
  const { context } = api
  readRoute(api, {
    url: '/api/reports',
    tag: 'account',
    summary: 'See what happened by time',
    description:
      'A text counts when it was over by the clock of the server: when it was sent, when it failed, when it came in. There it counts as what it is by now, so a report of delivery that comes late counts for the day of the text. Texts whose rows are gone count still, save those that were gone before figures were kept.',
    query: Type.Object({
      by: Type.Optional(Type.String({ enum: ['day', 'hour'], default: 'day' })),
      start_date: Type.Optional(
        Type.String({ description: 'The first day, `YYYY-MM-DD`; a week of days if not given' }),
      ),
      end_date: Type.Optional(
        Type.String({ description: 'The last day, itself included; today if not given' }),
      ),
      timezone: Type.Optional(
        Type.String({ description: "IANA name; the account's if not given" }),
      ),
      compare: Type.Optional(
        Type.String({ enum: ['0', '1'], default: '0', description: '1 adds as many days before' }),
      ),
    }),
    response: Type.Object({
      data: Type.Array(Row),
      totals: Totals,
      previous: nullable(
        Type.Object({ data: Type.Array(Row), totals: Totals }, { description: 'The days before' }),
      ),
      timezone: Type.String(),
    }),
    handle: async (call) => {
      const { timezone: own } = await getAccount(context.db, call.user_id)
      const question = readQuestion(call, own, context.now())
      const { by, timezone, first, last, compares } = question
      const days = daysBetween(timezone, first, last)
      const find = async (some: Span[]) => {
        const spans = by === 'day' ? some : hoursOf(timezone, some)
        return present(timezone, await findFigures(context.db, call.user_id, spans))
      }
      const before = compares
        ? await find(daysBetween(timezone, addDays(first, -days.length), addDays(first, -1)))
        : null
      return { ...(await find(days)), previous: before, timezone }
    },
  })
}

function present(timezone: string, rows: readonly (Span & Figures)[]) {
  const data = rows.map(({ key, start, sent, delivered, failed, received, opted_out, parts }) => {
    const label = key.length > 10 ? localText(timezone, start) : key
    return { key, label, sent, delivered, failed, received, opted_out, parts }
  })
  return { data, totals: rows.length === 0 ? nothing : sumOf(data) }
}

function localText(timezone: string, at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: timezone }).slice(0, 16)
}

function readQuestion({ query }: ReadCall, own: string, now: Date): Question {
  const problems = new ProblemList()
  const by = readWord(query, 'by', ['day', 'hour'], problems) === 'hour' ? 'hour' : 'day'
  const compares = readWord(query, 'compare', ['0', '1'], problems) === '1'
  const timezone = readZone(query, own, problems)
  const last = readDate(query, 'end_date', problems) ?? dateOf(timezone, now.getTime())
  const first = readDate(query, 'start_date', problems) ?? addDays(last, 1 - defaultDays)
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
  if (days < 1)
    problems.add({ title: 'start_date must not be after end_date.', field: 'start_date' })
  else if (days > daysMax[by])
    problems.add({
      title: `There may be ${daysMax[by]} days at most by ${by}; these are ${days}.`,
      field: 'start_date',
    })
  problems.throwIfAny()
  return { by, timezone, first, last, compares }
}

function readWord(
  query: URLSearchParams,
  field: string,
  words: readonly string[],
  problems: { add: (problem: Problem) => void },
): string | undefined {
  const given = query.get(field)?.trim() ?? ''
  if (given === '' || words.includes(given)) return given
  problems.add({ title: `${field} must be one of ${words.join(', ')}.`, field })
  return undefined
}

function readZone(
  query: URLSearchParams,
  own: string,
  problems: { add: (problem: Problem) => void },
): string {
  const given = query.get('timezone')?.trim() ?? ''
  if (given === '') return own
  const zone = readTimezone(given)
  if (zone === undefined)
    problems.add({
      title: 'timezone must be an IANA name such as Europe/Rome.',
      field: 'timezone',
    })
  return zone ?? own
}

function readDate(
  query: URLSearchParams,
  field: string,
  problems: { add: (problem: Problem) => void },
): string | undefined {
  const given = query.get(field)?.trim() ?? ''
  if (given === '') return undefined
  const at = /^(19|2[01])\d\d-\d\d-\d\d$/.test(given) ? Date.parse(`${given}T00:00:00Z`) : NaN
  if (!Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === given) return given
  problems.add({ title: `${field} must be a date that exists, as YYYY-MM-DD.`, field })
  return undefined
}
