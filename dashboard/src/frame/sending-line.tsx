import { useQuery } from '@tanstack/react-query'
import { meQuery, overviewQuery } from '../api/shared-queries.ts'
import { ShapeMark } from '../statuses/shape-mark.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { useNow } from '../ui/formats.tsx'
import { frameWords } from '../words/frame.ts'
import css from './sending-line.module.css'
import { sendingState } from './sending-state.ts'

/** On every page: whether texts leave, how many wait and when they are through. Opens what is queued, and the switch. */
export function SendingLine() {
  const now = useNow()
  const { open } = useDialog('sending')
  const { data: overview } = useQuery(overviewQuery)
  const { data: me } = useQuery(meQuery)
  const state = overview && sendingState(overview.data.fleet, now, me?.data.person?.name)
  return (
    <button
      type="button"
      className={css['line']}
      aria-haspopup="dialog"
      data-held={state?.isHeld === true}
      onClick={() => open()}
    >
      {state ? (
        <>
          <span className={css['title']} data-colour={state.colour}>
            <ShapeMark shape={state.shape} />
            <span>{state.title}</span>
          </span>
          {state.lines.map((line) => (
            <span key={line} className={css['more']}>
              {line}
            </span>
          ))}
        </>
      ) : (
        <span className={css['title']}>{frameWords.sending}</span>
      )}
    </button>
  )
}
