import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './client.ts'

// What more than one room and the frame show.

/** Who is signed in, and to which account. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answer(api.GET('/api/me', { signal })),
  staleTime: 60_000,
})

/** What needs somebody, how sending goes on, what runs and what comes; patched by the event stream. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => answer(api.GET('/api/overview', { signal })),
})

/** How far a new account has come: a phone, contacts, a test, a campaign. */
export const firstStepsQuery = queryOptions({
  queryKey: ['first-steps'],
  queryFn: ({ signal }) => answer(api.GET('/api/first-steps', { signal })),
})

/** Changes to many that have not ended. Whoever starts one marks `['jobs']` as stale; the stream tells how far it is. */
export const openJobsQuery = queryOptions({
  queryKey: ['jobs', 'list', 'open'],
  queryFn: ({ signal }) => {
    const query = { status: 'open', results_per_page: 10 } as const
    return answer(api.GET('/api/jobs', { params: { query }, signal }))
  },
  staleTime: 30_000,
})

export type Segment = Awaited<ReturnType<typeof fetchSegment>>['data']

async function fetchSegment(id: number, signal?: AbortSignal) {
  const params = { path: { id }, query: { include_ids: '0' as const } }
  const options = signal ? { signal } : {}
  return answer(api.GET('/api/segments/{id}', { params, ...options }))
}

/** One segment, without the ids of its members. */
export const segmentQuery = (id: number) =>
  queryOptions({
    queryKey: ['segments', 'one', id],
    queryFn: ({ signal }) => fetchSegment(id, signal),
  })
