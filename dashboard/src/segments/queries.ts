import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { given } from '../api/given.ts'
import { keepPage } from '../api/query-client.ts'
import type { SegmentBody } from './draft.ts'

type Order = 'ASC' | 'DESC'
type ListSearch = {
  page?: number
  results_per_page?: 10 | 25 | 50 | 100
  order_by?: string
  order_type?: Order
  search?: string
}

const orders = ['name', 'datetime', 'last_datetime', 'total_contacts'] as const
type SegmentOrder = (typeof orders)[number]

export type SegmentsSearch = ListSearch & { type?: string }

export const segmentsQuery = (search: SegmentsSearch) =>
  queryOptions({
    queryKey: ['segments', 'list', search],
    queryFn: ({ signal }) => {
      const order_by = orders.find((one): one is SegmentOrder => one === search.order_by)
      const query = { ...search, order_by, include_ids: '0' as const }
      return answer(api.GET('/api/segments', { params: { query: given(query) }, signal }))
    },
    ...keepPage,
  })

/** Up to so many members their ids are asked for too, so that they can be chosen one by one. */
export const listedMembersMax = 500

export const usageQuery = (id: number) =>
  queryOptions({
    queryKey: ['segments', 'usage', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/segments/{id}/usage', { params: { path: { id } }, signal })),
  })

/** The contacts of a segment, for the page that lists them. */
export const contactsOfQuery = (id: number, search: ListSearch) =>
  queryOptions({
    queryKey: ['contacts', 'list', { segment: id, ...search }],
    queryFn: ({ signal }) => {
      const order_by = (['name', 'datetime'] as const).find((one) => one === search.order_by)
      const params = { path: { id }, query: given({ ...search, order_by }) }
      return answer(api.GET('/api/segments/{id}/contacts', { params, signal }))
    },
    ...keepPage,
  })

/** The members of a segment that was chosen one by one, while they are few enough to be shown so. */
export const membersQuery = (id: number) =>
  queryOptions({
    queryKey: ['contacts', 'list', { membersOf: id }],
    queryFn: ({ signal }) => {
      const query = {
        results_per_page: 500 as const,
        order_by: 'name' as const,
        order_type: 'ASC' as const,
      }
      return answer(
        api.GET('/api/segments/{id}/contacts', { params: { path: { id }, query }, signal }),
      )
    },
  })

export const previewQuery = (body: SegmentBody | { segment_id: number }) =>
  queryOptions({
    queryKey: ['segments', 'preview', body],
    queryFn: ({ signal }) => answer(api.POST('/api/segments/preview', { body, signal })),
    ...keepPage,
  })

/** How many contacts there are: what a count is a part of. */
export const allContactsQuery = queryOptions({
  queryKey: ['contacts', 'counts', 'all'],
  queryFn: async ({ signal }) => {
    const query = { results_per_page: 10 as const }
    const { meta } = await answer(api.GET('/api/contacts', { params: { query }, signal }))
    return meta.total
  },
  staleTime: 60_000,
})

export const findContactsQuery = (search: string) =>
  queryOptions({
    queryKey: ['contacts', 'list', { pick: search }],
    queryFn: ({ signal }) => {
      const query = { results_per_page: 10 as const, search }
      return answer(api.GET('/api/contacts', { params: { query }, signal }))
    },
    enabled: search.trim() !== '',
    ...keepPage,
  })

export const keysQuery = (search: string) =>
  queryOptions({
    queryKey: ['custom-parameters', 'list', search],
    queryFn: ({ signal }) => {
      const query = search === '' ? {} : { search }
      return answer(api.GET('/api/custom-parameters', { params: { query }, signal }))
    },
    staleTime: 60_000,
    ...keepPage,
  })

export const valuesQuery = (key: string, search: string) =>
  queryOptions({
    queryKey: ['custom-parameters', 'values', key, search],
    queryFn: ({ signal }) => {
      const query = search === '' ? { key } : { key, search }
      return answer(api.GET('/api/custom-parameters/values', { params: { query }, signal }))
    },
    enabled: key.trim() !== '',
    staleTime: 60_000,
    ...keepPage,
  })
