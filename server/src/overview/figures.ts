import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { localAt, nextMinuteOfDay } from '../lib/local-time.ts'

/** What happened in a time. */
export type Figures = {
  sent: number
  delivered: number
  failed: number
  received: number
  opted_out: number
  parts: number
}

/** A stretch of time with its name: a local day, or an hour. */
export type Span = { key: string; start: Date; end: Date }

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The local days from one date to another, both included, as the clock of a zone has them. */
export function daysBetween(timezone: string, first: string, last: string): Span[] {
  const spans: Span[] = []
  let start = startOfDay(timezone, first)
  const end = Date.parse(`${last}T00:00:00Z`)
  while (localDay(timezone, start) <= end) {
    const next = nextMinuteOfDay(timezone, start, 0)
    spans.push({ key: dateOf(timezone, start), start: new Date(start), end: new Date(next) })
    start = next
  }
  return spans
}

/** The hours of these days; the hour that comes twice is two. */
export function hoursOf(timezone: string, days: readonly Span[]): Span[] {
  const [first, last] = [days.at(0), days.at(-1)]
  if (!first || !last) return []
  const spans: Span[] = []
  for (let start = first.start.getTime(); start < last.end.getTime();) {
    const next = Math.min(start + hourMs - (localAt(timezone, start) % hourMs), last.end.getTime())
    const key = new Date(start).toISOString().slice(0, 19).replace('T', ' ')
    spans.push({ key, start: new Date(start), end: new Date(next) })
    start = next
  }
  return spans
}

/** The date that the clock of a zone shows. */
export function dateOf(timezone: string, at: number): string {
  return new Date(localAt(timezone, at)).toISOString().slice(0, 10)
}

/** A date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/**
 * What happened in each of some spans of an account, in their order. Texts count when they were sent, failed or came in;
 * an opt-out, when somebody wrote it. From sums and an index: as fast at ten million texts as at ten.
 */
export async function findFigures(
  db: Db,
  user_id: number,
  spans: readonly Span[],
): Promise<(Span & Figures)[]> {
  const column = (name: keyof Figures) => sql`greatest(0, coalesce(f.${sql.ref(name)}, 0))::bigint`
  const { rows } = await sql<Figures>`
    select ${sql.join(
      (['sent', 'delivered', 'failed', 'received', 'parts'] as const).map(
        (name) => sql`${column(name)} as ${sql.ref(name)}`,
      ),
    )}, coalesce(o.opted_out, 0) as opted_out
      from unnest(${spans.map(({ start }) => start)}::timestamptz[], ${spans.map(({ end }) => end)}::timestamptz[])
             with ordinality as g (span_start, span_end, place)
     cross join lateral (
       select sum(t.sent) as sent, sum(t.delivered) as delivered, sum(t.failed) as failed, sum(t.received) as received,
              sum(t.parts) as parts
         from (select sent, delivered, failed, received, parts from figures
                where user_id = ${user_id} and quarter >= g.span_start and quarter < g.span_end
               union all
               -- Few: what was noted in the last seconds.
               select sent, delivered, failed, received, parts from figure_changes
                where user_id = ${user_id} and quarter >= g.span_start and quarter < g.span_end) t) f
     cross join lateral (
       select count(*) as opted_out from consent_records r
        where r.user_id = ${user_id} and r.change = 'opted_out' and r.how = 'reply'
          and r.recorded_at >= g.span_start and r.recorded_at < g.span_end) o
     order by g.place`.execute(db)
  return spans.map((span, place) => ({ ...span, ...(rows[place] ?? nothing) }))
}

export const nothing: Figures = {
  sent: 0,
  delivered: 0,
  failed: 0,
  received: 0,
  opted_out: 0,
  parts: 0,
}

export function sumOf(figures: readonly Figures[]): Figures {
  const total = { ...nothing }
  for (const one of figures) {
    for (const name of Object.keys(nothing) as (keyof Figures)[]) total[name] += one[name]
  }
  return total
}

function startOfDay(timezone: string, date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`)
  let start = day - 2 * dayMs
  // A zone may have left a day out.
  while (localDay(timezone, start) < day) start = nextMinuteOfDay(timezone, start, 0)
  return start
}

function localDay(timezone: string, at: number): number {
  return Math.floor(localAt(timezone, at) / dayMs) * dayMs
}
