import { Button } from '@mantine/core'
import { uiWords } from '../words/ui.ts'
import { failureOf, sentencesOf } from './failure.ts'
import { Icon } from './icon.tsx'
import css from './problem.module.css'

type ProblemProps = {
  error: unknown
  /** What could not be done or shown, as a sentence. */
  title?: string
  retry?: () => void
  /** Something was to be changed, and it may be unknown whether it was. */
  isWrite?: boolean
}

/** What went wrong, whether anything was changed, what to do, and the number of the request. */
export function Problem({ error, title, retry, isWrite = false }: ProblemProps) {
  const heading = title ?? (isWrite ? uiWords.couldNotSave : uiWords.wentWrong)
  const request = failureOf(error)?.request_id
  return (
    <div className={css['problem']} role="alert">
      <span className={css['icon']}>
        <Icon name="warning" />
      </span>
      <div className={css['words']}>
        <p className={css['title']}>{heading}</p>
        {sentencesOf(error, { isWrite }).map((sentence) => (
          <p key={sentence} className={css['sentence']}>
            {sentence}
          </p>
        ))}
        {request != null && <p className={css['request']}>{uiWords.quote({ request })}</p>}
      </div>
      {retry && (
        <Button variant="default" onClick={retry}>
          {uiWords.tryAgain}
        </Button>
      )}
    </div>
  )
}
