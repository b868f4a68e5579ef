import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useLive } from '../api/events.ts'
import { openJobsQuery } from '../api/shared-queries.ts'
import { jobWords } from '../words/jobs.ts'
import css from './jobs-line.module.css'

/** The stream tells of each step; this is for when it is broken. */
const lookAgainMs = 5000

const isOpen = ({ status }: { status: string }) => status === 'waiting' || status === 'running'

/** Looks up again what a job has changed, once it is over. Once in the frame. */
export function useJobsWatch(): void {
  const client = useQueryClient()
  const { data } = useQuery({
    ...openJobsQuery,
    refetchInterval: ({ state }) => (state.data?.data.some(isOpen) === true ? lookAgainMs : false),
  })
  const open = (data?.data ?? []).filter(isOpen)
  useLive(open.map(({ id }) => `job:${id}`))
  const ids = open.map(({ id }) => id).join(',')
  const before = useRef(ids)
  // What is on the screen belongs to other queries: they are told when a job is gone from the open ones.
  useEffect(() => {
    const gone = before.current.split(',').filter((id) => id !== '' && !ids.split(',').includes(id))
    before.current = ids
    if (gone.length === 0) return
    for (const resource of ['contacts', 'opt-outs', 'segments', 'jobs', 'custom-parameters'])
      void client.invalidateQueries({ queryKey: [resource] })
  }, [client, ids])
}

/** What runs by itself, on every page: its name, how far it is, and the way to it. */
export function JobsLine() {
  const { data } = useQuery(openJobsQuery)
  const open = (data?.data ?? []).filter(isOpen)
  if (open.length === 0) return null
  return (
    <ul className={css['jobs']} aria-label={jobWords.runningJobs}>
      {open.map(({ id, action, status, done, failed, total }) => (
        <li key={id}>
          <Link to="/jobs/$id" params={{ id: String(id) }} className={css['job']}>
            <span className={css['name']}>{jobWords.line[action ?? '']?.({ total })}</span>
            <span className={css['far']}>
              {status === 'waiting'
                ? jobWords.lineWaiting
                : jobWords.lineDone({ done: done + failed, total })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
