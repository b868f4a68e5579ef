import { uiWords } from '../words/ui.ts'

export type FailureProblem = { title: string; field?: string | null; code?: string }

/** What `api/` throws, as the pieces see it. */
export type Failure = {
  kind: 'refused' | 'signed-out' | 'broken' | 'offline' | 'late'
  problems: readonly FailureProblem[]
  request_id?: string | null | undefined
}

/** What is wrong, where it stands at its field: the API's name of the field says nothing to a person there. */
export function sentenceAtField({ title, field }: FailureProblem): string {
  return field != null && title.startsWith(`${field} `)
    ? uiWords.atField({ rest: title.slice(field.length + 1) })
    : title
}

/** What failed; undefined where the page itself did. */
export function failureOf(error: unknown): Failure | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if (!('kind' in error) || !('problems' in error) || !Array.isArray(error.problems))
    return undefined
  // Whatever has a kind and a list of problems was made by `api/`.
  return error as Failure
}

/** What went wrong and whether anything was changed, in sentences. */
export function sentencesOf(error: unknown, { isWrite = false } = {}): string[] {
  const failure = failureOf(error)
  if (!failure) return [uiWords.unexpected]
  switch (failure.kind) {
    case 'refused':
      return failure.problems.map(({ title }) => title)
    case 'signed-out':
      return [uiWords.signedOut]
    case 'offline':
      return [isWrite ? uiWords.offlineWrite : uiWords.offline]
    case 'late':
      return [isWrite ? uiWords.lateWrite : uiWords.late]
    case 'broken':
      return [uiWords.broken]
  }
}
