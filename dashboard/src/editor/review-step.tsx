import { useNow } from '../ui/formats.tsx'
import { amount, instantOf, momentInWords } from '../words/formats.ts'
import { listed } from '../words/sentences.ts'
import { editorWords } from '../words/editor.ts'
import { sendWords } from '../words/editor-send.ts'
import { partsRange, type Facts } from './checks.ts'
import { CheckList } from './check-list.tsx'
import type { EditorProps } from './editor-context.ts'
import css from './editor.module.css'
import type { Previewed } from './queries.ts'
import { Runway } from './runway.tsx'
import { Subtraction } from './subtraction.tsx'

/** The sentence that says what happens, what there is to say against it, who gets it, and when it is done. */
export function ReviewStep(props: EditorProps & { onTest: () => void }) {
  const { campaign, preview, checks, facts, step, onTest, draft } = props
  return (
    <>
      {facts && <Sentence facts={facts} />}
      <CheckList id={campaign.id} checks={checks} step={step} onTest={onTest} />
      <Subtraction preview={preview} segment={draft.state.values.segment} />
      {preview && <Runway preview={preview} />}
    </>
  )
}

function Sentence({ facts }: { facts: Facts }) {
  const now = useNow()
  const { preview, draft } = facts
  const isReady = preview.total_recipients > 0 && preview.total_parts > 0 && draft.sims.length > 0
  if (!isReady)
    return (
      <p className={css['sentence']}>
        {editorWords.notReady}. {editorWords.nothingYet}
      </p>
    )
  const each = eachOf(preview)
  const values = { each, sims: draft.sims.length, ...timesOf(facts, now) }
  return (
    <p className={css['sentence']}>
      {preview.total_recipients === 1
        ? editorWords.oneContactSentence(values)
        : editorWords.sentence({ recipients: preview.total_recipients, ...values })}
    </p>
  )
}

function eachOf(preview: Previewed): string {
  const { least, most } = partsRange(preview)
  if (least !== most) return editorWords.eachVaries({ least, most })
  return preview.total_recipients === 1
    ? editorWords.eachSame({ count: most })
    : editorWords.eachSameMany({ count: most })
}

/** When it starts and when it is done, as a sentence says it. */
export function timesOf({ draft, preview }: Facts, now: Date): { start: string; done?: string } {
  const { is_scheduled, scheduled_datetime } = draft
  const at = is_scheduled && scheduled_datetime !== null ? instantOf(scheduled_datetime) : null
  const start = at === null || at <= now ? editorWords.startsNow : momentInWords(at, { now })
  const { finish_datetime } = preview
  if (finish_datetime === null) return { start }
  const done = momentInWords(instantOf(finish_datetime), { now })
  return { start, done: editorWords.aboutDone({ at: done }) }
}

/** Exactly what will happen, for the confirmation. */
export function willOf(facts: Facts, now: Date): string {
  const { preview, draft } = facts
  const { opted_out, unusable_number } = preview.excluded
  const out = opted_out + unusable_number
  const will = sendWords.sendWill({
    total: preview.total_parts,
    sims: draft.sims.length,
    ...timesOf(facts, now),
  })
  return out === 0 ? will : `${will} ${sendWords.leftOut({ total: out })}`
}

/** Parts each, as the figures say it. */
export function rangeText(preview: Previewed): string {
  const range = partsRange(preview)
  return range.most === 0 ? amount(0) : editorWords.partsRange(range)
}

/** `1 part for 3,908 and 2 parts for 212.` */
export function spreadText({ parts }: Previewed): string {
  const some = Object.entries(parts).map(([count, texts]) =>
    editorWords.spreadOf({ count: Number(count), texts: Number(texts) }),
  )
  return editorWords.partsSpread({ spread: listed(some) })
}
