import { useQuery } from '@tanstack/react-query'
import { bodyToCount, type Draft } from './draft.ts'
import { type Segment } from '../api/shared-queries.ts'
import { previewQuery } from './queries.ts'
import { useRested } from '../ui/use-rested.ts'

/** Who would be in it by what stands there now; what is saved where nobody touched the members. */
export function useCount(draft: Draft, segment: Segment | undefined) {
  const isUntouched =
    segment !== undefined &&
    segment.type === draft.kind &&
    ((draft.kind === 'custom' && draft.chosen === undefined) ||
      (draft.kind === 'bulk' && draft.numbers.trim() === ''))
  const body = isUntouched ? { segment_id: segment.id } : bodyToCount(draft)
  const written = JSON.stringify(body ?? null)
  const rested = useRested(written, 300)
  // What was written is what is read.
  const asked = JSON.parse(rested) as NonNullable<typeof body> | null
  const query = useQuery({ ...previewQuery(asked ?? { segment_id: 0 }), enabled: asked !== null })
  const isAsked = body !== undefined && asked !== null
  return {
    count: isAsked ? query.data?.data : undefined,
    error: isAsked ? query.error : null,
    /** Whether what is shown is of what stood there before. */
    isOld: isAsked && (rested !== written || query.isFetching),
    isAsked,
  }
}

export type Counting = ReturnType<typeof useCount>
export type Count = NonNullable<Counting['count']>
