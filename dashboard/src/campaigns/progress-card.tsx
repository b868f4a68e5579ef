import { useEffect } from 'react'
import { announce } from '../ui/announce.tsx'
import { useNow } from '../ui/formats.tsx'
import { StackedBar } from '../ui/stacked-bar.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { amount, duration, instantOf, moment, momentInWords } from '../words/formats.ts'
import { uiWords } from '../words/ui.ts'
import css from './progress-card.module.css'
import type { Campaign } from './queries.ts'
import { partsOf, secondsBetween, secondsUntil } from './shown.ts'

/** The big number, what is left, and the bar with its legend. */
export function ProgressCard({ campaign }: { campaign: Campaign }) {
  const { total_sent_sms: sent, total_recipients: total } = campaign
  const parts = partsOf(campaign)
  // What is read aloud belongs to the browser; it rests between two sentences by itself.
  useEffect(() => announce(words.sentSoFar({ sent, total })), [sent, total])
  return (
    <section
      className={css['card']}
      aria-label={words.progress}
      data-still={campaign.status !== 'processing' && campaign.status !== 'sent'}
    >
      <div className={css['row']}>
        <p className={css['big']}>
          <strong>{amount(sent)}</strong> {words.bigOf({ total })}
        </p>
        <p className={css['left']}>
          <Left campaign={campaign} />
        </p>
      </div>
      <StackedBar
        hasLegend
        total={total}
        parts={[
          { kind: 'delivered', value: parts.delivered, label: uiWords.delivered },
          { kind: 'sent', value: parts.sent, label: uiWords.sentNoReport },
          { kind: 'failed', value: parts.failed, label: uiWords.failed },
          { kind: 'cancelled', value: parts.cancelled, label: uiWords.cancelled },
          { kind: 'waiting', value: parts.waiting, label: uiWords.waiting },
        ]}
      />
    </section>
  )
}

function Left({ campaign }: { campaign: Campaign }) {
  const now = useNow()
  const { status, finish_datetime, rate_per_minute, finished_datetime, hold } = campaign
  if (finished_datetime !== null) return <Over campaign={campaign} now={now} />
  if (status === 'paused' && !hold) return <>{words.whilePaused}</>
  if (finish_datetime == null) return null
  const time = moment(instantOf(finish_datetime), { now })
  const seconds = secondsUntil(finish_datetime, now)
  if (seconds === 0) return null
  return (
    <>
      <strong>{duration(seconds)}</strong>{' '}
      {rate_per_minute != null && rate_per_minute > 0 && words.leftAt({ rate: rate_per_minute })}{' '}
      <strong>{words.about({ time })}</strong>
    </>
  )
}

function Over({ campaign, now }: { campaign: Campaign; now: Date }) {
  const { status, started_datetime, finished_datetime } = campaign
  if (finished_datetime === null || started_datetime === null) return null
  const time = momentInWords(instantOf(finished_datetime), { now })
  if (status === 'cancelled') return <>{words.stopped({ time })}</>
  const seconds = secondsBetween(started_datetime, finished_datetime)
  return (
    <>
      <strong>{words.took({ seconds })}</strong>, {words.through({ time })}
    </>
  )
}
