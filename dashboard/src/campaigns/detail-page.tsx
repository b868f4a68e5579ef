import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useLive } from '../api/events.ts'
import { StatusMark } from '../statuses/status-mark.tsx'
import { Bars } from '../ui/bars.tsx'
import { useNow } from '../ui/formats.tsx'
import { Page } from '../ui/page.tsx'
import { Part } from '../ui/part.tsx'
import { Problem } from '../ui/problem.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { instantOf, momentInWords } from '../words/formats.ts'
import css from './detail.module.css'
import { DetailMoves, MainMove } from './detail-moves.tsx'
import { CampaignDialogs } from './dialogs.tsx'
import { Funnel } from './funnel.tsx'
import { HoldNote } from './hold-note.tsx'
import { NotStarted } from './not-started.tsx'
import { ProgressCard } from './progress-card.tsx'
import { campaignQuery, deviceNamesQuery, segmentNameQuery, type Campaign } from './queries.ts'
import { Recipients } from './recipients.tsx'
import { hasStarted, madeFor, markOf, whyHeld } from './shown.ts'
import { BySim, Failures, Timeline } from './statistics.tsx'
import { TextCard } from './text-card.tsx'

const route = getRouteApi('/frame/campaigns/$id')

/** One campaign: how far it is, what became of it, from where, why not, and each of its texts. */
export function CampaignPage() {
  const id = Number(route.useParams().id)
  const { data, error, refetch } = useQuery(campaignQuery(id))
  useLive([`campaign:${id}`])
  const back = { to: { to: '/campaigns' }, label: words.back } as const
  if (error && !data) {
    return (
      <Page title={words.loading} back={back}>
        <Problem error={error} retry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) {
    return (
      <Page title={words.loading} back={back}>
        <Bars name={words.loading} total={6} />
      </Page>
    )
  }
  return <Detail campaign={data.data} back={back} />
}

type DetailProps = { campaign: Campaign; back: { to: { to: '/campaigns' }; label: string } }

function Detail({ campaign, back }: DetailProps) {
  const navigate = useNavigate()
  const { id, name, hold } = campaign
  const mark = markOf(campaign)
  return (
    <Page
      title={name}
      back={back}
      mark={
        <StatusMark
          of="campaign"
          value={mark}
          isReachable
          {...(mark === 'held' && hold ? { sentence: `${whyHeld(hold)}.` } : {})}
        />
      }
      answer={<Answer campaign={campaign} />}
      moves={<DetailMoves campaign={campaign} />}
      action={<MainMove campaign={campaign} />}
    >
      {hold && <HoldNote hold={hold} />}
      {hasStarted(campaign) ? <Started campaign={campaign} /> : <NotStarted campaign={campaign} />}
      <CampaignDialogs key={id} id={id} onRemoved={() => void navigate({ to: '/campaigns' })} />
    </Page>
  )
}

function Started({ campaign }: { campaign: Campaign }) {
  return (
    <>
      <ProgressCard campaign={campaign} />
      <div className={css['columns']}>
        <div className={css['main']}>
          <Funnel campaign={campaign} />
          <Part name={words.timeline({ seconds: 0 })}>
            <Timeline campaign={campaign} />
          </Part>
          <TextCard content={campaign.content} />
        </div>
        <div className={css['side']}>
          <Part name={words.bySim}>
            <BySim campaign={campaign} />
          </Part>
          <Part name={words.failures}>
            <Failures campaign={campaign} />
          </Part>
        </div>
      </div>
      <Recipients campaign={campaign} />
    </>
  )
}

/** When it began or begins, and whom it is for. */
function Answer({ campaign }: { campaign: Campaign }) {
  const now = useNow()
  const to = useAudience(campaign)
  const { started_datetime, scheduled_datetime, status } = campaign
  const isPretend = useIsPretend(campaign)
  return (
    <>
      {sentence()}
      {isPretend && <strong className={css['pretend']}> {words.pretend}</strong>}
    </>
  )

  function sentence(): string {
    const inWords = (datetime: string) => momentInWords(instantOf(datetime), { now })
    if (started_datetime !== null) return words.started({ time: inWords(started_datetime), to })
    if (status === 'scheduled') return words.starts({ time: inWords(scheduled_datetime), to })
    return words.notSent({ to })
  }
}

function useAudience(campaign: Campaign): string {
  const id = Number(campaign.segment)
  const isSaved = Number.isSafeInteger(id) && id > 0
  const { data } = useQuery({ ...segmentNameQuery(isSaved ? id : 0), enabled: isSaved })
  return isSaved && data ? words.toSegment({ name: data.data.name }) : madeFor(campaign)
}

function useIsPretend({ sims }: Campaign): boolean {
  const { data } = useQuery(deviceNamesQuery)
  const pretend = new Set(data?.filter((one) => one.is_pretend).map(({ id }) => String(id)))
  return sims.some((sim) => pretend.has(sim.split(':')[0] ?? ''))
}
