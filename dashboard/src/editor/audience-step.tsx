import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { editorWords } from '../words/editor.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import fieldCss from '../ui/fields.module.css'
import { Part } from '../ui/part.tsx'
import { Problem } from '../ui/problem.tsx'
import { useRested } from '../ui/use-rested.ts'
import { ChosenContacts } from './chosen-contacts.tsx'
import { problemOf, type EditorProps } from './editor-context.ts'
import css from './editor.module.css'
import { PastedNumbers } from './pasted-numbers.tsx'
import { segmentQuery, segmentsQuery } from './queries.ts'
import { Subtraction } from './subtraction.tsx'
import { useAudienceWrite } from './use-audience-write.ts'

type Kind = 'all' | 'segment' | 'custom' | 'bulk' | 'filter'

/** Whom it is for, and the subtraction that says who gets it. */
export function AudienceStep(props: EditorProps) {
  const { draft, preview } = props
  const { segment } = draft.state.values
  const stored = kindOf(segment)
  // Another way is opened before anybody is chosen by it.
  const [opened, setOpened] = useState<Kind>()
  const kind = opened ?? stored
  const open = (next: Kind) => {
    setOpened(next)
    if (next === 'all') draft.set({ segment: 'all' })
  }
  const problem = problemOf(props, 'segment')
  return (
    <>
      <fieldset className={css['group']}>
        <legend>{editorWords.who}</legend>
        <Way of="all" {...{ kind, open }} label={editorWords.everybody}>
          {editorWords.everybodyNote}
        </Way>
        <Way of="segment" {...{ kind, open }} label={editorWords.aSegment}>
          {editorWords.aSegmentNote}
        </Way>
        {kind === 'segment' && (
          <Saved segment={segment} onChoose={(id) => draft.set({ segment: String(id) })} />
        )}
        <Way of="custom" {...{ kind, open }} label={editorWords.chosen}>
          {editorWords.chosenNote}
        </Way>
        {kind === 'custom' && <ChosenContacts {...props} />}
        <Way of="bulk" {...{ kind, open }} label={editorWords.pasted}>
          {editorWords.pastedNote}
        </Way>
        {kind === 'bulk' && <PastedNumbers {...props} />}
        <Way of="filter" {...{ kind, open }} label={editorWords.filter}>
          {editorWords.filterNote}
        </Way>
        {kind === 'filter' && <FilterNow {...props} />}
        {problem !== undefined && <p className={fieldCss['problem']}>{problem}</p>}
      </fieldset>
      <Subtraction preview={preview} segment={segment} />
    </>
  )
}

type WayProps = {
  of: Kind
  kind: Kind
  open: (kind: Kind) => void
  label: string
  children: ReactNode
}

function Way({ of, kind, open, label, children }: WayProps) {
  return (
    <label className={fieldCss['radio']}>
      <input
        type="radio"
        name="audience"
        className={fieldCss['box']}
        checked={kind === of}
        onChange={() => open(of)}
      />
      <span>
        {label}
        <span className={fieldCss['radioNote']}>{children}</span>
      </span>
    </label>
  )
}

/** A segment by its name; the one that is chosen stands in the field. */
function Saved({ segment, onChoose }: { segment: string; onChoose: (id: number) => void }) {
  const id = kindOf(segment) === 'segment' ? Number(segment) : undefined
  const { data: chosen } = useQuery({ ...segmentQuery(id ?? 0), enabled: id !== undefined })
  const [typed, setTyped] = useState<string>()
  const { data: found } = useQuery(segmentsQuery(useRested(typed ?? '', 250)))
  const isNone = typed === undefined && found?.meta.total === 0
  return (
    <div className={css['under']}>
      {isNone ? (
        <p className={css['none']}>{editorWords.noSegments}</p>
      ) : (
        <ComboBox
          label={editorWords.findSegment}
          text={typed ?? chosen?.data.name ?? ''}
          onText={setTyped}
          options={(found?.data ?? []).map(({ id: value, name, total_contacts }) => ({
            value: String(value),
            label: name,
            note: editorWords.contactsIn({ total: total_contacts }),
          }))}
          onPick={({ value, label }) => {
            setTyped(label)
            onChoose(Number(value))
          }}
          onFocus={() => setTyped((before) => before ?? '')}
          onBlur={() => setTyped(undefined)}
        />
      )}
      <ButtonLink variant="default" to="/segments/$id" params={{ id: 'new' }}>
        {editorWords.makeSegment}
      </ButtonLink>
    </div>
  )
}

/** A filter for this campaign alone. */
function FilterNow({ campaign, draft, filterBuilder: Builder }: EditorProps) {
  const { write, isPending, error } = useAudienceWrite(campaign.id, draft)
  // The filters of a campaign stand in its settings, as those of a segment do.
  const settings = campaign.settings as Record<string, never>
  return (
    <div className={css['choosing']}>
      {draft.state.values.segment === 'filter' && (
        <p className={css['none']}>{editorWords.usedFilter}</p>
      )}
      <Part name={editorWords.filter}>
        <Builder
          settings={settings}
          isPending={isPending}
          onUse={(filter) => write({ segment: 'filter', ...filter })}
        />
      </Part>
      {error !== null && <Problem error={error} isWrite />}
    </div>
  )
}

export function kindOf(segment: string): Kind {
  if (segment === 'all' || segment === 'custom' || segment === 'bulk' || segment === 'filter')
    return segment
  return 'segment'
}
