import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { answer, api } from '../api/client.ts'
import { useWrite, type Once } from '../api/use-write.ts'
import { useIsNarrow } from '../ui/narrow.ts'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { importWords } from '../words/imports.ts'
import { uiWords } from '../words/ui.ts'
import { ChooseFile, DropZone, UploadProgress } from './drop-zone.tsx'
import css from './imports.module.css'
import { mappingOf, problemOf } from './mapping.ts'
import { MappingCard, type Settings } from './mapping-card.tsx'
import { Outcome } from './outcome.tsx'
import { chosenSegmentsQuery, importQuery, type Import } from './queries.ts'
import { Refused } from './refused.tsx'

type RunInput = { settings: Settings; dry_run: boolean; segment_id?: number | undefined }

/** A file that was looked through and waits for somebody to say that it is to be imported. */
export function Tried({ one }: { one: Import }) {
  const [settings, setSettings] = useState<Settings>(() => ({
    mapping: mappingOf(one),
    default_country: one.default_country,
    on_known: one.on_known,
  }))
  const { into } = useSearch({ from: '/frame/imports/$id' })
  const [segment, setSegment] = useState(into)
  const run = useRun(one.id)
  const problem = problemOf(settings.mapping) ?? one.mapping_problems[0]
  const change = (part: Partial<Settings>) => {
    const next = { ...settings, ...part }
    setSettings(next)
    // Another way to read it is tried at once, unless it is no way at all.
    if (problemOf(next.mapping) === undefined) run.write({ settings: next, dry_run: true })
  }
  const total = one.created + one.updated
  const isNarrow = useIsNarrow()
  const outcome = <Outcome one={one} title={importWords.willTitle} />
  const reason = reasonAgainst(one, problem, run.isPending)
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
        <span data-hint={reason}>
          <Button
            aria-disabled={reason !== undefined}
            {...(reason === undefined ? {} : { 'data-disabled': true })}
            onClick={() => {
              if (reason === undefined) run.write({ settings, dry_run: false, segment_id: segment })
            }}
          >
            {reason === undefined ? importWords.importAct({ total }) : importWords.importWait}
          </Button>
        </span>
      }
      side={isNarrow ? undefined : outcome}
    >
      <DropZone />
      <UploadProgress />
      {isNarrow && outcome}
      {run.error && <Problem error={run.error} title={uiWords.couldNotSave} isWrite />}
      <MappingCard
        one={one}
        settings={settings}
        problem={run.isPending ? undefined : problem}
        onChange={change}
      >
        <SegmentSelect value={segment} onChange={setSegment} />
      </MappingCard>
      <Refused one={one} />
    </Page>
  )
}

function reasonAgainst(
  one: Import,
  problem: string | undefined,
  isPending: boolean,
): string | undefined {
  if (problem !== undefined) return problem
  if (isPending || one.status === 'processing') return importWords.waitForTry
  return one.created + one.updated === 0 && one.opted_out === 0
    ? importWords.nothingToImport
    : undefined
}

/** Imports the file, or tries it in another way: both are another import, whose page is opened. */
function useRun(id: number) {
  const { into } = useSearch({ from: '/frame/imports/$id' })
  const client = useQueryClient()
  const navigate = useNavigate()
  return useWrite({
    mutationFn: ({ settings, dry_run, segment_id }: RunInput, headers: Once) => {
      const { mapping, default_country, on_known } = settings
      const body = {
        mapping,
        on_known,
        dry_run,
        ...(default_country === null ? {} : { default_country }),
        ...(segment_id === undefined ? {} : { segment_id }),
      }
      return answer(api.POST('/api/imports/{id}/run', { params: { path: { id } }, body, headers }))
    },
    onSuccess: async ({ data }) => {
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
