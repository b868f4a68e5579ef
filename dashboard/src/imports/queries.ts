import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { given } from '../api/given.ts'
import { keepPage } from '../api/query-client.ts'

export type ImportsSearch = {
  page?: number
  results_per_page?: 10 | 25 | 50 | 100
  order_by?: string
  order_type?: 'ASC' | 'DESC'
  search?: string
  status?: string
}

const orders = ['file_name', 'total_rows', 'datetime'] as const

/** While something is going on it is looked at again and again, also where the event stream does not come through. */
const lookAgainMs = 1500

export const importsQuery = (search: ImportsSearch) =>
  queryOptions({
    queryKey: ['imports', 'list', search],
    queryFn: ({ signal }) => {
      const order_by = orders.find((one) => one === search.order_by)
      // A dry run whose file was imported since is told by that import.
      const query = { ...given({ ...search, order_by }), is_taken: '0' }
      return answer(api.GET('/api/imports', { params: { query }, signal }))
    },
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ status }) => status === 'processing') === true ? 5000 : false,
    ...keepPage,
  })

export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.data.status === 'processing' ? lookAgainMs : false,
  })

type Query = ReturnType<typeof importQuery>
export type Import = Awaited<ReturnType<Exclude<Query['queryFn'], symbol | undefined>>>['data']

export const refusedQuery = (id: number, page: number) =>
  queryOptions({
    queryKey: ['imports', 'refused', id, page],
    queryFn: ({ signal }) => {
      const query = { page, results_per_page: 10 as const, order_type: 'ASC' as const }
      return answer(
        api.GET('/api/imports/{id}/refused', {
          params: { path: { id }, query },
          headers: { accept: 'application/json' },
          signal,
        }),
      )
    },
    ...keepPage,
  })

/** The fields that contacts have, to map columns to. */
export const fieldsQuery = queryOptions({
  queryKey: ['custom-parameters', 'list', ''],
  queryFn: ({ signal }) => answer(api.GET('/api/custom-parameters', { signal })),
  staleTime: 60_000,
})

/** Segments that contacts can be put into. */
export const chosenSegmentsQuery = queryOptions({
  queryKey: ['segments', 'list', { chosen: true }],
  queryFn: ({ signal }) => {
    const query = { type: 'custom', results_per_page: 100 as const, include_ids: '0' as const }
    return answer(api.GET('/api/segments', { params: { query }, signal }))
  },
})
