import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { ApiError } from '../api/errors.ts'
import { useLive } from '../api/events.ts'
import { NotFound } from '../ui/not-found.tsx'
import { Bars } from '../ui/bars.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { importWords } from '../words/imports.ts'
import { choices } from './choices.ts'
import { DropZone } from './drop-zone.tsx'
import { importQuery, type Import } from './queries.ts'
import { Running } from './running.tsx'
import { Over } from './over.tsx'
import { Tried } from './tried.tsx'

/** One file on its way to being contacts: tried, imported, done. */
export function ImportPage() {
  const { id } = useParams({ from: '/frame/imports/$id' })
  const number = Number(id)
  if (!Number.isSafeInteger(number) || number < 1) return <NotFound />
  // Kept from one try to the next, so that the focus stays where somebody chooses.
  return <One id={number} />
}

function One({ id }: { id: number }) {
  const { data, error, refetch } = useQuery(importQuery(id))
  useLive([`import:${id}`])
  if (data) return <Stage one={data.data} />
  if (error instanceof ApiError && error.status === 404) return <NotFound />
  return (
    <Page title={importWords.title} back={{ to: { to: '/imports' }, label: importWords.title }}>
      <DropZone />
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Bars name={importWords.title} total={6} />
      )}
    </Page>
  )
}

function Stage({ one }: { one: Import }) {
  // A try that went on as an import is seen there; *back* does not come here again.
  if (one.taken_by_import_id !== null) {
    choices.carry(one.id, one.taken_by_import_id)
    return (
      <Navigate to="/imports/$id" params={{ id: String(one.taken_by_import_id) }} search replace />
    )
  }
  const isOpen = one.moves.some(({ verb, is_allowed }) => verb === 'run' && is_allowed)
  if (isOpen) return <Tried one={one} />
  return one.status === 'processing' ? <Running one={one} /> : <Over one={one} />
}
