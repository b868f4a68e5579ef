import { Card } from '../ui/card.tsx'
import { useNow } from '../ui/formats.tsx'
import {
  daysBetween,
  instantOf,
  moment,
  momentInWords,
  rateInWords,
  timeOfDay,
  weekdayShort,
} from '../words/formats.ts'
import { editorWords } from '../words/editor.ts'
import type { Previewed } from './queries.ts'
import { namedEdges, stretchesOf, type Stretch } from './runway.ts'
import css from './runway.module.css'

/** The time to come as a band: filled when texts leave, hatched when it is quiet or the limits are used up. */
export function Runway({ preview }: { preview: Previewed }) {
  const now = useNow()
  const stretches = stretchesOf(preview, now)
  const { finish_datetime, total_parts } = preview
  if (stretches.length === 0) return null
  const title =
    finish_datetime === null
      ? editorWords.neverDone
      : editorWords.doneAt({ done: momentInWords(instantOf(finish_datetime), { now }) })
  return (
    <Card title={title} note={noteOf(stretches, total_parts)}>
      <div className={css['band']} aria-hidden="true">
        {stretches.map(({ kind, from, share }) => (
          <span
            key={from.getTime()}
            className={css['stretch']}
            data-kind={kind}
            style={{ flexGrow: share }}
          >
            {share > 18 && kind !== 'sending' && <span>{editorWords.stretch[kind]}</span>}
          </span>
        ))}
      </div>
      <div className={css['edges']} aria-hidden="true">
        {namedEdges(stretches).map(({ at, place }) => (
          <span key={place} style={{ insetInlineStart: `${place}%` }} data-end={place > 90}>
            {edgeOf(at, now)}
          </span>
        ))}
      </div>
      <ul className={css['hidden']}>
        {stretches.map(({ kind, from, to, parts }) => (
          <li key={from.getTime()}>
            {editorWords.stretchOf({
              kind: editorWords.stretch[kind],
              from: moment(from, { now }),
              to: moment(to, { now }),
              total: parts,
            })}
          </li>
        ))}
      </ul>
      <p className={css['below']}>{byDay(stretches, now)}</p>
    </Card>
  )
}

function noteOf(stretches: readonly Stretch[], total: number): string {
  const sending = stretches.filter(({ kind }) => kind === 'sending')
  const minutes =
    sending.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0) / 60_000
  // In a moment or two there is no rate to speak of.
  if (minutes < 2) return editorWords.inAll({ total })
  return editorWords.atRate({ total, rate: rateInWords(Math.round(total / minutes)) })
}

function edgeOf(at: Date, now: Date): string {
  return Math.abs(daysBetween(now, at)) > 1 ? `${weekdayShort(at)} ${timeOfDay(at)}` : timeOfDay(at)
}

function byDay(stretches: readonly Stretch[], now: Date): string {
  const sum = (some: readonly Stretch[]) => some.reduce((total, { parts }) => total + parts, 0)
  const today = sum(stretches.filter(({ from }) => daysBetween(now, from) <= 0))
  return editorWords.leaveOn({ today, later: sum(stretches) - today })
}
