import { Note } from '../ui/note.tsx'
import { segmentWords } from '../words/segments.ts'
import type { Count } from './use-count.ts'

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
