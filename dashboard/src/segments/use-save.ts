import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
import { useWrite, type Once } from '../api/use-write.ts'
import { useNotices } from '../ui/notices.tsx'
import { segmentWords } from '../words/segments.ts'
import { bodyOf, type Draft } from './draft.ts'
import { segmentQuery, type Segment } from '../api/shared-queries.ts'

type Saved = {
  /** What was opened; undefined for a new one. */
  segment: Segment | undefined
  onSaved: (segment: Segment) => void
}

/** Saves a draft over the revision that was opened, or over that of `over`, which somebody has seen. */
export function useSaveSegment({ segment, onSaved }: Saved) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { say } = useNotices()
  const look = (id: number) => client.fetchQuery({ ...segmentQuery(id), staleTime: 0 })
  return useWrite({
    mutationFn: async (
      { draft, over = segment }: { draft: Draft; over?: Segment | undefined },
      headers: Once,
    ) => {
      const body = { name: draft.name.trim(), ...bodyOf(draft) }
      if (!over) return answer(api.POST('/api/segments', { body, headers }))
      const params = { path: { id: over.id } }
      const expected = { ...body, expected_revision: over.revision }
      return answer(api.POST('/api/segments/{id}', { params, body: expected, headers }))
    },
    changes: [['segments'], ['contacts']],
    onSuccess: async ({ data: { id } }, { draft }) => {
      const { data } = await look(id)
      if (segment) {
        onSaved(data)
        say(segmentWords.saved)
        return
      }
      say(segmentWords.created({ name: draft.name.trim() }))
      await navigate({ to: '/segments/$id', params: { id: String(id) }, replace: true })
    },
    onError: (error) => {
      const isChanged = error instanceof ApiError && error.problem('changed') !== undefined
      if (isChanged && segment) void look(segment.id)
    },
  })
}
