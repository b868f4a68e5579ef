import { ButtonLink } from '../ui/button-link.tsx'
import { homeWords as words } from '../words/home.ts'
import css from './first-steps.module.css'

/** What a new account has still to do, until it has done it. */
export function FirstSteps({ done }: { done: number }) {
  return (
    <div className={css['steps']}>
      <div className={css['words']}>
        <h2 className={css['title']}>{words.stepsTitle({ done })}</h2>
        <p className={css['text']}>{words.stepsText}</p>
      </div>
      <ButtonLink to="/welcome" variant="default">
        {done === 0 ? words.begin : words.goOn}
      </ButtonLink>
    </div>
  )
}
