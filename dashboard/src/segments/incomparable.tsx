import { Note } from '../ui/note.tsx'
import { segmentWords } from '../words/segments.ts'
import { isRefusal } from './count-card.tsx'
import type { Count } from './use-count.ts'

/** What the API cannot take of what stands in the rows. */
export function Refusals({ error }: { error: Error | null }) {
  if (!isRefusal(error)) return null
  return error.problems.map(({ title }) => (
    <Note key={title} tone="bad">
      {title}
    </Note>
  ))
}

/** Values that could not be compared: why some do not match of whom one might think so. */
export function Incomparable({ found }: { found: Count['incomparable'] }) {
  return found.map(({ key, total, example, compared_as }) =>
    compared_as === null ? (
      <Note key={key} tone="warn">
        {segmentWords.incomparable({ key })}
      </Note>
    ) : (
      <Note key={key} title={segmentWords.comparedTitle}>
        {segmentWords.compared({ key, total, example: example ?? '', kind: compared_as })}
      </Note>
    ),
  )
}
