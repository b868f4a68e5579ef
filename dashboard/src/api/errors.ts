/** One thing that was wrong with a request, in words for the person. */
export type ApiProblem = {
  title: string
  field?: string
  code?: string
  /** The figure that was not as it was expected. */
  actual?: number
}

/**
 * `refused`: the request was understood and not done. `signed-out`: nobody is signed in any more. `broken`: the server
 * failed. `offline`: it was not reached. `late`: it did not answer in time, and may have done it all the same.
 */
export type ApiErrorKind = 'refused' | 'signed-out' | 'broken' | 'offline' | 'late'

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  /** 0 when nobody answered. */
  readonly status: number
  readonly problems: ApiProblem[]
  /** To quote to whoever runs the server; undefined when nobody answered. */
  readonly request_id: string | undefined
  readonly at = new Date()

  constructor(
    kind: ApiErrorKind,
    details: { status?: number; problems?: ApiProblem[]; request_id?: string | undefined } = {},
  ) {
    const { status = 0, problems = [], request_id } = details
    super(problems[0]?.title ?? kind)
    this.kind = kind
    this.status = status
    this.problems = problems
    this.request_id = request_id
  }

  /** The first problem of this code, such as `audience_changed`. */
  problem(code: string): ApiProblem | undefined {
    return this.problems.find((problem) => problem.code === code)
  }
}

/** Whether it is worth to send the same once more: the connection broke, or the server was out of breath. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  const { kind, status } = error
  return kind === 'offline' || kind === 'late' || [429, 502, 503, 504].includes(status)
}

/** What an answer that is not good means. */
export function readError(response: Response, body: unknown): ApiError {
  const { status } = response
  const kind = status === 401 ? 'signed-out' : status < 500 ? 'refused' : 'broken'
  return new ApiError(kind, {
    status,
    problems: readProblems(body),
    request_id: response.headers.get('x-request-id') ?? undefined,
  })
}

function readProblems(body: unknown): ApiProblem[] {
  if (!isObject(body) || !Array.isArray(body.errors)) return []
  return body.errors.filter(isObject).map((problem) => ({
    title: String(problem.title),
    ...(typeof problem.field === 'string' ? { field: problem.field } : {}),
    ...(typeof problem.code === 'string' ? { code: problem.code } : {}),
    ...(typeof problem.actual === 'number' ? { actual: problem.actual } : {}),
  }))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
