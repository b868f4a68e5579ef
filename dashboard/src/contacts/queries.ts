import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { keepPage } from '../api/query-client.ts'

export type ContactsSearch = {
  page?: number
  results_per_page?: 10 | 25 | 50 | 100
  order_by?: string
  order_type?: 'ASC' | 'DESC'
  search?: string
  consent?: string
}

/** What the list is filtered by, as the API takes it in a body. */
export type ContactFilter = {
  search?: string
  may_be_texted?: boolean
  has_opted_out?: boolean
  can_be_sent_to?: boolean
}

/** Who is meant by a change: some by their ids, or all that a filter gives. */
export type Who = { contacts_ids: number[] } | { filter: ContactFilter }

const orders = [
  'name',
  'phone_number',
  'last_received_datetime',
  'last_sent_datetime',
  'datetime',
] as const

const chips: Record<string, ContactFilter> = {
  may_be_texted: { may_be_texted: true },
  opted_out: { has_opted_out: true },
  not_a_number: { has_opted_out: false, can_be_sent_to: false },
}

/** What the address filters by. */
export function filterOf({ search, consent = '' }: ContactsSearch): ContactFilter {
  return { ...(search === undefined ? {} : { search }), ...chips[consent] }
}

export const contactsQuery = (search: ContactsSearch) =>
  queryOptions({
    queryKey: ['contacts', 'list', search],
    queryFn: ({ signal }) => {
      const { page, results_per_page, order_type } = search
      const order_by = orders.find((one) => one === search.order_by)
      const query = {
        ...inQuery(filterOf(search)),
        ...(page === undefined ? {} : { page }),
        ...(results_per_page === undefined ? {} : { results_per_page }),
        ...(order_by === undefined ? {} : { order_by }),
        ...(order_type === undefined ? {} : { order_type }),
      }
      return answer(api.GET('/api/contacts', { params: { query }, signal }))
    },
    ...keepPage,
  })

/** How many of what is searched for may be texted, have opted out, or cannot be texted. */
export const contactCountsQuery = (search: string | undefined) =>
  queryOptions({
    queryKey: ['contacts', 'counts', search ?? ''],
    queryFn: ({ signal }) => {
      const query = search === undefined ? {} : { search }
      return answer(api.GET('/api/contacts/counts', { params: { query }, signal }))
    },
    ...keepPage,
  })

/** The fields that contacts have, the most common first. */
export const fieldsQuery = (search = '') =>
  queryOptions({
    queryKey: ['custom-parameters', 'list', search],
    queryFn: ({ signal }) => {
      const query = search === '' ? {} : { search }
      return answer(api.GET('/api/custom-parameters', { params: { query }, signal }))
    },
    staleTime: 60_000,
    ...keepPage,
  })

export const contactQuery = (id: number) =>
  queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/contacts/{id}', { params: { path: { id } }, signal })),
  })

export type Contact = Awaited<ReturnType<typeof fetchContact>>['data']

async function fetchContact(id: number) {
  return answer(api.GET('/api/contacts/{id}', { params: { path: { id } } }))
}

const kinds = ['texts', 'flows', 'imports', 'changes'] as const
export type HistorySearch = { page?: number; results_per_page?: 10 | 25 | 50 | 100; kind?: string }

export const historyQuery = (id: number, search: HistorySearch) =>
  queryOptions({
    queryKey: ['contacts', 'history', id, search],
    queryFn: ({ signal }) => fetchHistory(id, search, signal),
    ...keepPage,
  })

async function fetchHistory(id: number, search: HistorySearch, signal?: AbortSignal) {
  const { page, results_per_page } = search
  const kind = kinds.find((one) => one === search.kind)
  const query = {
    ...(page === undefined ? {} : { page }),
    ...(results_per_page === undefined ? {} : { results_per_page }),
    ...(kind === undefined ? {} : { kind }),
  }
  const params = { path: { id }, query }
  return answer(api.GET('/api/contacts/{id}/history', { params, ...(signal ? { signal } : {}) }))
}

export type HistoryItem = Awaited<ReturnType<typeof fetchHistory>>['data'][number]

export const consentQuery = (id: number) =>
  queryOptions({
    queryKey: ['contacts', 'consent', id],
    queryFn: ({ signal }) => fetchConsent(id, signal),
  })

async function fetchConsent(id: number, signal?: AbortSignal) {
  const params = { path: { id } }
  return answer(api.GET('/api/contacts/{id}/consent', { params, ...(signal ? { signal } : {}) }))
}

export type ConsentRecord = Awaited<ReturnType<typeof fetchConsent>>['data'][number]

export const segmentsOfQuery = (id: number) =>
  queryOptions({
    queryKey: ['contacts', 'segments', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/contacts/{id}/segments', { params: { path: { id } }, signal })),
  })

export const flowsOfQuery = (id: number) =>
  queryOptions({
    queryKey: ['contacts', 'flows', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/contacts/{id}/flows', { params: { path: { id } }, signal })),
  })

export type BulkChange = Who & {
  action: 'opt_out' | 'opt_in' | 'delete' | 'edit'
  custom_parameters?: Record<string, string | number | null>
}

/** What a change would come to, with nothing written. */
export const consequencesQuery = (change: BulkChange) =>
  queryOptions({
    queryKey: ['contacts', 'consequences', change],
    queryFn: async ({ signal }) => {
      // Without its reason a change is only looked at, so any will do.
      const note = change.action === 'opt_in' ? { consent_note: '…' } : {}
      const body = { ...change, ...note, dry_run: true }
      const { data } = await answer(api.POST('/api/contacts/bulk', { body, signal }))
      return {
        total: data.total,
        unchanged: data.unchanged ?? 0,
        waiting: data.waiting_sms ?? 0,
        texts: data.sms ?? 0,
        isEstimate: data.is_estimate ?? false,
      }
    },
    staleTime: 0,
    gcTime: 0,
  })

function inQuery({ search, ...flags }: ContactFilter) {
  const written = Object.entries(flags).map(([name, value]) => [name, value ? '1' : '0'])
  // The same names, with what the API takes for yes and no.
  const texts = Object.fromEntries(written) as Record<keyof typeof flags, string>
  return { ...texts, ...(search === undefined ? {} : { search }) }
}
