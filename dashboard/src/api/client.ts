import createClient from 'openapi-fetch'
import { connection } from './connection.ts'
import { ApiError, readError } from './errors.ts'
import type { paths } from './schema.generated.ts'

/** Beyond it nobody is kept waiting: 30 s, and ten minutes for a file that is brought. */
const answerMs = 30_000
const uploadMs = 600_000

/** The public API, as its document has it. */
export const api = createClient<paths>({ fetch: reach })

type Answered<Body> = { data?: Body; error?: unknown; response: Response }

/** The body of a good answer. Anything else is thrown as an `ApiError`; what was aborted by us stays an `AbortError`. */
export async function answer<Body>(
  asked: Promise<Answered<Body>>,
): Promise<Exclude<Body, undefined>> {
  const { data, error, response } = await asked
  if (!response.ok) throw readError(response, error)
  // An answer without a body has no type in the document, so nobody reads it.
  return data as Exclude<Body, undefined>
}

/** `fetch`, that tells the rest of the page how the connection is. */
async function reach(request: Request): Promise<Response> {
  const isUpload = request.headers.get('content-type')?.startsWith('multipart/') === true
  const limit = AbortSignal.timeout(isUpload ? uploadMs : answerMs)
  try {
    const response = await fetch(request, { signal: AbortSignal.any([request.signal, limit]) })
    connection.reached()
    return response
  } catch (error) {
    if (request.signal.aborted) throw error
    if (limit.aborted) throw new ApiError('late')
    connection.lost()
    throw new ApiError('offline')
  }
}
