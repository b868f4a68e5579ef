import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { StatusMark } from '../statuses/status-mark.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Card } from '../ui/card.tsx'
import { Note } from '../ui/note.tsx'
import { useIsNarrow } from '../ui/narrow.ts'
import { Page } from '../ui/page.tsx'
import { segmentQuery } from '../api/shared-queries.ts'
import { instantOf } from '../words/formats.ts'
import { importWords } from '../words/imports.ts'
import { ChooseFile, DropZone, UploadProgress } from './drop-zone.tsx'
import css from './imports.module.css'
import { Status } from './import-status.tsx'
import { Outcome } from './outcome.tsx'
import type { Import } from './queries.ts'
import { Refused } from './refused.tsx'

/** An import that is over: what happened, and the rows that want repair. */
export function Over({ one }: { one: Import }) {
  const isNarrow = useIsNarrow()
  const title = one.dry_run ? importWords.wouldTitle : importWords.resultTitle
  const outcome = <Outcome one={one} title={title} />
  return (
    <Page
      title={one.file_name ?? importWords.nameless}
      back={{ to: { to: '/imports' }, label: importWords.title }}
      mark={
        one.dry_run && one.status === 'finished' ? (
          <Status one={one} />
        ) : (
          <StatusMark of="import" value={one.status} isReachable />
        )
      }
      answer={<Answer one={one} />}
      moves={
        one.dry_run ? undefined : (
          <ButtonLink to="/contacts" variant="default">
            {importWords.seeContacts}
          </ButtonLink>
        )
      }
      action={<ChooseFile>{importWords.another}</ChooseFile>}
      side={isNarrow ? undefined : outcome}
    >
      <DropZone />
      <UploadProgress />
      <Trouble one={one} />
      {isNarrow && outcome}
      {one.segment_id !== null && !one.dry_run && <Segment id={one.segment_id} />}
      {one.refused > 0 ? (
        <Refused one={one} />
      ) : (
        one.status === 'finished' &&
        !one.dry_run && (
          <Card>
            <p className={css['dim']}>{importWords.allIn}</p>
          </Card>
        )
      )}
    </Page>
  )
}

function Answer({ one }: { one: Import }): ReactNode {
  const { created, updated, processed_rows: done, total_rows: total, status } = one
  if (one.dry_run) {
    if (status === 'finished') return importWords.gone
    return status === 'failed' ? importWords.failedTry : importWords.cancelledTry
  }
  if (status === 'cancelled') return importWords.cancelledAnswer({ done, total })
  if (status === 'failed') return importWords.failedAnswer({ done, total })
  const seconds = secondsOf(one)
  return (
    <>
      {importWords.doneAnswer({ created, updated })}{' '}
      {seconds !== undefined && importWords.took({ seconds })}
    </>
  )
}

function Trouble({ one }: { one: Import }) {
  if (one.error === null) return null
  return <Note tone="bad">{one.error}</Note>
}

function Segment({ id }: { id: number }) {
  const { data } = useQuery(segmentQuery(id))
  if (!data) return null
  return (
    <Note>
      {importWords.segmentIn}{' '}
      <Link to="/segments/$id" params={{ id: String(id) }}>
        {data.data.name}
      </Link>
    </Note>
  )
}

function secondsOf({ datetime, finished_datetime }: Import): number | undefined {
  if (finished_datetime === null) return undefined
  const ms = instantOf(finished_datetime).getTime() - instantOf(datetime).getTime()
  return Math.max(1, Math.round(ms / 1000))
}
