import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import type { paths } from '../api/schema.generated.ts'
import { meQuery } from '../api/shared-queries.ts'

type Me = paths['/api/me']['get']['responses']['200']['content']['application/json']

/** Whether anybody has been set up. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => answer(api.GET('/api/setup', { signal })),
})

/** What a set-up link is for. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['setup', 'link', token],
    queryFn: ({ signal }) => answer(api.POST('/api/setup/check', { body: { token }, signal })),
    staleTime: Infinity,
  })

/** Goes on as the person who has just signed in. What somebody else saw before is forgotten. */
export function useEntrance(): (me: Me, to: string) => void {
  const client = useQueryClient()
  const router = useRouter()
  return (me, to) => {
    client.clear()
    client.setQueryData(meQuery.queryKey, me)
    router.history.replace(to)
  }
}

/** An address of ours to go to after signing in; home for any other. */
export function ownAddress(to: string | undefined): string {
  const isOurs = to !== undefined && /^\/(?![/\\])/.test(to)
  return isOurs && URL.parse(to, location.origin)?.origin === location.origin ? to : '/'
}
