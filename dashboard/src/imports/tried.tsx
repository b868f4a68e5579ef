import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { answer, api } from '../api/client.ts'
import { useWrite, type Once } from '../api/use-write.ts'
import { useIsNarrow } from '../ui/narrow.ts'
import { MoveButton } from '../ui/move-button.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { importWords } from '../words/imports.ts'
import { uiWords } from '../words/ui.ts'
import { choices, useChoice, type Choice } from './choices.ts'
import { ChooseFile, DropZone, UploadProgress } from './drop-zone.tsx'
import css from './imports.module.css'
import { mappingOf, problemOf } from './mapping.ts'
import { MappingCard, type Settings } from './mapping-card.tsx'
import { Outcome } from './outcome.tsx'
import { chosenSegmentsQuery, importQuery, type Import } from './queries.ts'
import { Refused } from './refused.tsx'

type RunInput = { choice: Choice; dry_run: boolean }

/** A file that was looked through and waits for somebody to say that it is to be imported. */
export function Tried({ one }: { one: Import }) {
  const { choice, change, run, isTrying } = useTrying(one)
  const problem = problemOf(choice.mapping) ?? (isTrying ? undefined : one.mapping_problems[0])
  const isNarrow = useIsNarrow()
  const outcome = <Outcome one={one} title={importWords.willTitle} isOld={isTrying} />
  const reason = reasonAgainst(one, problem, isTrying)
  return (
    <Page
      title={one.file_name ?? importWords.nameless}
      back={{ to: { to: '/imports' }, label: importWords.title }}
      answer={importWords.readAs({
        total: one.total_rows,
        size: one.file_bytes,
        encoding: one.encoding,
        delimiter: one.delimiter,
      })}
      moves={<ChooseFile variant="default">{importWords.another}</ChooseFile>}
      action={
        <MoveButton
          variant="filled"
          move={{ is_allowed: reason === null, reason }}
          onAct={() => run.write({ choice, dry_run: false })}
        >
          {reason === null
            ? importWords.importAct({ total: one.created + one.updated })
            : importWords.importWait}
        </MoveButton>
      }
      side={isNarrow ? undefined : outcome}
    >
      <DropZone />
      <UploadProgress />
      {isNarrow && outcome}
      {run.error && <Problem error={run.error} title={uiWords.couldNotSave} isWrite />}
      <MappingCard one={one} settings={choice} problem={problem} onChange={change}>
        <SegmentSelect
          value={choice.segment_id}
          onChange={(segment_id) => change({ segment_id })}
        />
      </MappingCard>
      <Refused one={one} />
    </Page>
  )
}

function reasonAgainst(one: Import, problem: string | undefined, isTrying: boolean): string | null {
  if (problem !== undefined) return problem
  if (isTrying || one.status === 'processing') return importWords.waitForTry
  return one.created + one.updated === 0 && one.opted_out === 0 ? importWords.nothingToImport : null
}

/** What is chosen for the file; whatever is otherwise than it was tried is tried by itself, one try after the other. */
function useTrying(one: Import) {
  const { into } = useSearch({ from: '/frame/imports/$id' })
  const run = useRun(one.id)
  const chosen = useChoice(one.id)
  const tried = { ...settingsOf(one), segment_id: into }
  const choice = chosen ?? tried
  const written = keyOfTry(choice)
  const isOther = written !== keyOfTry(tried)
  const isWay = problemOf(choice.mapping) === undefined
  const sent = useRef('')
  const { isPending, error, write } = run
  // A try follows from what stands there, also when that was changed while another one was on its way.
  useEffect(() => {
    if (!isOther || !isWay || isPending || error || sent.current === written) return
    sent.current = written
    write({ choice, dry_run: true })
  })
  return {
    choice,
    run,
    isTrying: isPending || (isOther && isWay && !error),
    change: (part: Partial<Choice>) => {
      if (error) run.reset()
      choices.set(one.id, { ...choice, ...part })
    },
  }
}

function settingsOf(one: Import): Settings {
  const { default_country, on_known } = one
  return { mapping: mappingOf(one), default_country, on_known }
}

/** What a try depends on, to be compared; the segment is none of it. */
function keyOfTry({ mapping, default_country, on_known }: Settings): string {
  const columns = Object.entries(mapping).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([columns, default_country, on_known])
}

/** Imports the file, or tries it in another way: both are another import, whose page is opened. */
function useRun(id: number) {
  const { into } = useSearch({ from: '/frame/imports/$id' })
  const client = useQueryClient()
  const navigate = useNavigate()
  return useWrite({
    mutationFn: ({ choice, dry_run }: RunInput, headers: Once) => {
      const { mapping, default_country, on_known, segment_id } = choice
      const body = {
        mapping,
        on_known,
        dry_run,
        ...(default_country === null ? {} : { default_country }),
        // A try is the same whatever they are put into.
        ...(segment_id === undefined || dry_run ? {} : { segment_id }),
      }
      return answer(api.POST('/api/imports/{id}/run', { params: { path: { id } }, body, headers }))
    },
    onSuccess: async ({ data }) => {
      choices.carry(id, data.id)
      await client.fetchQuery(importQuery(data.id))
      const params = { id: String(data.id) }
      await navigate({
        to: '/imports/$id',
        params,
        search: into === undefined ? {} : { into },
        replace: true,
      })
    },
    changes: [['imports', 'list']],
  })
}

function SegmentSelect({
  value,
  onChange,
}: {
  value: number | undefined
  onChange: (id: number | undefined) => void
}) {
  const id = useId()
  const { data } = useQuery(chosenSegmentsQuery)
  if (!data || data.data.length === 0) return null
  return (
    <div>
      <label htmlFor={id} className={css['label']}>
        {importWords.segment}
      </label>
      <select
        id={id}
        className={css['select']}
        value={value ?? ''}
        onChange={(event) => onChange(Number(event.currentTarget.value) || undefined)}
      >
        <option value="">{importWords.noSegment}</option>
        {data.data.map((segment) => (
          <option key={segment.id} value={segment.id}>
            {segment.name}
          </option>
        ))}
      </select>
    </div>
  )
}
