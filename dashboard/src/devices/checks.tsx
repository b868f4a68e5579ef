import { useQuery } from '@tanstack/react-query'
import { ShapeMark } from '../statuses/shape-mark.tsx'
import type { Shape } from '../statuses/table.ts'
import { Bars } from '../ui/bars.tsx'
import { Moment } from '../ui/formats.tsx'
import { Icon } from '../ui/icon.tsx'
import { Problem } from '../ui/problem.tsx'
import { deviceWords as words } from '../words/devices.ts'
import css from './checks.module.css'
import { checksQuery, type Check } from './queries.ts'

/** What is seen of a phone, as it comes: each line fine, waiting, or with the remedy. */
export function Checks({ id }: { id: number }) {
  const { data, error, refetch } = useQuery(checksQuery(id))
  if (!data) {
    return error ? (
      <Problem error={error} retry={() => void refetch()} />
    ) : (
      <Bars name={words.checks} total={4} />
    )
  }
  return (
    <ul className={css['checks']} aria-label={words.checks} aria-live="polite">
      {shownOf(data.data).map((check) => (
        <CheckLine key={check.check} check={check} />
      ))}
    </ul>
  )
}

/** Until a phone has come there is one thing to wait for. */
function shownOf(checks: readonly Check[]): readonly Check[] {
  const isAwaited = checks.some(({ check, state }) => check === 'reached' && state === 'waiting')
  return isAwaited ? checks.filter(({ check }) => check === 'reached') : checks
}

const shapes: Record<Check['state'], Shape> = {
  ok: 'tick',
  waiting: 'ring-dashed',
  warning: 'clock',
  problem: 'cross',
}

function CheckLine({ check: { state, title, advice, datetime } }: { check: Check }) {
  return (
    <li className={css['check']} data-state={state}>
      <span className={css['mark']} role="img" aria-label={words.states[state]}>
        {state === 'warning' ? (
          <Icon name="warning" size={16} />
        ) : (
          <ShapeMark shape={shapes[state]} />
        )}
      </span>
      <div className={css['words']}>
        <p>{title}</p>
        {advice !== null && <p className={css['advice']}>{advice}</p>}
      </div>
      {datetime !== null && state === 'ok' && (
        <span className={css['at']}>
          <Moment at={datetime} as="seconds" />
        </span>
      )}
    </li>
  )
}
