import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ButtonLink } from '../ui/button-link.tsx'
import { Chips } from '../ui/chips.tsx'
import { useChoice } from '../ui/choice.ts'
import { DataList } from '../ui/data-list.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Empty, EmptyByFilter } from '../ui/empty.tsx'
import { Amount } from '../ui/formats.tsx'
import { useSingleKeys } from '../ui/keys.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Menu } from '../ui/menu.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useChangeSearch } from '../ui/search-state.ts'
import { contactWords } from '../words/contacts.ts'
import { BulkActs, BulkDialogs } from './bulk-acts.tsx'
import { ColumnsDialog } from './columns-dialog.tsx'
import { columnsOf, narrowOf } from './contact-columns.tsx'
import { NewContact } from './new-contact.tsx'
import {
  contactCountsQuery,
  contactsQuery,
  fieldsQuery,
  filterOf,
  type ContactsSearch,
  type Who,
} from './queries.ts'

/** How many fields are columns while nobody has chosen any. */
const usualColumns = 2
const noColumns = '-'

export function ContactsPage() {
  const search = useSearch({ from: '/frame/contacts' })
  const { data: all } = useQuery(contactCountsQuery(undefined))
  const adding = useDialog('new-contact')
  useSingleKeys({ n: () => adding.open() })
  const total = all?.data.total
  return (
    <Page
      title={contactWords.title}
      count={<Amount value={total} />}
      answer={
        all && all.data.total > 0
          ? contactWords.answer({ may: all.data.may_be_texted, total: all.data.total })
          : undefined
      }
      moves={<Moves isEmpty={total === 0} />}
      action={
        <Button variant={total === 0 ? 'default' : 'filled'} onClick={() => adding.open()}>
          {contactWords.newOne}
        </Button>
      }
    >
      <List search={search} isNew={total === 0} />
      <NewContact />
    </Page>
  )
}

function Moves({ isEmpty }: { isEmpty: boolean }) {
  const columns = useDialog('columns')
  const exporting = useDialog('export')
  const navigate = useNavigate()
  return (
    <Menu
      label={contactWords.moreActs}
      items={[
        {
          label: contactWords.import,
          icon: 'upload',
          onAct: () => void navigate({ to: '/imports' }),
        },
        ...(isEmpty
          ? []
          : [
              {
                label: contactWords.export,
                icon: 'download' as const,
                onAct: () => exporting.open('all'),
              },
              { label: contactWords.columns, icon: 'edit' as const, onAct: () => columns.open() },
            ]),
      ]}
    />
  )
}

type ListProps = { search: ContactsSearch & { columns?: string }; isNew: boolean }

function List({ search, isNew }: ListProps) {
  const { data, error, refetch } = useQuery(contactsQuery(search))
  const change = useChangeSearch()
  const fields = useFields(search.columns)
  const filter = filterOf(search)
  const choice = useChoice(JSON.stringify(filter))
  const exporting = useDialog('export')
  const total = data?.meta.total ?? 0
  const isChosen = choice.isAll || choice.keys.size > 0
  const who: Who =
    choice.isAll || !isChosen ? { filter } : { contacts_ids: [...choice.keys].map(Number) }
  // An export from the menu of the page is of all that is listed, whatever is chosen.
  const meant = exporting.about === 'all' ? { who: { filter }, total } : undefined
  if (error && !data) return <Problem error={error} retry={() => void refetch()} />
  return (
    <>
      <DataList
        name={contactWords.title}
        rows={data?.data}
        columns={columnsOf(fields)}
        keyOf={({ id }) => String(id)}
        nameOf={({ name, phone_number }) => name ?? phone_number}
        to={({ id }) => ({ to: '/contacts/$id', params: { id: String(id) } })}
        narrow={narrowOf(fields)}
        paging={data?.meta}
        sort={{ order_by: 'datetime', order_type: 'DESC' }}
        choice={choice}
        bulk={<BulkActs />}
        filter={isNew ? null : <Filter search={search.search} />}
        empty={isNew ? <NobodyYet /> : <EmptyByFilter text={contactWords.emptyByFilter} />}
      />
      <BulkDialogs
        {...(meant ?? { who, total: choice.totalOf(total) })}
        isChosen={isChosen || meant !== undefined}
        fields={fields}
        onStarted={choice.clear}
      />
      <ColumnsDialog
        shown={fields}
        onChoose={(keys) =>
          void change({
            dialog: undefined,
            columns: keys.length === 0 ? noColumns : keys.join(','),
          })
        }
      />
    </>
  )
}

function Filter({ search }: { search: string | undefined }) {
  const { data: counts } = useQuery(contactCountsQuery(search))
  return (
    <ListBar end={<SearchField name={contactWords.search} />}>
      <Chips
        name={contactWords.who}
        search="consent"
        options={[
          { value: 'all', label: contactWords.whoAll, count: counts?.data.total },
          {
            value: 'may_be_texted',
            label: contactWords.whoMay,
            count: counts?.data.may_be_texted,
          },
          { value: 'opted_out', label: contactWords.whoOptedOut, count: counts?.data.opted_out },
          {
            value: 'not_a_number',
            label: contactWords.whoCannot,
            count: counts?.data.cannot_be_sent_to,
          },
        ]}
      />
    </ListBar>
  )
}

/** The fields that are columns: those of the address, else the most common ones. */
function useFields(columns: string | undefined): string[] {
  const { data } = useQuery({ ...fieldsQuery(), enabled: columns === undefined })
  if (columns === noColumns) return []
  if (columns !== undefined) return columns.split(',').filter(Boolean)
  return (data?.data ?? []).slice(0, usualColumns).map(({ key }) => key)
}

function NobodyYet() {
  return (
    <Empty
      icon="audience"
      title={contactWords.emptyTitle}
      text={contactWords.emptyText}
      action={<ButtonLink to="/imports">{contactWords.emptyImport}</ButtonLink>}
    />
  )
}
