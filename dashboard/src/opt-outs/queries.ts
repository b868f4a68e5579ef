import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { keepPage } from '../api/query-client.ts'

export type OptOutsSearch = {
  page?: number
  results_per_page?: 10 | 25 | 50 | 100
  order_by?: string
  order_type?: 'ASC' | 'DESC'
  search?: string
}

const orders = ['phone_number', 'datetime'] as const

export const optOutsQuery = (search: OptOutsSearch) =>
  queryOptions({
    queryKey: ['opt-outs', 'list', search],
    queryFn: ({ signal }) => fetchOptOuts(search, signal),
    ...keepPage,
  })

async function fetchOptOuts(search: OptOutsSearch, signal?: AbortSignal) {
  const { page, results_per_page, order_type, search: text } = search
  const order_by = orders.find((one) => one === search.order_by) ?? 'datetime'
  const query = {
    order_by,
    ...(page === undefined ? {} : { page }),
    ...(results_per_page === undefined ? {} : { results_per_page }),
    ...(order_type === undefined ? {} : { order_type }),
    ...(text === undefined ? {} : { search: text }),
  }
  return answer(api.GET('/api/opt-outs', { params: { query }, ...(signal ? { signal } : {}) }))
}

export type OptOut = Awaited<ReturnType<typeof fetchOptOuts>>['data'][number]
