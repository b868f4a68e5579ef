import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { keepPage } from '../api/query-client.ts'
import type { paths } from '../api/schema.generated.ts'
import { useWrite } from '../api/use-write.ts'
import { pageSizes, usualPageSize } from '../ui/paging.ts'

type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Account = AnswerOf<'/api/account'>['data']
export type ApiKey = AnswerOf<'/api/keys'>['data'][number]
export type SignIn = AnswerOf<'/api/sign-ins'>['data'][number]
export type Template = AnswerOf<'/api/templates'>['data'][number]
export type Health = AnswerOf<'/api/health/details'>['data']
export type Told = AnswerOf<'/api/account/notifications'>['data'][number]
type Body = NonNullable<paths['/api/account']['post']['requestBody']>['content']['application/json']
/** Null clears it. */
type AccountChange = { [Name in keyof Body]?: Body[Name] | null }

export type ListSearch = {
  page?: number | undefined
  results_per_page?: number | undefined
  order_by?: string | undefined
  order_type?: 'ASC' | 'DESC' | undefined
  search?: string | undefined
}

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => answer(api.GET('/api/account', { signal })),
})

/** Changes what is given. */
export function useAccountChange(): (change: AccountChange) => Promise<unknown> {
  const { writeNow } = useWrite({
    mutationFn: (change: AccountChange, headers) => {
      // The document names the fields and not that null clears them.
      const body = change as Body
      return answer(api.POST('/api/account', { body, headers }))
    },
    changes: [['account'], ['me'], ['overview']],
  })
  return writeNow
}

/** A page of a list, as the address has it. */
function pageOf({ page = 1, results_per_page, order_type, search }: ListSearch) {
  return {
    page,
    results_per_page: pageSizes.find((size) => size === results_per_page) ?? usualPageSize,
    ...(order_type === undefined ? {} : { order_type }),
    ...(search === undefined ? {} : { search }),
  }
}

export const keysQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['keys', 'list', search],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/keys', {
          params: {
            query: {
              ...pageOf(search),
              ...orderOf(search.order_by, ['name', 'datetime', 'last_used_datetime']),
            },
          },
          signal,
        }),
      ),
    ...keepPage,
  })

export const signInsQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['sign-ins', 'list', search],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/sign-ins', {
          params: {
            query: { ...pageOf(search), ...orderOf(search.order_by, ['datetime']) },
          },
          signal,
        }),
      ),
    ...keepPage,
  })

export const templatesQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['templates', 'list', search],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/templates', {
          params: {
            query: { ...pageOf(search), ...orderOf(search.order_by, ['name', 'last_datetime']) },
          },
          signal,
        }),
      ),
    ...keepPage,
  })

export const templateQuery = (id: number) =>
  queryOptions({
    queryKey: ['templates', 'one', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/templates/{id}', { params: { path: { id } }, signal })),
  })

/** The words that count until the account changes them. */
export const usualWordsQuery = queryOptions({
  queryKey: ['opt-out-words'],
  queryFn: ({ signal }) => answer(api.GET('/api/opt-out-words', { signal })),
  staleTime: Infinity,
})

export const toldQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: ({ signal }) => answer(api.GET('/api/account/notifications', { signal })),
})

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => answer(api.GET('/api/health/details', { signal })),
  refetchInterval: 30_000,
})

function orderOf<const Name extends string>(
  order_by: string | undefined,
  known: readonly Name[],
): { order_by?: Name } {
  const name = known.find((one) => one === order_by)
  return name === undefined ? {} : { order_by: name }
}
