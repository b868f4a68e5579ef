import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Bars } from '../ui/bars.tsx'
import { Card } from '../ui/card.tsx'
import { Chips } from '../ui/chips.tsx'
import { EmptyByFilter } from '../ui/empty.tsx'
import { Moment } from '../ui/formats.tsx'
import { PageTurner } from '../ui/page-turner.tsx'
import { Problem } from '../ui/problem.tsx'
import { contactWords } from '../words/contacts.ts'
import css from './contact-page.module.css'
import { HistoryLine } from './history-line.tsx'
import { historyQuery } from './queries.ts'

/** Everything that happened with a contact, the newest first. */
export function ContactHistory({ id }: { id: number }) {
  const search = useSearch({ from: '/frame/contacts/$id' })
  const { data, error, refetch } = useQuery(historyQuery(id, search))
  return (
    <Card
      title={contactWords.history}
      isFlush
      action={
        <Chips
          name={contactWords.historyKinds}
          search="kind"
          options={[
            { value: 'all', label: contactWords.historyAll },
            { value: 'texts', label: contactWords.historyTexts },
            { value: 'flows', label: contactWords.historyFlows },
            { value: 'imports', label: contactWords.historyImports },
            { value: 'changes', label: contactWords.historyChanges },
          ]}
        />
      }
    >
      {error && !data && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <Bars name={contactWords.history} total={6} />}
      {data?.data.length === 0 && <EmptyByFilter text={contactWords.historyNone} />}
      {data && data.data.length > 0 && (
        <ol className={css['history']}>
          {data.data.map((item) => (
            <li key={item.id}>
              <span className={css['time']}>
                <Moment at={item.datetime} />
              </span>
              <HistoryLine item={item} />
            </li>
          ))}
        </ol>
      )}
      {data && data.meta.total > 10 && (
        <PageTurner name={contactWords.history} paging={data.meta} />
      )}
    </Card>
  )
}
