import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useLive } from '../api/events.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { Chips } from '../ui/chips.tsx'
import { DataList } from '../ui/data-list.tsx'
import { Empty, EmptyByFilter } from '../ui/empty.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSingleKeys } from '../ui/keys.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { CampaignDialogs } from './dialogs.tsx'
import { campaignsQuery, countsQuery, readStatus, type CampaignsSearch } from './queries.ts'
import { campaignColumns, campaignNarrow, linkOf } from './rows.tsx'

const route = getRouteApi('/frame/campaigns')
const liveMax = 25

/** All campaigns, each row saying what one would open it for. */
export function CampaignsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(campaignsQuery(search))
  const counts: Record<string, number> | undefined = useQuery(countsQuery(search.search)).data?.data
  const underWay = (data?.data ?? []).filter(({ status }) =>
    ['processing', 'scheduled', 'paused'].includes(status),
  )
  useLive(underWay.slice(0, liveMax).map(({ id }) => `campaign:${id}`))
  useSingleKeys({ n: () => void navigate({ to: '/campaigns/new' }) })
  const chips = Object.entries(campaignWords.chips).map(([value, label]) => ({
    value,
    label,
    count: counts?.[value === 'all' ? 'total' : value],
  }))
  return (
    <Page
      title={campaignWords.title}
      answer={counts && campaignWords.answer(startedOf(counts))}
      action={
        <ButtonLink to="/campaigns/new" leftSection={<Icon name="plus" size={18} />}>
          {campaignWords.newOne}
        </ButtonLink>
      }
    >
      <div>
        <ListBar end={<SearchField name={campaignWords.search} />}>
          <Chips name={campaignWords.filters} options={chips} search="status" />
        </ListBar>
        {error && !data ? (
          <Problem error={error} retry={() => void refetch()} />
        ) : (
          <DataList
            name={campaignWords.title}
            rows={data?.data}
            columns={campaignColumns}
            keyOf={({ id }) => String(id)}
            nameOf={({ name }) => name}
            to={linkOf}
            narrow={campaignNarrow}
            paging={data?.meta}
            sort={{ order_by: 'attention', order_type: 'DESC', label: campaignWords.usualOrder }}
            empty={<NothingHere search={search} />}
          />
        )}
      </div>
      <CampaignDialogs />
    </Page>
  )
}

function startedOf(counts: Record<string, number>) {
  return { sending: counts['processing'] ?? 0, waiting: counts['scheduled'] ?? 0 }
}

function NothingHere({ search }: { search: CampaignsSearch }) {
  const { search: text, page } = search
  const status = readStatus(search.status)
  if (text !== undefined) return <EmptyByFilter text={campaignWords.emptySearch({ text })} />
  if (status !== undefined)
    return <EmptyByFilter text={campaignWords.emptyBy[status] ?? campaignWords.emptyByFilter} />
  if (page !== undefined) return <EmptyByFilter text={campaignWords.emptyByFilter} />
  return (
    <Empty
      title={campaignWords.emptyTitle}
      text={campaignWords.emptyText}
      action={<ButtonLink to="/campaigns/new">{campaignWords.newOne}</ButtonLink>}
    />
  )
}
