import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLive } from '../api/events.ts'
import { overviewQuery } from '../api/shared-queries.ts'
import { StatusMark } from '../statuses/status-mark.tsx'
import { Card } from '../ui/card.tsx'
import { Moment, Rate, useNow } from '../ui/formats.tsx'
import { NewsLine } from '../ui/news-line.tsx'
import { StackedBar } from '../ui/stacked-bar.tsx'
import { amount, daysBetween, duration, instantOf } from '../words/formats.ts'
import { homeWords as words } from '../words/home.ts'
import { PauseButton } from './pause-button.tsx'
import { runningQuery, type Campaign } from './queries.ts'
import css from './running.module.css'

const shownMax = 5
/** A share of failures up to it is usual. */
const failingShare = 0.05

/** What is sending now: how far it is, how fast, and when it is through or why it waits. */
export function Running() {
  const { data, refetch } = useSuspenseQuery(runningQuery)
  const { data: overview } = useQuery(overviewQuery)
  const campaigns = data.data.slice(0, shownMax)
  useLive(campaigns.map(({ id }) => `campaign:${id}`))
  const known = new Set(data.data.map(({ id }) => id))
  const started = overview?.data.running.filter((id) => !known.has(id)).length ?? 0
  return (
    <Card
      title={words.running}
      isFlush
      action={
        <Link to="/campaigns" className={css['all']}>
          {words.allCampaigns}
        </Link>
      }
    >
      <NewsLine
        text={started > 0 ? words.started({ total: started }) : undefined}
        onShow={() => void refetch()}
      />
      {campaigns.length === 0 ? (
        <p className={css['none']}>{words.nothingRuns}</p>
      ) : (
        <ul className={css['list']}>
          {campaigns.map((campaign) => (
            <Row key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Row({ campaign }: { campaign: Campaign }) {
  const { id, name, status, hold, rate_per_minute } = campaign
  const isHeld = status === 'processing' && hold != null
  const isSending = status === 'processing' && !isHeld
  return (
    <li className={css['row']}>
      <div className={css['name']}>
        <Link to="/campaigns/$id" params={{ id: String(id) }}>
          {name}
        </Link>
        <StatusMark of="campaign" value={isHeld ? 'held' : status} />
      </div>
      <Progress campaign={campaign} />
      <span className={css['rate']}>{isSending && <Rate value={rate_per_minute} />}</span>
      <div className={css['time']}>
        <Time campaign={campaign} />
      </div>
      <PauseButton campaign={campaign} />
    </li>
  )
}

function Progress({ campaign }: { campaign: Campaign }) {
  const { total_sent_sms: sent, total_failed_sms: failed, total_pending_sms: pending } = campaign
  const delivered = campaign.total_delivered_sms ?? 0
  const cancelled = campaign.total_cancelled_sms ?? 0
  const total = Math.max(campaign.total_recipients, sent + failed + pending + cancelled)
  return (
    <div className={css['progress']}>
      <StackedBar
        isDecoration
        total={total}
        parts={[
          { kind: 'delivered', value: delivered, label: words.delivered },
          { kind: 'sent', value: Math.max(0, sent - delivered), label: words.sent },
          { kind: 'failed', value: failed, label: words.failedPart },
          { kind: 'cancelled', value: cancelled, label: words.cancelled },
        ]}
      />
      <p className={css['count']}>
        <strong>{amount(sent)}</strong> {words.ofTotal({ total })}
        {failed > 0 && (
          <span className={css['failed']} data-bad={failed > failingShare * (sent + failed)}>
            , {words.failed({ failed })}
          </span>
        )}
      </p>
    </div>
  )
}

/** Time left and the forecast, or why it waits and until when. */
function Time({ campaign: { status, hold, finish_datetime } }: { campaign: Campaign }) {
  const now = useNow()
  if (status !== 'processing') return <span>{words.over[status] ?? ''}</span>
  if (hold != null) {
    return (
      <>
        <span>{words.holds[hold.reason] ?? hold.title}</span>
        {hold.until_datetime !== null && (
          <span className={css['forecast']}>
            {words.until} <Soon at={hold.until_datetime} />
          </span>
        )}
      </>
    )
  }
  if (finish_datetime == null) return <span>{words.noForecast}</span>
  const seconds = Math.max(0, (instantOf(finish_datetime).getTime() - now.getTime()) / 1000)
  return (
    <>
      <span>{words.left({ time: duration(Math.max(60, seconds)) })}</span>
      <span className={css['forecast']}>
        {words.about} <Soon at={finish_datetime} />
      </span>
    </>
  )
}

/** `18:22`, `tomorrow at 06:20`. */
function Soon({ at }: { at: string }) {
  const now = useNow()
  const isToday = daysBetween(now, instantOf(at)) === 0
  return <Moment at={at} as={isToday ? 'row' : 'words'} />
}
