import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { LeavingGuard } from '../ui/form.tsx'
import { MoveButton } from '../ui/move-button.tsx'
import { Page } from '../ui/page.tsx'
import { segmentWords } from '../words/segments.ts'
import { ChosenContacts, isMany } from './chosen.tsx'
import { CountBar, CountCard, isRefusal } from './count-card.tsx'
import { MoreOfSegment } from './delete-segment.tsx'
import { draftOf, emptyDraft, isChanged, problemsOf, type Draft } from './draft.ts'
import { Incomparable, Refusals } from './incomparable.tsx'
import { PastedNumbers } from './pasted.tsx'
import type { Segment } from '../api/shared-queries.ts'
import { Rules } from './rules.tsx'
import { Trouble } from './trouble.tsx'
import { UsedBy, UseNotes } from './usage.tsx'
import { useCount } from './use-count.ts'
import { useSaveSegment } from './use-save.ts'
import { WhatKind } from './what-kind.tsx'

type Base = { draft: Draft; segment: Segment | undefined }

function baseOf(segment: Segment | undefined): Base {
  return { draft: segment ? draftOf(segment) : emptyDraft(), segment }
}

/** A segment while somebody writes it: what stands there is counted at once and saved when they say so. */
export function SegmentEditor({ segment }: { segment: Segment | undefined }) {
  const [base, setBase] = useState(() => baseOf(segment))
  const [draft, setDraft] = useState(base.draft)
  const [isTried, setTried] = useState(false)
  const begin = (next: Base) => {
    setBase(next)
    setDraft(next.draft)
    setTried(false)
  }
  const hasChanged = isChanged(draft, base.draft)
  // Somebody else's change is shown at once where nothing of one's own would be lost.
  const isNewer = segment !== undefined && segment.revision > (base.segment?.revision ?? 0)
  if (isNewer && !hasChanged) begin(baseOf(segment))

  const counting = useCount(draft, base.segment)
  const saving = useSaveSegment({ segment: base.segment, onSaved: (next) => begin(baseOf(next)) })
  const problems = problemsOf(draft)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const save = () => {
    setTried(true)
    if (problems.size === 0) saving.write({ draft })
  }
  const shown = isTried ? problems : noProblems
  return (
    <Page
      title={base.segment?.name ?? segmentWords.newTitle}
      back={{ to: { to: '/segments' }, label: segmentWords.title }}
      {...(base.segment ? { answer: <UsedBy id={base.segment.id} /> } : {})}
      moves={
        base.segment && (
          <Moves
            segment={base.segment}
            hasChanged={hasChanged}
            onDiscard={() => begin(baseOf(base.segment))}
          />
        )
      }
      action={
        <MoveButton
          variant="filled"
          move={{ is_allowed: hasChanged, reason: hasChanged ? null : segmentWords.unchanged }}
          onAct={save}
        >
          {base.segment ? segmentWords.save : segmentWords.create}
        </MoveButton>
      }
      side={
        <CountCard
          counting={counting}
          kind={draft.kind}
          savedId={hasChanged ? undefined : base.segment?.id}
          hasSample={draft.kind !== 'custom' || isMany(base.segment)}
        />
      }
    >
      <Trouble
        saving={saving}
        isNewer={isNewer}
        theirs={segment}
        onKeepMine={() => saving.write({ draft, over: segment })}
        onTakeTheirs={() => begin(baseOf(segment))}
      />
      <WhatKind draft={draft} problem={shown.get('name')} change={change} />
      <Who {...{ draft, change, counting }} segment={base.segment} problems={shown} />
      {base.segment && <UseNotes id={base.segment.id} />}
      <CountBar counting={counting} />
      <LeavingGuard isChanged={hasChanged && !saving.isPending} />
    </Page>
  )
}

type MovesProps = { segment: Segment; hasChanged: boolean; onDiscard: () => void }

function Moves({ segment, hasChanged, onDiscard }: MovesProps) {
  return (
    <>
      {hasChanged && (
        <Button variant="default" onClick={onDiscard}>
          {segmentWords.discard}
        </Button>
      )}
      <MoreOfSegment segment={segment} />
    </>
  )
}

const noProblems: ReadonlyMap<string, string> = new Map()

type WhoProps = {
  draft: Draft
  segment: Segment | undefined
  problems: ReadonlyMap<string, string>
  change: (part: Partial<Draft>) => void
  counting: ReturnType<typeof useCount>
}

function Who({ draft, segment, problems, change, counting }: WhoProps): ReactNode {
  switch (draft.kind) {
    case 'filter':
      return (
        <>
          <Rules draft={draft} change={change} problems={problems} />
          <Refusals error={counting.error} />
          <Incomparable found={counting.count?.incomparable ?? []} />
        </>
      )
    case 'custom':
      return <ChosenContacts draft={draft} segment={segment} change={change} />
    case 'bulk':
      return (
        <PastedNumbers
          draft={draft}
          isSaved={segment !== undefined && segment.type !== 'filter'}
          problems={isRefusal(counting.error) ? counting.error.problems : []}
          change={change}
        />
      )
  }
}
