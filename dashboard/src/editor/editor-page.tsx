import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { ApiError } from '../api/errors.ts'
import { overviewQuery } from '../api/shared-queries.ts'
import { useDialog } from '../ui/dialog-state.ts'
import { Bars } from '../ui/bars.tsx'
import { Empty } from '../ui/empty.tsx'
import { failureOf } from '../ui/failure.ts'
import { Figures } from '../ui/figures.tsx'
import { Amount, useNow } from '../ui/formats.tsx'
import { Note } from '../ui/note.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { useRested } from '../ui/use-rested.ts'
import { instantOf, momentInWords, timeOfDay } from '../words/formats.ts'
import { draftWords } from '../words/editor-draft.ts'
import { editorWords } from '../words/editor.ts'
import { AudienceStep } from './audience-step.tsx'
import { checksOf, usedDevices, type Facts, type Step } from './checks.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import type { Campaign } from './draft.ts'
import { BottomBar, steps, TopBar } from './editor-bars.tsx'
import type { EditorProps } from './editor-context.ts'
import css from './editor.module.css'
import { MessageStep } from './message-step.tsx'
import { NotEditable } from './not-editable.tsx'
import { PhonePreview } from './phone-preview.tsx'
import { accountQuery, campaignQuery, previewQuery, simsQuery } from './queries.ts'
import { rangeText, ReviewStep, spreadText } from './review-step.tsx'
import { SendDialog, TestDialog } from './send-dialogs.tsx'
import { SendingStep } from './sending-step.tsx'
import { useDraft, type DraftUse } from './use-draft.ts'
import { useTest } from './use-test.ts'

/** A campaign in four steps, each with an address; what is typed stores itself. */
export function EditorPage({ filterBuilder }: Pick<EditorProps, 'filterBuilder'>) {
  const { id, step } = useParams({ from: '/bare/campaigns/$id/edit/$step' })
  const { data, error, refetch } = useQuery(campaignQuery(Number(id)))
  if (data) {
    const campaign = data.data
    if (campaign.status !== 'draft') return <NotEditable campaign={campaign} />
    return (
      <Editor
        key={campaign.id}
        campaign={campaign}
        step={stepOf(step)}
        filterBuilder={filterBuilder}
      />
    )
  }
  return (
    <Page
      title={editorWords.campaign}
      back={{ to: { to: '/campaigns' }, label: editorWords.toCampaigns }}
    >
      {error instanceof ApiError && error.status === 404 ? (
        <Empty title={editorWords.notThere} text={editorWords.notThereText} />
      ) : error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Bars name={editorWords.campaign} total={6} />
      )}
    </Page>
  )
}

function stepOf(text: string): Step {
  return steps.find((step) => step === text) ?? 'message'
}

/** Long enough that not every key asks, short enough that it feels as if it did. */
const previewRestMs = 300

type EditorGiven = { campaign: Campaign } & Pick<EditorProps, 'step' | 'filterBuilder'>

function Editor({ campaign, step, filterBuilder }: EditorGiven) {
  const draft = useDraft(campaign)
  const { values } = draft.state
  const [contact, setContact] = useState<number>()
  const shown = useRested(values, previewRestMs)
  const { data, error, isPlaceholderData } = useQuery(
    previewQuery(campaign.id, shown, contact === undefined ? [] : [contact]),
  )
  const { data: found } = useQuery(simsQuery)
  const test = useTest(campaign.id, values)
  const testDialog = useDialog('test')
  const preview = useLast(data?.data)
  const failure = failureOf(error)
  const refused = failure?.kind === 'refused' ? failure.problems.map(named) : []
  const facts = useFacts({ draft, preview, devices: found?.data, test: test.state, refused })
  const props: EditorProps = {
    campaign,
    draft,
    preview,
    refused,
    isSettled: shown === values && !isPlaceholderData,
    devices: found?.data ?? [],
    checks: facts ? checksOf(facts) : [],
    facts,
    test,
    step,
    filterBuilder,
  }
  const onTest = () => testDialog.open()
  const goOn = useGoOn(props)
  return (
    <div className={css['editor']} onKeyDown={goOn}>
      <TopBar {...props} />
      <div className={css['body']}>
        <div className={css['main']}>
          <Messages draft={draft} />
          {step === 'audience' && <AudienceStep {...props} />}
          {step === 'message' && <MessageStep {...props} onTest={onTest} />}
          {step === 'sending' && <SendingStep {...props} />}
          {step === 'review' && <ReviewStep {...props} onTest={onTest} />}
        </div>
        <Side {...props} />
      </div>
      <BottomBar {...props} onTest={onTest} />
      <SendDialog {...props} />
      <TestDialog {...props} />
      <ContactDialog onFind={setContact} />
    </div>
  )
}

