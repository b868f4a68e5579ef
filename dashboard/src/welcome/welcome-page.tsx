import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { useLive } from '../api/events.ts'
import { firstStepsQuery } from '../api/shared-queries.ts'
import { useWrite } from '../api/use-write.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { Part } from '../ui/part.tsx'
import { Problem } from '../ui/problem.tsx'
import { welcomeWords as words } from '../words/welcome.ts'
import { CampaignStep, ContactsStep, PhoneStep } from './steps.tsx'
import { TestStep } from './test-step.tsx'
import css from './welcome.module.css'

/** Facts come about elsewhere, on a phone or in another window. */
const lookMs = 2500

const stepsQuery = { ...firstStepsQuery, refetchInterval: lookMs }

/** From nothing to a first campaign: four steps that tick themselves. */
export function WelcomePage() {
  useLive(['fleet'])
  return (
    <Part name={words.steps} bars={6}>
      <Steps />
    </Part>
  )
}

function Steps() {
  const { data } = useSuspenseQuery(stepsQuery)
  const done = data.data.filter(({ done_datetime }) => done_datetime !== null)
  const isAll = done.length === data.data.length
  const openStep = data.data.find(({ done_datetime }) => done_datetime === null)?.step
  const phone = data.data.find(({ step }) => step === 'phone')
  const isPretend = phone?.values['is_pretend'] === true
  return (
    <Page
      title={isAll ? words.titleDone : words.title}
      documentTitle={words.documentTitle}
      answer={isAll ? words.answerDone : words.answer({ done: done.length })}
      action={
        isAll ? (
          <ButtonLink to="/" variant="filled">
            {words.toHome}
          </ButtonLink>
        ) : undefined
      }
    >
      <ol className={css['steps']} aria-label={words.steps}>
        {data.data.map((step, place) => {
          const state = stateOf(step.done_datetime !== null, step.step === openStep)
          const shared = { number: place + 1, state, values: step.values }
          switch (step.step) {
            case 'phone':
              return <PhoneStep key={step.step} {...shared} />
            case 'contacts':
              return <ContactsStep key={step.step} {...shared} />
            case 'test':
              return (
                <TestStep key={step.step} {...shared} phone={phone?.values} isPretend={isPretend} />
              )
            case 'campaign':
              return <CampaignStep key={step.step} {...shared} />
          }
        })}
      </ol>
      {phone?.done_datetime === null && <PretendPhone />}
    </Page>
  )
}

function stateOf(isDone: boolean, isOpen: boolean): 'done' | 'open' | 'later' {
  if (isDone) return 'done'
  return isOpen ? 'open' : 'later'
}

function PretendPhone() {
  const { say } = useNotices()
  const { write, isPending, error } = useWrite({
    mutationFn: (_: undefined, once) =>
      answer(api.POST('/api/devices/pretend', { body: {}, headers: once })),
    changes: [['devices'], ['overview'], ['first-steps']],
    onSuccess: () => say(words.pretendStarted),
  })
  return (
    <section className={css['pretend']} aria-label={words.pretendTitle}>
      <div className={css['pretendWords']}>
        <h2 className={css['title']}>{words.pretendTitle}</h2>
        <p className={css['text']}>{words.pretendText}</p>
      </div>
      <Button variant="default" aria-disabled={isPending} onClick={() => write(undefined)}>
        {words.pretendAct}
      </Button>
      {error && <Problem error={error} isWrite />}
    </section>
  )
}
