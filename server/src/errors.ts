// The only error that callers are meant to see. What status each code becomes is the edge's business.

export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'method_not_allowed'
  | 'too_large'
  | 'unsupported_type'
  | 'rate_limited'
  | 'unavailable'

// `title` is a sentence a person can act on; `code` is finer than the error's own, where one helps;
// `actual` is the figure that was not as it was expected.
export type Problem = { title: string; field?: string; code?: string; actual?: number }

export type ErrorDetails = {
  retry_after_seconds?: number
  allow?: string[]
  /** What is left of the request is not read: its connection is closed. */
  closes?: boolean
}

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly problems: Problem[]
  readonly details: ErrorDetails

  constructor(
    code: ErrorCode,
    message: string,
    problems: Problem[] = [{ title: message }],
    details: ErrorDetails = {},
  ) {
    super(message)
    this.code = code
    this.problems = problems
    this.details = details
  }
}

// All problems of one request at once; past 1,000, one last entry counts the rest, and with it those
// that were counted without being kept.
export function invalid(problems: Problem[], uncounted = 0): AppError {
  return new AppError('invalid', summary(problems), atMost(problems, uncounted))
}

export function invalidField(field: string, title: string, code?: string): AppError {
  return invalid([code === undefined ? { title, field } : { title, field, code }])
}

export function unauthenticated(title: string): AppError {
  return new AppError('unauthenticated', title)
}

export function forbidden(title: string): AppError {
  return new AppError('forbidden', title)
}

export function notFound(title: string): AppError {
  return new AppError('not_found', title)
}

export function conflict(title: string, field?: string): AppError {
  return new AppError('conflict', title, [field === undefined ? { title } : { title, field }])
}

export function methodNotAllowed(title: string, allow: string[]): AppError {
  return new AppError('method_not_allowed', title, [{ title }], { allow })
}

export function tooLarge(title: string): AppError {
  return new AppError('too_large', title)
}

export function unsupportedType(title: string): AppError {
  return new AppError('unsupported_type', title)
}

export function rateLimited(title: string, retryAfterSeconds: number): AppError {
  return new AppError('rate_limited', title, [{ title }], {
    retry_after_seconds: retryAfterSeconds,
  })
}

export function unavailable(title: string, retryAfterSeconds: number): AppError {
  return new AppError('unavailable', title, [{ title }], { retry_after_seconds: retryAfterSeconds })
}

const problemsMax = 1000

function atMost(problems: Problem[], uncounted: number): Problem[] {
  const rest = Math.max(problems.length - problemsMax, 0) + uncounted
  if (rest === 0) return problems

  const title = rest === 1 ? 'And 1 more problem.' : `And ${rest} more problems.`
  return [...problems.slice(0, problemsMax), { title, code: 'more' }]
}

function summary(problems: Problem[]): string {
  return problems[0]?.title ?? 'The request is not valid.'
}
