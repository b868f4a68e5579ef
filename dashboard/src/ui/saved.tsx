import { timeOfDay } from '../words/formats.ts'
import { uiWords } from '../words/ui.ts'
import css from './saved.module.css'

export type SavedState =
  | { kind: 'saved'; at: Date }
  | { kind: 'saving' }
  /** In words of the page's own. */
  | { kind: 'told'; words: string }
  | { kind: 'not-saved'; reason: string }

/** *Saved 14:31*, said politely; what keeps it from being saved stands there in words. */
export function Saved({ state }: { state: SavedState }) {
  return (
    <span className={css['saved']} data-kind={state.kind} role="status">
      {wordsFor(state)}
    </span>
  )
}

function wordsFor(state: SavedState): string {
  switch (state.kind) {
    case 'saved':
      return uiWords.saved({ time: timeOfDay(state.at) })
    case 'saving':
      return uiWords.saving
    case 'told':
      return state.words
    case 'not-saved':
      return state.reason
  }
}
