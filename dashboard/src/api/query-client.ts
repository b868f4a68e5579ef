import { keepPreviousData, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { connection } from './connection.ts'
import { ApiError, isPassing } from './errors.ts'

/** What has been seen in the last five minutes is shown at once, and looked up again behind it. */
const keptMs = 300_000
/** What came a moment ago is not asked again because a second piece of the page wants it. */
const freshMs = 2000

/** `whenSignedOut` is called as soon as an answer says that nobody is signed in. */
export function createQueryClient(whenSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.kind === 'signed-out') whenSignedOut()
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        gcTime: keptMs,
        // A server in the same house is reached without the internet: only asking tells.
        networkMode: 'always',
        retry: (failures, error) => isPassing(error) && failures < 2,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  connection.whenBack(() => void client.invalidateQueries())
  return client
}

/** For lists: the page before stays until the next one is there, so nothing jumps. */
export const keepPage = { placeholderData: keepPreviousData } as const
