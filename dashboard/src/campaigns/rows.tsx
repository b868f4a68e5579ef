import type { LinkProps } from '@tanstack/react-router'
import type { Column, NarrowRow } from '../ui/data-list.tsx'
import { Percent, Rate } from '../ui/formats.tsx'
import { StackedBar } from '../ui/stacked-bar.tsx'
import { StatusMark } from '../statuses/status-mark.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { percent } from '../words/formats.ts'
import { uiWords } from '../words/ui.ts'
import { CampaignMenu } from './campaign-menu.tsx'
import { PauseButton } from './pause-button.tsx'
import type { Campaign } from './queries.ts'
import css from './rows.module.css'
import { badFailed, badOptedOut, hasStarted, madeFor, markOf, partsOf, whyHeld } from './shown.ts'
import { TimeOf } from './time-of.tsx'

/** A draft is opened where it is written, everything else where it is told of. */
export function linkOf({ id, status }: Campaign): LinkProps {
  const params = { id: String(id) }
  if (status !== 'draft') return { to: '/campaigns/$id', params }
  return { to: '/campaigns/$id/edit/$step', params: { ...params, step: 'audience' } }
}

const rowVerbs = ['edit', 'test', 'duplicate', 'retry', 'cancel', 'delete'] as const

export const campaignColumns: Column<Campaign>[] = [
  {
    label: campaignWords.columnCampaign,
    sort: 'name',
    cell: ({ name, content }) => (
      <span className={css['campaign']}>
        <span className={css['name']}>{name}</span>
        <span className={css['text']}>{firstLine(content)}</span>
      </span>
    ),
  },
  { label: campaignWords.columnStatus, width: '112px', cell: (campaign) => <Mark {...campaign} /> },
  {
    label: campaignWords.columnSent,
    sort: 'total_sent_sms',
    width: '190px',
    cell: (campaign) => <SentOf campaign={campaign} />,
  },
  {
    label: campaignWords.columnFailed,
    align: 'end',
    width: '76px',
    cell: (campaign) => <Failed campaign={campaign} />,
  },
  {
    label: campaignWords.columnOptedOut,
    align: 'end',
    width: '88px',
    cell: (campaign) => (
      <Share part={campaign.total_opted_out} of={campaign.total_sent_sms} badFrom={badOptedOut} />
    ),
  },
  {
    label: campaignWords.columnRate,
    align: 'end',
    width: '76px',
    cell: (campaign) => (campaign.status === 'processing' ? <RateOf {...campaign} /> : null),
  },
  {
    label: campaignWords.columnTime,
    width: '168px',
    cell: (campaign) => <TimeOf campaign={campaign} />,
  },
  {
    label: campaignWords.columnActs,
    isLabelHidden: true,
    align: 'end',
    width: '92px',
    cell: (campaign) => <Acts campaign={campaign} />,
  },
]

/** A campaign on a phone: name and status above, how far it is and its time below. */
export function campaignNarrow(campaign: Campaign): NarrowRow {
  const { name, total_sent_sms, total_recipients, total_failed_sms } = campaign
  const tried = total_sent_sms + total_failed_sms
  const isFailing = tried > 0 && total_failed_sms / tried >= badFailed
  return {
    title: <span className={css['name']}>{name}</span>,
    status: <Mark {...campaign} />,
    below: hasStarted(campaign) ? (
      <>
        <span className={css['figures']}>
          {campaignWords.sentOf({ sent: total_sent_sms, total: total_recipients })}
        </span>
        {isFailing && (
          <span className={css['bad']}>
            {campaignWords.failedShare({ share: percent(total_failed_sms, tried) })}
          </span>
        )}
      </>
    ) : (
      madeFor(campaign)
    ),
    end: <TimeOf campaign={campaign} isShort />,
    act: <Acts campaign={campaign} />,
  }
}

function Acts({ campaign }: { campaign: Campaign }) {
  return (
    <span className={css['acts']}>
      <PauseButton campaign={campaign} />
      <CampaignMenu campaign={campaign} verbs={rowVerbs} />
    </span>
  )
}

function Mark(campaign: Campaign) {
  const { hold } = campaign
  const value = markOf(campaign)
  return (
    <StatusMark
      of="campaign"
      value={value}
      {...(value === 'held' && hold ? { sentence: `${whyHeld(hold)}.` } : {})}
    />
  )
}

/** The bar stands where something is still to come, or was not to. */
function SentOf({ campaign }: { campaign: Campaign }) {
  if (campaign.status === 'draft') return <span className={css['dim']}>{madeFor(campaign)}</span>
  if (!hasStarted(campaign)) return <span className={css['dim']}>{madeFor(campaign)}</span>
  const { total_sent_sms, total_recipients, status } = campaign
  const { sent, of } = campaignWords.sentOfTotal({ sent: total_sent_sms, total: total_recipients })
  return (
    <span className={css['sent']} data-live={status === 'processing' && campaign.hold == null}>
      {status !== 'sent' && <Progress campaign={campaign} />}
      <span className={css['figures']}>
        {sent} <span className={css['dim']}>{of}</span>
      </span>
    </span>
  )
}

function Progress({ campaign }: { campaign: Campaign }) {
  const { delivered, sent, failed, waiting, cancelled } = partsOf(campaign)
  return (
    <StackedBar
      isDecoration
      total={campaign.total_recipients}
      parts={[
        { kind: 'delivered', value: delivered, label: uiWords.delivered },
        { kind: 'sent', value: sent, label: uiWords.sentNoReport },
        { kind: 'failed', value: failed, label: uiWords.failed },
        { kind: 'cancelled', value: cancelled, label: uiWords.cancelled },
        { kind: 'waiting', value: waiting, label: uiWords.waiting },
      ]}
    />
  )
}

function Failed({ campaign }: { campaign: Campaign }) {
  const { total_sent_sms, total_failed_sms } = campaign
  return (
    <Share part={total_failed_sms} of={total_sent_sms + total_failed_sms} badFrom={badFailed} />
  )
}

function Share({
  part = 0,
  of,
  badFrom,
}: {
  part: number | undefined
  of: number
  badFrom: number
}) {
  return of === 0 ? null : <Percent part={part} total={of} badFrom={badFrom} />
}

function RateOf({ rate_per_minute, hold }: Campaign) {
  return <Rate value={hold != null || rate_per_minute === 0 ? null : rate_per_minute} />
}

function firstLine(content: string): string {
  return content.trimStart().split('\n', 1)[0] ?? ''
}
