import { Link } from '@tanstack/react-router'
import { Icon } from '../ui/icon.tsx'
import { ShapeMark } from '../statuses/shape-mark.tsx'
import { editorWords } from '../words/editor.ts'
import { sendWords } from '../words/editor-send.ts'
import { checkWords } from '../words/editor-checks.ts'
import type { Check, CheckTone, Step } from './checks.ts'
import css from './check-list.module.css'

type CheckListProps = {
  id: number
  checks: readonly Check[]
  /** Where one is: what is changed here needs no way here. */
  step: Step
  onTest: () => void
}

/** Must, should, open and fine: a shape, a sentence, and the way to change it. */
export function CheckList({ id, checks, step, onTest }: CheckListProps) {
  return (
    <ul className={css['list']} aria-label={editorWords.checks}>
      {checks.map((check) => (
        <li key={check.title} data-tone={check.tone}>
          <span className={css['mark']}>
            <Mark tone={check.tone} />
          </span>
          <div className={css['words']}>
            <span className={css['hidden']}>{toneWord(check.tone)}: </span>
            <span className={css['title']}>{check.title}</span>
            {check.note !== undefined && <span className={css['note']}>{check.note}</span>}
          </div>
          {check.isTest === true ? (
            <button type="button" className={css['act']} onClick={onTest}>
              {checkWords.sendTest}
            </button>
          ) : (
            check.tone !== 'fine' &&
            check.step !== step && (
              <Link
                to="/campaigns/$id/edit/$step"
                params={{ id: String(id), step: check.step }}
                className={css['act']}
                aria-label={sendWords.changeWhat({ what: check.title })}
              >
                {editorWords.change}
              </Link>
            )
          )}
        </li>
      ))}
    </ul>
  )
}

function Mark({ tone }: { tone: CheckTone }) {
  if (tone === 'open') return <ShapeMark shape="ring-dashed" />
  if (tone === 'fine') return <Icon name="check" size={18} />
  return <Icon name={tone === 'must' ? 'cross' : 'warning'} size={18} />
}

function toneWord(tone: CheckTone): string {
  const { must, should, open, fine } = editorWords
  return { must, should, open, fine }[tone]
}
