import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ButtonLink } from '../ui/button-link.tsx'
import { Chips } from '../ui/chips.tsx'
import { DataList, type Column } from '../ui/data-list.tsx'
import { Empty, EmptyByFilter } from '../ui/empty.tsx'
import { Amount, Moment } from '../ui/formats.tsx'
import { Icon } from '../ui/icon.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { amount } from '../words/formats.ts'
import { segmentWords } from '../words/segments.ts'
import { ruleOf } from './draft.ts'
import { type Segment } from '../api/shared-queries.ts'
import { segmentsQuery } from './queries.ts'
import css from './segments.module.css'

const usual = { order_by: 'id', order_type: 'DESC' } as const

/** All segments, with who is meant in words. */
export function SegmentsPage() {
  const search = useSearch({ from: '/frame/segments' })
  const { data, error, refetch } = useQuery(segmentsQuery(search))
  const isFiltered = search.search !== undefined || search.type !== undefined
  const isEmpty = data?.meta.total === 0 && !isFiltered
  const action = <NewSegment />
  return (
    <Page
      title={segmentWords.title}
      {...(data ? { count: amount(data.meta.total) } : {})}
      action={isEmpty ? undefined : action}
    >
      {!isEmpty && (
        <ListBar end={<SearchField name={segmentWords.search} />}>
          <Chips
            name={segmentWords.kinds}
            search="type"
            options={[
              { value: 'all', label: segmentWords.kindAll },
              { value: 'filter', label: segmentWords.kind.filter },
              { value: 'custom', label: segmentWords.kind.custom },
              { value: 'bulk', label: segmentWords.kind.bulk },
            ]}
          />
        </ListBar>
      )}
      {error && !data ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <DataList
          name={segmentWords.title}
          rows={data?.data}
          columns={columns}
          keyOf={({ id }) => String(id)}
          nameOf={({ name }) => name}
          to={({ id }) => ({ to: '/segments/$id', params: { id: String(id) } })}
          narrow={(segment) => ({
            title: <span dir="auto">{segment.name}</span>,
            below: <span dir="auto">{ruleOf(segment)}</span>,
            end: <Amount value={segment.total_contacts} />,
          })}
          paging={data?.meta}
          sort={usual}
          empty={
            isFiltered ? (
              <EmptyByFilter text={segmentWords.emptyByFilter} />
            ) : (
              <Empty
                title={segmentWords.emptyTitle}
                text={segmentWords.emptyText}
                action={action}
              />
            )
          }
        />
      )}
    </Page>
  )
}

function NewSegment() {
  return (
    <ButtonLink
      to="/segments/$id"
      params={{ id: 'new' }}
      leftSection={<Icon name="plus" size={16} />}
    >
      {segmentWords.newOne}
    </ButtonLink>
  )
}

const columns: Column<Segment>[] = [
  {
    label: segmentWords.columnName,
    sort: 'name',
    cell: (segment) => (
      <span className={css['named']}>
        <span className={css['segmentName']} dir="auto">
          {segment.name}
        </span>
        <span className={css['ruleText']} dir="auto">
          {ruleOf(segment)}
        </span>
      </span>
    ),
  },
  {
    label: segmentWords.columnKind,
    width: '120px',
    cell: ({ type }) => segmentWords.kind[type],
  },
  {
    label: segmentWords.columnContacts,
    sort: 'total_contacts',
    align: 'end',
    width: '120px',
    cell: ({ total_contacts }) => <Amount value={total_contacts} />,
  },
  {
    label: segmentWords.columnChanged,
    sort: 'last_datetime',
    width: '160px',
    cell: ({ last_datetime, datetime }) => <Moment at={last_datetime ?? datetime} />,
  },
]
