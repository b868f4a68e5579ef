import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'

export const jobQuery = (id: number) =>
  queryOptions({
    queryKey: ['jobs', 'one', id],
    queryFn: ({ signal }) => fetchJob(id, signal),
  })

async function fetchJob(id: number, signal?: AbortSignal) {
  const params = { path: { id } }
  return answer(api.GET('/api/jobs/{id}', { params, ...(signal ? { signal } : {}) }))
}

export type Job = Awaited<ReturnType<typeof fetchJob>>['data']
