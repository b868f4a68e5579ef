import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { useLive } from '../api/events.ts'
import { useWrite } from '../api/use-write.ts'
import { StatusMark } from '../statuses/status-mark.tsx'
import { Bars } from '../ui/bars.tsx'
import { Card } from '../ui/card.tsx'
import { Figures } from '../ui/figures.tsx'
import { Moment } from '../ui/formats.tsx'
import { Meter } from '../ui/meter.tsx'
import { MoveButton, moveOf } from '../ui/move-button.tsx'
import { Note } from '../ui/note.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { duration, instantOf } from '../words/formats.ts'
import { jobWords, type JobKind } from '../words/jobs.ts'
import css from './job-page.module.css'
import { jobQuery, type Job } from './queries.ts'
import { useSecondsTo } from './seconds.ts'

const fromContacts = { to: { to: '/contacts' }, label: jobWords.back } as const
const fromOptOuts = { to: { to: '/opt-outs' }, label: jobWords.backToOptOuts } as const

export function JobPage() {
  const { id } = useParams({ from: '/frame/jobs/$id' })
  useLive([`job:${id}`])
  const { data, error, refetch } = useQuery(jobQuery(Number(id)))
  if (data) return <OneJob job={data.data} />
  return (
    <Page title={jobWords.one} back={fromContacts}>
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Bars name={jobWords.one} total={4} />
      )}
    </Page>
  )
}

function OneJob({ job }: { job: Job }) {
  const { kind, resource, status, total } = job
  return (
    <Page
      title={jobWords.title({ kind: kindOf(job), total })}
      back={resource === 'opt-outs' ? fromOptOuts : fromContacts}
      mark={<StatusMark of="job" value={status} isReachable />}
      answer={<Answer job={job} />}
      moves={kind === 'bulk' && <Cancel job={job} />}
      action={
        job.file !== null && (
          <Button component="a" href={job.file} download>
            {jobWords.download}
          </Button>
        )
      }
    >
      {kind === 'bulk' && <Progress job={job} />}
      <Card title={jobWords.about}>
        <About job={job} />
      </Card>
    </Page>
  )
}

function Answer({ job }: { job: Job }) {
  const seconds = useSecondsTo(job.status === 'waiting' ? job.starts_datetime : null)
  const { kind, status, done, failed, total, started_datetime, finished_datetime } = job
  if (kind === 'export') return jobWords.exportReady
  const processed = done + failed
  switch (status) {
    case 'waiting':
      return jobWords.starts({ seconds })
    case 'running':
      return jobWords.running({ done: processed, total })
    case 'failed':
      return jobWords.failed({ done: processed, total })
    case 'cancelled':
      return processed === 0
        ? jobWords.cancelledBefore
        : jobWords.cancelledMidway({ done: processed, total })
    case 'finished': {
      const took = secondsBetween(started_datetime, finished_datetime)
      return jobWords.finished({ duration: duration(took) })
    }
  }
}

function Cancel({ job }: { job: Job }) {
  const cancelling = useWrite({
    mutationFn: (id: number, once) =>
      answer(api.POST('/api/jobs/{id}/cancel', { params: { path: { id } }, headers: once })),
    changes: [['jobs']],
  })
  if (job.status !== 'waiting' && job.status !== 'running') return null
  return (
    <>
      <MoveButton
        move={moveOf(job.moves, 'cancel')}
        variant="default"
        onAct={() => cancelling.write(job.id)}
      >
        {job.status === 'waiting' ? jobWords.undo : jobWords.stop}
      </MoveButton>
      {cancelling.error && <Problem error={cancelling.error} isWrite />}
    </>
  )
}

function Progress({ job }: { job: Job }) {
  const { action, done, unchanged, failed, total, status, error } = job
  const processed = done + failed
  const isOver = status !== 'waiting' && status !== 'running'
  return (
    <Card title={isOver ? jobWords.results : jobWords.howFar}>
      <div className={css['stack']}>
        <Meter
          label={jobWords.progress}
          value={processed}
          limit={total}
          tone={status === 'failed' ? 'bad' : 'ok'}
        />
        <Figures
          items={[
            { label: jobWords.changed[action ?? ''] ?? jobWords.progress, value: done - unchanged },
            {
              label: jobWords.unchanged,
              value: unchanged,
              hint: jobWords.unchangedHint,
            },
            {
              label: jobWords.failedRows,
              value: failed,
              ...(failed > 0 ? { tone: 'bad' as const } : {}),
            },
            { label: jobWords.left, value: total - processed },
          ]}
        />
        {error !== null && <Note tone={status === 'failed' ? 'bad' : 'warn'}>{error}</Note>}
      </div>
    </Card>
  )
}

function About({ job }: { job: Job }) {
  const { person, datetime, started_datetime, finished_datetime, consent_note, columns } = job
  const sets = setsOf(job)
  return (
    <dl className={css['pairs']}>
      {person !== null && (
        <>
          <dt>{jobWords.person}</dt>
          <dd>{person}</dd>
        </>
      )}
      <dt>{jobWords.asked}</dt>
      <dd>
        <Moment at={datetime} />
      </dd>
      {job.kind === 'bulk' && (
        <>
          <dt>{jobWords.started}</dt>
          <dd>
            <Moment at={started_datetime} />
          </dd>
          <dt>{jobWords.ended}</dt>
          <dd>
            <Moment at={finished_datetime} />
          </dd>
        </>
      )}
      {sets.length > 0 && (
        <>
          <dt>{jobWords.sets}</dt>
          <dd>{sets.join(', ')}</dd>
        </>
      )}
      {consent_note !== null && (
        <>
          <dt>{jobWords.note}</dt>
          <dd>{consent_note}</dd>
        </>
      )}
      {columns !== null && (
        <>
          <dt>{jobWords.columns}</dt>
          <dd>{columns.map(plainName).join(', ')}</dd>
        </>
      )}
    </dl>
  )
}

function setsOf({ custom_parameters }: Job): string[] {
  // The API keeps texts, numbers and booleans there.
  const sets = (custom_parameters ?? {}) as Record<string, string | number | boolean | null>
  return Object.entries(sets).map(([key, value]) =>
    value === null ? jobWords.removed({ key }) : jobWords.setTo({ key, value: String(value) }),
  )
}

function plainName(column: string): string {
  return jobWords.column[column] ?? column.replace(/^custom_parameters\./, '')
}

function kindOf({ action, resource }: Job): JobKind {
  return action ?? resource
}

function secondsBetween(start: string | null, end: string | null): number {
  if (start === null || end === null) return 0
  return (instantOf(end).getTime() - instantOf(start).getTime()) / 1000
}
