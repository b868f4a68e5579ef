import { statusHint } from '../words/statuses.ts'
import { ShapeMark } from './shape-mark.tsx'
import css from './status-mark.module.css'
import { statusOf, type StatusOf } from './table.ts'

type StatusMarkProps = {
  of: StatusOf
  /** The API's word, or one of the table's own, such as `held` for a campaign that waits. */
  value: string
  /** In place of the usual sentence, where more is known: why it failed. */
  sentence?: string
  /** Where it stands alone on a page it can be reached by keyboard, and so can its sentence. */
  isReachable?: boolean
}

/** A status: word, shape and colour together, and its sentence as a hint. */
export function StatusMark({ of, value, sentence, isReachable = false }: StatusMarkProps) {
  const status = statusOf(of, value)
  return (
    <span
      className={css['mark']}
      data-colour={status.colour}
      data-hint={statusHint({ sentence: sentence ?? status.sentence, value })}
      // What can take the focus has to have a role.
      {...(isReachable ? { tabIndex: 0, role: 'note' } : {})}
    >
      <ShapeMark shape={status.shape} />
      {status.word}
    </span>
  )
}
