import { uiWords } from '../words/ui.ts'
import css from './bars.module.css'

/** Pale bars where something will stand; they appear after 150 ms, so that what is quick never flickers. */
export function Bars({ name, total = 3 }: { name: string; total?: number }) {
  return (
    <div className={css['bars']} role="status" aria-label={uiWords.waitingFor({ name })}>
      {Array.from({ length: total }, (_, place) => (
        <span key={place} className={css['bar']} />
      ))}
    </div>
  )
}

/** A pale bar in a line of text, for a figure that keeps its space. */
export function Bar({ width = 48 }: { width?: number }) {
  return <span className={css['inline']} style={{ inlineSize: width }} aria-hidden="true" />
}
