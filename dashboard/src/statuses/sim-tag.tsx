import { uiWords } from '../words/ui.ts'
import css from './status-mark.module.css'

/** A SIM, wherever one is named: a tag with the cut corner of the card. Without its device where that is the title. */
export function SimTag({ device, sim }: { device?: string; sim: number }) {
  return (
    <span className={css['sim']}>
      <span>{device === undefined ? uiWords.simAlone({ sim }) : uiWords.sim({ device, sim })}</span>
    </span>
  )
}
