import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { given } from '../api/given.ts'
import { keepPage } from '../api/query-client.ts'
import type { paths } from '../api/schema.generated.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Campaign = Answer<'/api/campaigns'> extends { data: (infer Row)[] } ? Row : never
export type Statistics =
  Answer<'/api/campaigns/{id}/statistics'> extends { data: infer Data } ? Data : never
export type Recipient = Answer<'/api/sms'> extends { data: (infer Row)[] } ? Row : never

type Order = 'ASC' | 'DESC'
type ListSearch = {
  page?: number
  results_per_page?: 10 | 25 | 50 | 100
  order_by?: string
  order_type?: Order
  search?: string
}

const statuses = ['draft', 'scheduled', 'processing', 'paused', 'sent', 'cancelled'] as const
export type CampaignStatus = (typeof statuses)[number]
const orders = [
  'attention',
  'name',
  'status',
  'total_sent_sms',
  'total_failed_sms',
  'datetime',
  'last_datetime',
  'scheduled_datetime',
] as const

export type CampaignsSearch = ListSearch & { status?: string }

/** A status of the API, where an address names one. */
export function readStatus(text: string | undefined): CampaignStatus | undefined {
  return statuses.find((one) => one === text)
}

export const campaignsQuery = (search: CampaignsSearch) =>
  queryOptions({
    queryKey: ['campaigns', 'list', search],
    queryFn: ({ signal }) => {
      const order_by = orders.find((one) => one === search.order_by) ?? 'attention'
      const query = {
        ...search,
        order_by,
        status: readStatus(search.status),
        include: 'progress,moves',
        include_ids: '0' as const,
      }
      return answer(api.GET('/api/campaigns', { params: { query: given(query) }, signal }))
    },
    ...keepPage,
  })

/** How many there are of each status, of those that the search finds. */
export const countsQuery = (search: string | undefined) =>
  queryOptions({
    queryKey: ['campaigns', 'counts', search ?? ''],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns/counts', { params: { query: given({ search }) }, signal })),
    ...keepPage,
  })

export const campaignQuery = (id: number) =>
  queryOptions({
    queryKey: ['campaigns', 'one', id],
    queryFn: ({ signal }) => {
      const query = { include: 'progress,moves', include_ids: '0' as const }
      return answer(api.GET('/api/campaigns/{id}', { params: { path: { id }, query }, signal }))
    },
  })

/** Looked up again by the event stream, at most every few seconds. */
export const statisticsQuery = (id: number) =>
  queryOptions({
    queryKey: ['campaigns', 'figures', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns/{id}/statistics', { params: { path: { id } }, signal })),
  })

export const segmentNameQuery = (id: number) =>
  queryOptions({
    queryKey: ['segments', 'one', id],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { include_ids: '0' as const } }
      return answer(api.GET('/api/segments/{id}', { params, signal }))
    },
    staleTime: 60_000,
  })

/** The names of phones, for the SIMs that texts left from. */
export const deviceNamesQuery = queryOptions({
  queryKey: ['devices', 'names'],
  queryFn: async ({ signal }) => {
    const query = { results_per_page: 1000 as const }
    const { data } = await answer(api.GET('/api/devices', { params: { query }, signal }))
    return data.map(({ id, name, is_pretend }) => ({ id, name, is_pretend }))
  },
  staleTime: 60_000,
})

export type RecipientsSearch = ListSearch & { status?: string; reason?: string }

/** What the chips mean in the words of the API. */
export const recipientFilters: Record<string, { status?: string; is_delivered?: string }> = {
  all: {},
  waiting: { status: 'pending' },
  sent: { status: 'sent', is_delivered: '0' },
  delivered: { status: 'sent', is_delivered: '1' },
  failed: { status: 'failed' },
  cancelled: { status: 'cancelled' },
}

/** What of the texts is asked for, of a page or of a file. */
export function recipientsAsked(id: number, search: RecipientsSearch) {
  const { search: term, status = 'all', reason } = search
  return given({
    campaign_id: String(id),
    ...recipientFilters[status],
    error_code: reason,
    ...(term === undefined ? {} : { search: term, search_by: 'contact' as const }),
  })
}

/** While a campaign is under way its rows are looked up again in place: their order is that of the contacts. */
export const recipientsQuery = (id: number, search: RecipientsSearch, isUnderWay: boolean) =>
  queryOptions({
    queryKey: ['sms', 'list', { campaign: id, ...search }],
    queryFn: ({ signal }) => {
      const { page, results_per_page } = search
      const query = {
        ...recipientsAsked(id, search),
        ...given({ page, results_per_page }),
        order_by: 'contact_id' as const,
        order_type: 'ASC' as const,
        include: 'contact',
      }
      return answer(api.GET('/api/sms', { params: { query }, signal }))
    },
    refetchInterval: isUnderWay && (search.status ?? 'all') === 'all' ? 5000 : false,
    ...keepPage,
  })

export const textQuery = (id: number) =>
  queryOptions({
    queryKey: ['sms', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/sms/{id}', { params: { path: { id } }, signal })),
  })

export const historyQuery = (id: number) =>
  queryOptions({
    queryKey: ['sms', 'history', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/sms/{id}/history', { params: { path: { id } }, signal })),
    refetchInterval: 5000,
  })
