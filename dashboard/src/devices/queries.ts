import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { keepPage } from '../api/query-client.ts'
import type { paths } from '../api/schema.generated.ts'
import { pageSizes, usualPageSize } from '../ui/paging.ts'

type ListAnswer = paths['/api/devices']['get']['responses']['200']['content']['application/json']
export type Device = ListAnswer['data'][number]
export type Sim = Device['sims'][number]
export type Check =
  paths['/api/devices/{id}/checks']['get']['responses']['200']['content']['application/json']['data'][number]

export type DevicesSearch = {
  page?: number | undefined
  results_per_page?: number | undefined
  search?: string | undefined
}

/** More phones than this are not offered to take over. */
const othersMax = 250
/** What phones say of themselves changes by itself; events tell most of it, this tells the rest. */
const lookMs = 15_000

/** The phones: what needs a look first, then by what waits. */
export const devicesQuery = ({ page = 1, results_per_page, search }: DevicesSearch = {}) =>
  queryOptions({
    queryKey: ['devices', 'list', { page, results_per_page, search }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/devices', {
          params: {
            query: {
              page,
              results_per_page:
                pageSizes.find((size) => size === results_per_page) ?? usualPageSize,
              order_by: 'attention',
              order_type: 'DESC',
              ...(search === undefined ? {} : { search }),
            },
          },
          signal,
        }),
      ),
    refetchInterval: lookMs,
    ...keepPage,
  })

/** Those that may take texts over: all of them, not only those of a page. */
export const othersQuery = queryOptions({
  queryKey: ['devices', 'list', 'others'],
  queryFn: ({ signal }) =>
    answer(
      api.GET('/api/devices', {
        params: { query: { results_per_page: othersMax, order_by: 'name', order_type: 'ASC' } },
        signal,
      }),
    ),
})

export const deviceQuery = (id: number) =>
  queryOptions({
    queryKey: ['devices', 'one', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/devices/{id}', { params: { path: { id } }, signal })),
  })

/** Looked up again and again while somebody waits for a phone. */
export const checksQuery = (id: number) =>
  queryOptions({
    queryKey: ['devices', 'checks', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/devices/{id}/checks', { params: { path: { id } }, signal })),
    refetchInterval: 2000,
  })
