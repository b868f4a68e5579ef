import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { PageTitle } from '../ui/page.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Icon } from '../ui/icon.tsx'
import { Saved, type SavedState } from '../ui/saved.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { useOfflineReason } from '../ui/offline.ts'
import { timeOfDay } from '../words/formats.ts'
import { draftWords } from '../words/editor-draft.ts'
import { editorWords } from '../words/editor.ts'
import { sendWords } from '../words/editor-send.ts'
import { wrongSteps, type Step } from './checks.ts'
import type { DraftState } from './draft-state.ts'
import type { EditorProps } from './editor-context.ts'
import css from './editor.module.css'

export const steps: readonly Step[] = ['audience', 'message', 'sending', 'review']

/** Back, the name, the steps as links, and whether it is saved. */
export function TopBar({ campaign, draft, checks, preview, step }: EditorProps) {
  const wrong = wrongSteps(checks)
  const { values } = draft.state
  const name = values.name.trim() || editorWords.untitled
  const saved = savedOf(draft.state)
  return (
    <header className={css['top']}>
      <title>{editorWords.documentTitle({ name })}</title>
      <div className={css['whose']}>
        <Link to="/campaigns" aria-label={editorWords.toCampaigns}>
          <Icon name="back" />
        </Link>
        <PageTitle className={css['name'] ?? ''}>{name}</PageTitle>
      </div>
      <nav aria-label={editorWords.steps}>
        <ol className={css['steps']}>
          {steps.map((one, place) => (
            <StepLink
              key={one}
              id={campaign.id}
              step={one}
              number={place + 1}
              isCurrent={one === step}
              tone={toneOf(one, { step, isKnown: preview !== undefined, isWrong: wrong.has(one) })}
            />
          ))}
        </ol>
      </nav>
      <div className={css['saved']} data-kind={saved.kind}>
        <Saved state={saved} />
      </div>
    </header>
  )
}

type Tone = 'fine' | 'must' | 'open'

/** Steps before this one are ticked where nothing is wrong with them; what is wrong is marked wherever it is. */
function toneOf(
  one: Step,
  { step, isKnown, isWrong }: { step: Step; isKnown: boolean; isWrong: boolean },
): Tone {
  if (isKnown && isWrong) return 'must'
  return isKnown && steps.indexOf(one) < steps.indexOf(step) ? 'fine' : 'open'
}

type StepLinkProps = { id: number; step: Step; number: number; isCurrent: boolean; tone: Tone }

function StepLink({ id, step, number, isCurrent, tone }: StepLinkProps) {
  const word = editorWords[step]
  const say = { fine: editorWords.stepDone, must: editorWords.stepWrong }
  const isNumber = tone === 'open' || isCurrent
  return (
    <li>
      <Link
        to="/campaigns/$id/edit/$step"
        params={{ id: String(id), step }}
        className={css['step']}
        data-current={isCurrent}
        activeOptions={{ includeSearch: false }}
      >
        <span className={css['number']} data-tone={tone} aria-hidden="true">
          {isNumber ? number : <Icon name={tone === 'fine' ? 'check' : 'cross'} size={14} />}
        </span>
        <span className={css['word']}>{word}</span>
        {tone !== 'open' && <span className={css['hidden']}>{say[tone]}</span>}
      </Link>
    </li>
  )
}

function savedOf({ storage, conflict }: DraftState): SavedState {
  if (conflict) return { kind: 'not-saved', reason: draftWords.notSavedConflict }
  switch (storage.kind) {
    case 'stored':
      return storage.at === undefined
        ? { kind: 'told', words: draftWords.draft }
        : { kind: 'told', words: draftWords.draftSaved({ time: timeOfDay(storage.at) }) }
    case 'storing':
      return { kind: 'saving' }
    case 'offline':
      return { kind: 'not-saved', reason: draftWords.notSavedOffline }
    case 'incomplete':
      return { kind: 'not-saved', reason: draftWords.notSavedIncomplete }
    case 'refused':
      return { kind: 'not-saved', reason: draftWords.notSavedRefused }
  }
}

/** Back and on, under the thumb; at the end the button with the number. */
export function BottomBar(props: EditorProps & { onTest: () => void }) {
  const { campaign, step, onTest, draft } = props
  const place = steps.indexOf(step)
  const before = steps[place - 1]
  const after = steps[place + 1]
  const id = String(campaign.id)
  const isTestable = (step === 'message' || step === 'review') && draft.state.values.content !== ''
  return (
    <div className={css['bottom']} role="group" aria-label={editorWords.steps}>
      {before ? (
        <ButtonLink variant="default" to="/campaigns/$id/edit/$step" params={{ id, step: before }}>
          {editorWords.back}
        </ButtonLink>
      ) : (
        <ButtonLink variant="default" to="/campaigns">
          {editorWords.leave}
        </ButtonLink>
      )}
      {step === 'review' && <span className={css['hint']}>{editorWords.canStop}</span>}
      <div className={css['forward']}>
        {isTestable && (
          <Button variant="default" className={css['test']} data-step={step} onClick={onTest}>
            {sendWords.sendMeATest}
          </Button>
        )}
        {after ? (
          <ButtonLink
            to="/campaigns/$id/edit/$step"
            params={{ id, step: after }}
            rightSection={<Icon name="forward" size={18} />}
          >
            {editorWords[after]}
          </ButtonLink>
        ) : (
          <SendButton {...props} />
        )}
      </div>
    </div>
  )
}

function SendButton({ preview, checks, draft, isSettled }: EditorProps) {
  const dialog = useDialog('send')
  const offline = useOfflineReason()
  const must = checks.find(({ tone }) => tone === 'must')
  const reason = offline ?? must?.title ?? (preview && isSettled ? null : editorWords.counting)
  const total = preview?.total_recipients ?? 0
  const { is_scheduled, scheduled_datetime } = draft.state.values
  const say = is_scheduled && scheduled_datetime !== null ? sendWords.scheduleTo : sendWords.sendTo
  return (
    <span data-hint={reason ?? undefined}>
      <Button
        aria-disabled={reason !== null}
        {...(reason === null ? {} : { 'data-disabled': true })}
        aria-describedby={reason === null ? undefined : 'send-reason'}
        onClick={() => reason === null && dialog.open()}
      >
        {say({ total })}
      </Button>
      {reason !== null && (
        <span id="send-reason" hidden>
          {reason}
        </span>
      )}
    </span>
  )
}
