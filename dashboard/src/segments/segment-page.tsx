import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Bars } from '../ui/bars.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { NotFound } from '../ui/not-found.tsx'
import { ApiError } from '../api/errors.ts'
import { segmentWords } from '../words/segments.ts'
import { SegmentEditor } from './segment-editor.tsx'
import { segmentQuery } from '../api/shared-queries.ts'

/** One segment, to be looked at and changed; `new` is one that is not there yet. */
export function SegmentPage() {
  const { id } = useParams({ strict: false })
  if (id === 'new') return <SegmentEditor key="new" segment={undefined} />
  const number = Number(id)
  return Number.isSafeInteger(number) && number > 0 ? (
    <Saved key={number} id={number} />
  ) : (
    <NotFound />
  )
}

function Saved({ id }: { id: number }) {
  const { data, error, refetch } = useQuery(segmentQuery(id))
  if (data) return <SegmentEditor segment={data.data} />
  if (error instanceof ApiError && error.status === 404) return <NotFound />
  return (
    <Page title={segmentWords.title} back={{ to: { to: '/segments' }, label: segmentWords.title }}>
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Bars name={segmentWords.title} total={6} />
      )}
    </Page>
  )
}
