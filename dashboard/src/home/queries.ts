import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import type { paths } from '../api/schema.generated.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Overview = Answer<'/api/overview'>['data']
export type Attention = Overview['attention'][number]
export type Upcoming = Overview['upcoming'][number]
export type Campaign = Answer<'/api/campaigns'>['data'][number]
export type Device = Answer<'/api/devices'>['data'][number]
export type Week = Answer<'/api/reports'>

/** What the events tell is patched in; this is for what only time changes. */
const lookMs = 30_000

/** Those that are sending, the newest first; one that ends while one looks stays until the page is opened again. */
export const runningQuery = queryOptions({
  queryKey: ['campaigns', 'list', { at: 'home' }],
  queryFn: ({ signal }) =>
    answer(
      api.GET('/api/campaigns', {
        params: {
          query: {
            status: 'processing',
            results_per_page: 10,
            include: 'progress,moves',
            include_ids: '0',
          },
        },
        signal,
      }),
    ),
})

/** The last seven days of the account's clock, today among them, and the seven before. */
export const weekQuery = queryOptions({
  queryKey: ['reports', 'week'],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/reports', { params: { query: { by: 'day', compare: '1' } }, signal })),
  refetchInterval: lookMs,
})

/** Trouble first. */
export const phonesQuery = queryOptions({
  queryKey: ['devices', 'list', { at: 'home' }],
  queryFn: ({ signal }) =>
    answer(
      api.GET('/api/devices', {
        params: { query: { results_per_page: 10, order_by: 'attention', order_type: 'DESC' } },
        signal,
      }),
    ),
  refetchInterval: lookMs,
})
