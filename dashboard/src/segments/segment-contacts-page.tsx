import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { StatusMark } from '../statuses/status-mark.tsx'
import { DataList, type Column } from '../ui/data-list.tsx'
import { EmptyByFilter } from '../ui/empty.tsx'
import { Moment, PhoneNumber } from '../ui/formats.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { amount } from '../words/formats.ts'
import { segmentWords } from '../words/segments.ts'
import { segmentQuery } from '../api/shared-queries.ts'
import { contactsOfQuery } from './queries.ts'
import css from './segments.module.css'

const usual = { order_by: 'id', order_type: 'DESC' } as const

/** Who is in a segment now: where its number leads. */
export function SegmentContactsPage() {
  const { id } = useParams({ from: '/frame/segments/$id/contacts' })
  const search = useSearch({ from: '/frame/segments/$id/contacts' })
  const { data: segment } = useQuery(segmentQuery(Number(id)))
  const { data, error, refetch } = useQuery(contactsOfQuery(Number(id), search))
  const name = segment?.data.name ?? segmentWords.title
  return (
    <Page
      title={segment ? segmentWords.contactsTitle({ name }) : segmentWords.title}
      {...(data ? { count: amount(data.meta.total) } : {})}
      back={{ to: { to: '/segments/$id', params: { id } }, label: name }}
    >
      <ListBar end={<SearchField name={segmentWords.contactsSearch} />} />
      {error && !data ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <DataList
          name={segmentWords.contactsTitle({ name })}
          rows={data?.data}
          columns={columns}
          keyOf={(contact) => String(contact.id)}
          nameOf={(contact) => contact.name ?? contact.phone_number}
          to={(contact) => ({ to: '/contacts/$id', params: { id: String(contact.id) } })}
          narrow={(contact) => ({
            title: <Name contact={contact} />,
            status: <OptedOut contact={contact} />,
            below: <PhoneNumber number={contact.phone_number} />,
          })}
          paging={data?.meta}
          sort={usual}
          empty={<EmptyByFilter text={segmentWords.contactsNone} />}
        />
      )}
    </Page>
  )
}

type Contact = {
  name: string | null
  phone_number: string
  has_opted_out: boolean
  datetime: string
}

function Name({ contact }: { contact: Contact }) {
  return contact.name === null ? (
    <span className={css['dim']}>{segmentWords.nameless}</span>
  ) : (
    <span dir="auto">{contact.name}</span>
  )
}

function OptedOut({ contact }: { contact: Contact }) {
  return contact.has_opted_out ? <StatusMark of="contact" value="opted-out" /> : null
}

const columns: Column<Contact & { id: number }>[] = [
  {
    label: segmentWords.columnContact,
    sort: 'name',
    cell: (contact) => <Name contact={contact} />,
  },
  {
    label: segmentWords.columnNumber,
    cell: (contact) => (
      <span className={css['numberCell']}>
        <PhoneNumber number={contact.phone_number} /> <OptedOut contact={contact} />
      </span>
    ),
  },
  {
    label: segmentWords.columnAdded,
    sort: 'datetime',
    width: '160px',
    cell: (contact) => <Moment at={contact.datetime} />,
  },
]