/** ⌘Enter goes on: to the next step, and at the end to the question. */
function useGoOn({ campaign, step, checks, isSettled }: EditorProps) {
  const navigate = useNavigate()
  const send = useDialog('send')
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    if (event.target instanceof Element && event.target.closest('dialog')) return
    event.preventDefault()
    const next = steps[steps.indexOf(step) + 1]
    const params = { id: String(campaign.id), step: next ?? step }
    if (next) void navigate({ to: '/campaigns/$id/edit/$step', params })
    else if (isSettled && !checks.some(({ tone }) => tone === 'must')) send.open()
  }
}

function named({ title, field }: { title: string; field?: string | null }) {
  return field == null ? { title } : { title, field }
}

/** The last that was there: while a text has a mistake, what it was before stays in sight. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return value ?? last
}

type Known = Pick<EditorProps, 'draft' | 'preview' | 'refused'> & {
  devices: EditorProps['devices'] | undefined
  test: Facts['test']
}

/** All that the checks look at; undefined until the first preview is there. */
function useFacts({ draft, preview, devices, test, refused }: Known): Facts | undefined {
  const { data: account } = useQuery(accountQuery)
  const { data: overview } = useQuery(overviewQuery)
  const now = useNow()
  if (!preview || !devices) return undefined
  return {
    draft: draft.state.values,
    preview,
    devices,
    test,
    refused,
    isHeld: overview?.data.fleet.hold?.reason === 'sending_held',
    optOutWord: account?.data.opt_out_words[0] ?? 'stop',
    now,
  }
}

/** What happened to the draft besides what is typed. */
function Messages({ draft }: { draft: DraftUse }) {
  const { isRestored, merged, storage, conflict } = draft.state
  return (
    <>
      <ConflictPanel draft={draft} />
      {isRestored && !conflict && <Note>{draftWords.restored}</Note>}
      {merged && (
        <Note>
          {draftWords.merged({
            at: merged.at === null ? '' : timeOfDay(instantOf(merged.at)),
          })}
        </Note>
      )}
      {storage.kind === 'refused' && <Problem error={storage.error} isWrite />}
    </>
  )
}

/** The phone of a contact, and what it comes to. */
function Side(props: EditorProps) {
  const { preview, draft, devices } = props
  const { sims } = draft.state.values
  const [device] = usedDevices({ sims: sims.slice(0, 1) }, devices)
  const done = useDoneWords(props)
  return (
    <div className={css['side']}>
      <PhonePreview
        preview={preview}
        device={device}
        sim={sims[0]}
        isOld={props.refused.length > 0}
      />
      <Figures
        items={[
          { label: editorWords.contacts, value: <Amount value={preview?.total_recipients} /> },
          {
            label: editorWords.partsEach,
            value: preview ? rangeText(preview) : <Amount value={null} />,
            tone:
              preview && Object.keys(preview.parts).some((count) => Number(count) > 1)
                ? 'warn'
                : 'plain',
          },
          {
            label: editorWords.partsInAll,
            value: preview?.is_estimate ? (
              editorWords.about({ value: preview.total_parts })
            ) : (
              <Amount value={preview?.total_parts} />
            ),
          },
        ]}
      />
      {preview && Object.keys(preview.parts).length > 1 && <p>{spreadText(preview)}</p>}
      {done !== '' && <p>{done}</p>}
    </div>
  )
}

function useDoneWords({ preview, draft }: EditorProps): string {
  const now = useNow()
  const total = draft.state.values.sims.length
  if (total === 0) return editorWords.noEnd
  if (!preview || preview.total_parts === 0) return ''
  if (preview.finish_datetime === null) return editorWords.neverDone
  const done = momentInWords(instantOf(preview.finish_datetime), { now })
  return editorWords.doneWhen({ total, done: editorWords.aboutDone({ at: done }) })
}
