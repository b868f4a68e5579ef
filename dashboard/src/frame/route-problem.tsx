import type { ErrorComponentProps } from '@tanstack/react-router'
import { ApiError } from '../api/errors.ts'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { frameWords } from '../words/frame.ts'
import { NotFound } from '../ui/not-found.tsx'

/** Where a whole page fails; the frame around it stays. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  if (error instanceof ApiError && error.status === 404) return <NotFound />
  return (
    <Page title={frameWords.pageFailedTitle}>
      <Problem error={error} title={frameWords.pageFailed} retry={reset} />
    </Page>
  )
}
