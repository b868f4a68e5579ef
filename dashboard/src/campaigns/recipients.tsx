import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Card } from '../ui/card.tsx'
import { Chips } from '../ui/chips.tsx'
import { DataList } from '../ui/data-list.tsx'
import { EmptyByFilter } from '../ui/empty.tsx'
import { Icon } from '../ui/icon.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useChangeSearch } from '../ui/search-state.ts'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { recipientsQuery, type Campaign, type RecipientsSearch } from './queries.ts'
import { useRecipientRows } from './recipient-rows.tsx'
import css from './recipients.module.css'
import { partsOf } from './shown.ts'
import { TextDrawer } from './text-drawer.tsx'
import { useRecipientsFile } from './recipients-file.ts'

const route = getRouteApi('/frame/campaigns/$id')

/** Each text of a campaign, by what became of it. */
export function Recipients({ campaign }: { campaign: Campaign }) {
  const search = route.useSearch()
  const { id, status } = campaign
  const isUnderWay = status === 'processing'
  const { data, error, refetch } = useQuery(recipientsQuery(id, asked(search), isUnderWay))
  const { columns, narrow, linkOf, nameOf } = useRecipientRows(campaign)
  return (
    <Card title={words.recipients} isFlush action={<Export id={id} search={search} />}>
      <div className={css['bar']}>
        <ListBar end={<SearchField name={words.recipientSearch} />}>
          <Chips
            name={words.recipientFilters}
            options={chipsOf(campaign)}
            search="status"
            clears={['reason']}
          />
        </ListBar>
        {search.reason !== undefined && <OnlyReason reason={search.reason} />}
      </div>
      {error && !data ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <DataList
          name={words.recipientsList}
          rows={data?.data}
          columns={columns}
          keyOf={({ sms_id }) => String(sms_id)}
          nameOf={nameOf}
          to={linkOf}
          narrow={narrow}
          paging={data?.meta}
          empty={<NobodyHere campaign={campaign} search={search} />}
        />
      )}
      <TextDrawer />
    </Card>
  )
}

type Search = ReturnType<typeof route.useSearch>

/** What of the address says which rows are shown. */
function asked({ page, results_per_page, search, status, reason }: Search): RecipientsSearch {
  return {
    ...(page === undefined ? {} : { page }),
    ...(results_per_page === undefined ? {} : { results_per_page }),
    ...(search === undefined ? {} : { search }),
    ...(status === undefined ? {} : { status }),
    ...(reason === undefined ? {} : { reason }),
  }
}

function chipsOf(campaign: Campaign) {
  const parts = partsOf(campaign)
  const { total_recipients } = campaign
  const counts: Record<string, number> = { ...parts, all: total_recipients }
  return Object.entries(words.chips).map(([value, label]) => ({
    value,
    label,
    count: counts[value],
  }))
}

/** The failures of one kind only, and the way back to all. */
function OnlyReason({ reason }: { reason: string }) {
  const change = useChangeSearch()
  return (
    <p className={css['only']}>
      {words.onlyReason({ reason: words.reasons[reason] ?? reason })}
      <button type="button" onClick={() => void change({ reason: undefined, page: undefined })}>
        {words.allReasons}
      </button>
    </p>
  )
}

function NobodyHere({ campaign, search }: { campaign: Campaign; search: Search }) {
  const { status, reason, search: term, page } = search
  const isFiltered = [status, reason, term, page].some((one) => one !== undefined)
  if (isFiltered) return <EmptyByFilter text={words.noneLike} />
  const { total_recipients, total_pending_sms, total_sent_sms, total_failed_sms } = campaign
  const isMade = total_pending_sms + total_sent_sms + total_failed_sms > 0
  const text =
    total_recipients === 0 ? words.noRecipients : isMade ? words.rowsGone : words.notMadeYet
  return <p className={css['none']}>{text}</p>
}

function Export({ id, search }: { id: number; search: Search }) {
  const { isWriting, write } = useRecipientsFile(id, asked(search))
  return (
    <Button
      variant="default"
      leftSection={<Icon name="download" size={18} />}
      aria-disabled={isWriting}
      onClick={write}
    >
      {isWriting ? words.exporting : words.exportCsv}
    </Button>
  )
}
