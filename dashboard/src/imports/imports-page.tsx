import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useLive } from '../api/events.ts'
import { Chips } from '../ui/chips.tsx'
import { DataList, type Column } from '../ui/data-list.tsx'
import { Empty, EmptyByFilter } from '../ui/empty.tsx'
import { Amount, Moment } from '../ui/formats.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Note } from '../ui/note.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { segmentQuery } from '../api/shared-queries.ts'
import { amount } from '../words/formats.ts'
import { importWords } from '../words/imports.ts'
import { ChooseFile, DropZone, UploadProgress } from './drop-zone.tsx'
import { Status } from './import-status.tsx'
import css from './imports.module.css'
import { importsQuery, type Import } from './queries.ts'

const usual = { order_by: 'id', order_type: 'DESC' } as const

/** All files that were brought, and the place to bring one. */
export function ImportsPage() {
  const search = useSearch({ from: '/frame/imports' })
  const { data, error, refetch } = useQuery(importsQuery(search))
  const running = (data?.data ?? []).filter(({ status }) => status === 'processing')
  useLive(running.map(({ id }) => `import:${id}`))
  const isFiltered = search.search !== undefined || search.status !== undefined
  const isEmpty = data?.meta.total === 0 && !isFiltered
  return (
    <Page
      title={importWords.title}
      {...(data && !isEmpty ? { count: amount(data.meta.total) } : {})}
      answer={isEmpty ? undefined : importWords.dropOrChoose}
      action={isEmpty ? undefined : <ChooseFile />}
    >
      <DropZone />
      <UploadProgress />
      {search.into !== undefined && <Into id={search.into} />}
      {!isEmpty && (
        <ListBar end={<SearchField name={importWords.search} />}>
          <Chips name={importWords.statuses} search="status" options={chips} />
        </ListBar>
      )}
      {error && !data ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <DataList
          name={importWords.title}
          rows={data?.data}
          columns={columns}
          keyOf={({ id }) => String(id)}
          nameOf={({ file_name }) => file_name ?? importWords.nameless}
          to={({ id }) => ({ to: '/imports/$id', params: { id: String(id) } })}
          narrow={(one) => ({
            title: <span dir="auto">{one.file_name ?? importWords.nameless}</span>,
            status: <Status one={one} />,
            below: importWords.rowLine({ total: one.total_rows, refused: one.refused }),
            end: <Moment at={one.datetime} />,
          })}
          paging={data?.meta}
          sort={usual}
          empty={
            isFiltered ? (
              <EmptyByFilter text={importWords.emptyByFilter} />
            ) : (
              <Empty
                icon="upload"
                title={importWords.emptyTitle}
                text={importWords.emptyText}
                action={<ChooseFile>{importWords.choose}</ChooseFile>}
              />
            )
          }
        />
      )}
    </Page>
  )
}

/** The segment that somebody came from to fill it. */
function Into({ id }: { id: number }) {
  const { data } = useQuery(segmentQuery(id))
  return data ? (
    <Note>
      {importWords.into} <bdi>{data.data.name}</bdi>.
    </Note>
  ) : null
}

const chips = [
  { value: 'all', label: importWords.all },
  { value: 'processing', label: importWords.processing },
  { value: 'finished', label: importWords.finished },
  { value: 'failed', label: importWords.failed },
  { value: 'cancelled', label: importWords.cancelled },
]

/** What a try would have come to is no count of contacts. */
function written(one: Import, value: number) {
  return one.dry_run ? <Amount value={null} why={importWords.tried} /> : <Amount value={value} />
}

const columns: Column<Import>[] = [
  {
    label: importWords.columnFile,
    sort: 'file_name',
    cell: ({ file_name }) => (
      <span className={css['fileName']} dir="auto">
        {file_name ?? importWords.nameless}
      </span>
    ),
  },
  { label: importWords.columnStatus, width: '170px', cell: (one) => <Status one={one} /> },
  {
    label: importWords.columnRows,
    sort: 'total_rows',
    align: 'end',
    width: '100px',
    cell: ({ total_rows }) => <Amount value={total_rows} />,
  },
  {
    label: importWords.columnNew,
    align: 'end',
    width: '100px',
    cell: (one) => written(one, one.created),
  },
  {
    label: importWords.columnUpdated,
    align: 'end',
    width: '100px',
    cell: (one) => written(one, one.updated),
  },
  {
    label: importWords.columnRefused,
    align: 'end',
    width: '100px',
    cell: ({ refused }) => (
      <span data-bad={refused > 0} className={css['figure']}>
        <Amount value={refused} />
      </span>
    ),
  },
  {
    label: importWords.columnWhen,
    sort: 'datetime',
    width: '150px',
    cell: ({ datetime }) => <Moment at={datetime} />,
  },
]
