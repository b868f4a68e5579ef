import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { DataList, type Column } from '../ui/data-list.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Empty, EmptyByFilter } from '../ui/empty.tsx'
import { Amount, Moment, PhoneNumber } from '../ui/formats.tsx'
import { useSingleKeys } from '../ui/keys.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Menu } from '../ui/menu.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { optOutWords } from '../words/opt-outs.ts'
import { AddNumbers } from './add-numbers.tsx'
import css from './opt-outs.module.css'
import { optOutsQuery, type OptOut } from './queries.ts'

const columns: Column<OptOut>[] = [
  {
    label: optOutWords.columnNumber,
    cell: ({ phone_number }) => <PhoneNumber number={phone_number} />,
    sort: 'phone_number',
    width: '200px',
  },
  { label: optOutWords.columnContact, cell: (row) => <Whose row={row} />, width: '24%' },
  { label: optOutWords.columnHow, cell: (row) => <How row={row} /> },
  {
    label: optOutWords.columnTime,
    cell: ({ datetime }) => <Moment at={datetime} />,
    sort: 'datetime',
    width: '150px',
  },
]

export function OptOutsPage() {
  const search = useSearch({ from: '/frame/opt-outs' })
  const { data, error, refetch } = useQuery(optOutsQuery(search))
  const adding = useDialog('add-numbers')
  useSingleKeys({ n: () => adding.open() })
  const total = data?.meta.total
  const isFiltered = search.search !== undefined
  return (
    <Page
      title={optOutWords.title}
      count={isFiltered ? undefined : <Amount value={total} />}
      answer={isFiltered ? undefined : optOutWords.answer({ total: total ?? 0 })}
      moves={total === 0 && !isFiltered ? undefined : <Export search={search.search} />}
      action={<Button onClick={() => adding.open()}>{optOutWords.add}</Button>}
    >
      <div>
        <ListBar end={<SearchField name={optOutWords.search} />} />
        {error && !data ? (
          <Problem error={error} retry={() => void refetch()} />
        ) : (
          <DataList
            name={optOutWords.title}
            rows={data?.data}
            columns={columns}
            keyOf={({ id }) => String(id)}
            nameOf={({ phone_number }) => phone_number}
            narrow={(row) => ({
              title: <PhoneNumber number={row.phone_number} />,
              status: <Moment at={row.datetime} />,
              below: (
                <>
                  {row.contact_id !== null && (
                    <>
                      <Whose row={row} />
                      {', '}
                    </>
                  )}
                  <How row={row} />
                </>
              ),
            })}
            paging={data?.meta}
            sort={{ order_by: 'datetime', order_type: 'DESC' }}
            empty={
              isFiltered ? (
                <EmptyByFilter text={optOutWords.emptyByFilter} />
              ) : (
                <Empty title={optOutWords.emptyTitle} text={optOutWords.emptyText} />
              )
            }
          />
        )}
      </div>
      <AddNumbers />
    </Page>
  )
}

function Whose({ row }: { row: OptOut }) {
  if (row.contact_id === null) return <span className={css['dim']}>{optOutWords.noContact}</span>
  return (
    <Link to="/contacts/$id" params={{ id: String(row.contact_id) }} className={css['contact']}>
      {row.contact_name ?? optOutWords.noName}
    </Link>
  )
}

/** The evidence, newest first; a note of a person stands below. */
function How({ row }: { row: OptOut }) {
  return (
    <>
      {howOf(row)}
      {row.note !== null && <span className={css['note']}>{row.note}</span>}
    </>
  )
}

function howOf({ how, text, person, import_id, file_name, line }: OptOut): string {
  switch (how) {
    case 'reply':
      return text === null ? optOutWords.byText : optOutWords.wrote({ text })
    case 'import': {
      const file = file_name ?? optOutWords.fileUnnamed({ id: import_id ?? 0 })
      return optOutWords.byImport({ file: optOutWords.fileNamed({ file, line }) })
    }
    case 'api':
      return person === null ? optOutWords.byHand : optOutWords.by({ person })
    case 'list':
      return optOutWords.byList({ person })
    case null:
      return optOutWords.unknown
  }
}

function Export({ search }: { search: string | undefined }) {
  const { say, warn } = useNotices()
  const exporting = useWrite({
    mutationFn: (filter: Record<string, unknown>, once) =>
      answer(api.POST('/api/exports', { body: { resource: 'opt-outs', filter }, headers: once })),
    changes: [['jobs']],
    onSuccess: ({ data: { job_id, total } }) => {
      say(optOutWords.exported({ total }))
      location.assign(`/api/jobs/${job_id}/file`)
    },
    onError: () => warn(optOutWords.exportFailed),
  })
  const filter = search === undefined ? {} : { search }
  return (
    <Menu
      label={optOutWords.moreActs}
      items={[
        { label: optOutWords.export, icon: 'download', onAct: () => exporting.write(filter) },
      ]}
    />
  )
}
