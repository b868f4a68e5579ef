import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/errors.ts'
import { Bars } from '../ui/bars.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Problem } from '../ui/problem.tsx'
import { contactWords, type Consequences } from '../words/contacts.ts'
import { consequencesQuery, type BulkChange } from './queries.ts'
import { useBulk } from './writes.ts'

export type BulkWords = {
  question: (of: Consequences) => string
  will: (of: Consequences) => string
  cannot: (of: Consequences) => string
  act: (of: Consequences) => string
  started: (total: number) => string
  wayOut: string
  field?: { label: string; note?: string }
  isDangerous?: boolean
}

type BulkConfirmProps = {
  /** The name of the dialog in the URL. */
  name: string
  change: BulkChange
  words: BulkWords
  onStarted: () => void
}

/** Counts what a change would come to, asks with those numbers, and starts it only while they hold. */
export function BulkConfirm(props: BulkConfirmProps) {
  const { isOpen } = useDialog(props.name)
  return isOpen ? <Asking {...props} /> : null
}

function Asking({ name, change, words, onStarted }: BulkConfirmProps) {
  const client = useQueryClient()
  const query = consequencesQuery(change)
  const { data, error, refetch } = useQuery(query)
  const bulk = useBulk(words.started)
  if (!data) {
    return (
      <Dialog name={name} title={contactWords.countingTitle}>
        {error ? (
          <Problem error={error} retry={() => void refetch()} />
        ) : (
          <Bars name={contactWords.counting} total={2} />
        )}
      </Dialog>
    )
  }
  return (
    <Confirm
      name={name}
      question={words.question(data)}
      will={words.will(data)}
      cannot={words.cannot(data)}
      wayOut={words.wayOut}
      act={words.act(data)}
      number={data.total}
      field={words.field}
      isDangerous={words.isDangerous === true}
      onAct={async (text) => {
        const note = words.field ? { consent_note: text } : {}
        try {
          await bulk.writeNow({ ...change, ...note, expected_total: data.total })
        } catch (failure) {
          // With another number the sentences are another answer.
          if (isOtherNumber(failure)) void client.invalidateQueries({ queryKey: query.queryKey })
          throw failure
        }
        onStarted()
      }}
    />
  )
}

function isOtherNumber(error: unknown): boolean {
  return error instanceof ApiError && error.problems.some(({ code }) => code === 'audience_changed')
}
