import type { ReactNode } from 'react'
import { Moment, useNow } from '../ui/formats.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { instantOf, moment } from '../words/formats.ts'
import type { Campaign } from './queries.ts'
import css from './rows.module.css'
import { secondsBetween, secondsUntil, whyHeld } from './shown.ts'

type TimeOfProps = {
  campaign: Campaign
  /** One line, for a row on a phone. */
  isShort?: boolean
}

/** What is left and when it is through; or when it was and how long it took; or why it waits, and until when. */
export function TimeOf({ campaign, isShort = false }: TimeOfProps) {
  const now = useNow()
  const [first, second] = linesOf(campaign, now)
  if (isShort) return <>{first}</>
  return (
    <span className={css['time']}>
      <span>{first}</span>
      {second !== null && <span className={css['dim']}>{second}</span>}
    </span>
  )
}

type Lines = [ReactNode, ReactNode]

function linesOf(campaign: Campaign, now: Date): Lines {
  const { status, scheduled_datetime, last_datetime, datetime } = campaign
  switch (status) {
    case 'processing':
      return linesOfRunning(campaign, now)
    case 'scheduled':
      return [<Moment key="at" at={scheduled_datetime} />, startsIn(scheduled_datetime, now)]
    case 'draft':
      return [<Moment key="at" at={last_datetime ?? datetime} />, campaignWords.edited]
    case 'paused':
      return campaign.hold
        ? linesOfHold(campaign.hold, now)
        : [<Moment key="at" at={last_datetime} />, campaignWords.pausedAt]
    case 'cancelled':
      return [<Moment key="at" at={campaign.finished_datetime} />, campaignWords.cancelledAt]
    case 'sent':
      return linesOfSent(campaign)
  }
}

function startsIn(datetime: string, now: Date): string {
  const seconds = secondsUntil(datetime, now)
  return seconds === 0 ? campaignWords.startsNow : campaignWords.startsIn({ seconds })
}

function linesOfRunning(campaign: Campaign, now: Date): Lines {
  const { hold, finish_datetime, total_pending_sms, total_recipients } = campaign
  if (hold) return linesOfHold(hold, now)
  if (total_pending_sms === 0 && total_recipients > 0) return [campaignWords.beingMade, null]
  if (finish_datetime == null) return [campaignWords.endUnknown, null]
  const seconds = secondsUntil(finish_datetime, now)
  if (seconds === 0) return [campaignWords.lastOnPhones, null]
  const time = moment(instantOf(finish_datetime), { now })
  return [campaignWords.left({ seconds }), campaignWords.aboutEnd({ time })]
}

function linesOfHold(hold: NonNullable<Campaign['hold']>, now: Date): Lines {
  const { until_datetime } = hold
  return [
    whyHeld(hold),
    until_datetime === null
      ? campaignWords.untilSomebody
      : campaignWords.untilTime({ time: moment(instantOf(until_datetime), { now }) }),
  ]
}

function linesOfSent({ finished_datetime, started_datetime, total_recipients }: Campaign): Lines {
  if (finished_datetime === null) return [null, null]
  const took =
    total_recipients === 0 || started_datetime === null
      ? campaignWords.nobody
      : campaignWords.took({ seconds: secondsBetween(started_datetime, finished_datetime) })
  return [<Moment key="at" at={finished_datetime} />, took]
}
