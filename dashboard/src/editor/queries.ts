import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { keepPage } from '../api/query-client.ts'
import type { paths } from '../api/schema.generated.ts'
import { audienceOf, type Draft } from './draft.ts'

type Json<Path extends keyof paths, Method extends 'get' | 'post'> =
  paths[Path] extends Record<
    Method,
    { responses: { 200: { content: { 'application/json': infer Body } } } }
  >
    ? Body
    : never

export type Previewed = Json<'/api/campaigns/preview', 'post'>['data']
export type Device = Json<'/api/devices', 'get'>['data'][number]
export type Template = Json<'/api/templates', 'get'>['data'][number]

export const campaignQuery = (id: number) =>
  queryOptions({
    queryKey: ['campaigns', 'one', id, 'editor'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/campaigns/{id}', {
          params: { path: { id }, query: { include_ids: '0' } },
          signal,
        }),
      ),
  })

/** What a draft would be if it were sent as it stands; the last answer stays until the next is there. */
export const previewQuery = (id: number, draft: Draft, contacts: readonly number[] = []) => {
  const body = previewOf(id, draft, contacts)
  return queryOptions({
    queryKey: ['campaigns', 'preview', body],
    queryFn: ({ signal }) => answer(api.POST('/api/campaigns/preview', { body, signal })),
    retry: false,
    staleTime: 5000,
    ...keepPage,
  })
}

function previewOf(id: number, draft: Draft, contacts: readonly number[]) {
  const { name, content, footer, sims, is_scheduled, scheduled_datetime, expires_datetime } = draft
  const isTimed = is_scheduled && scheduled_datetime !== null
  const isOwn =
    draft.quiet_hours === 'own' &&
    draft.quiet_hours_start !== null &&
    draft.quiet_hours_end !== null
  return {
    ...(name.trim() === '' ? {} : { name }),
    ...(content === '' ? {} : { content }),
    footer,
    ...(sims.length === 0 ? {} : { sims: sims.join(',') }),
    ...audienceOf(draft, id),
    ...(isTimed ? { is_scheduled: true, scheduled_datetime } : {}),
    ...(expires_datetime === null ? {} : { expires_datetime }),
    ...(draft.quiet_hours === 'off' ? { quiet_hours: 'off' as const } : {}),
    ...(isOwn
      ? {
          quiet_hours: 'own' as const,
          quiet_hours_start: draft.quiet_hours_start ?? '',
          quiet_hours_end: draft.quiet_hours_end ?? '',
        }
      : {}),
    ...(contacts.length === 0 ? {} : { preview_contacts_ids: contacts.join(',') }),
  }
}

export const accountQuery = queryOptions({
  queryKey: ['account', 'one'],
  queryFn: ({ signal }) => answer(api.GET('/api/account', { signal })),
})

/** All phones with their SIMs: there are few. */
export const simsQuery = queryOptions({
  queryKey: ['devices', 'list', { of: 'editor' }],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/devices', { params: { query: { results_per_page: 100 } }, signal })),
})

export const segmentsQuery = (search: string) =>
  queryOptions({
    queryKey: ['segments', 'list', { of: 'editor', search }],
    queryFn: ({ signal }) => {
      const query = { results_per_page: 25 as const, include_ids: '0' as const }
      const found = search === '' ? {} : { search }
      return answer(api.GET('/api/segments', { params: { query: { ...query, ...found } }, signal }))
    },
    ...keepPage,
  })

export const segmentQuery = (id: number) =>
  queryOptions({
    queryKey: ['segments', 'one', id, 'editor'],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { include_ids: '0' as const } }
      return answer(api.GET('/api/segments/{id}', { params, signal }))
    },
  })

export const fieldsQuery = queryOptions({
  queryKey: ['custom-parameters', 'list', { of: 'editor' }],
  queryFn: ({ signal }) => answer(api.GET('/api/custom-parameters', { signal })),
  staleTime: 60_000,
})

export const templatesQuery = queryOptions({
  queryKey: ['templates', 'list', { of: 'editor' }],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/templates', { params: { query: { results_per_page: 100 } }, signal })),
})

export const findContactsQuery = (search: string) =>
  queryOptions({
    queryKey: ['contacts', 'list', { of: 'editor', search }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/contacts', { params: { query: { results_per_page: 10, search } }, signal }),
      ),
    enabled: search.trim() !== '',
    ...keepPage,
  })

/** What became of a test; looked up again until it is over. */
export const testQuery = (id: number) =>
  queryOptions({
    queryKey: ['sms', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/sms/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.data.status === 'pending' ? 3000 : false),
  })
