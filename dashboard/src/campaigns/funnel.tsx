import { Link, type LinkProps } from '@tanstack/react-router'
import { Card } from '../ui/card.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { amount, percent } from '../words/formats.ts'
import css from './funnel.module.css'
import type { Campaign } from './queries.ts'
import { badOptedOut } from './shown.ts'

type Step = {
  label: string
  value: number
  /** Of what it is a part. */
  of: number
  note: string
  hint?: string
  to?: LinkProps
  isBad?: boolean
}

/** From who matched to who answered, each a part of the one before. */
export function Funnel({ campaign }: { campaign: Campaign }) {
  return (
    <Card title={words.funnel} isFlush>
      <dl className={css['funnel']}>
        {stepsOf(campaign).map(({ label, value, of, note, hint, to, isBad = false }) => (
          <div key={label} className={css['step']}>
            <dt {...(hint === undefined ? {} : { 'data-hint': hint })}>{label}</dt>
            <dd className={css['value']} data-bad={isBad}>
              {to ? <Link {...to}>{amount(value)}</Link> : amount(value)}
            </dd>
            <dd className={css['note']}>
              <span className={css['track']} aria-hidden="true">
                <span
                  style={{ inlineSize: `${of === 0 ? 0 : Math.min(100, (value / of) * 100)}%` }}
                />
              </span>
              {note}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function stepsOf(campaign: Campaign): Step[] {
  const { total_recipients: toSend, excluded, total_sent_sms: sent, total_failed_sms } = campaign
  const { opted_out: optedOut, unusable_number: unusable } = excluded
  const left = optedOut + unusable
  const matched = toSend + left
  const delivered = campaign.total_delivered_sms ?? 0
  const replies = campaign.total_replies ?? 0
  const out = campaign.total_opted_out ?? 0
  const ofSent = (value: number) => words.ofSent({ share: percent(value, sent) })
  const rows = (status: string): LinkProps => ({ to: '.', search: { status }, resetScroll: false })
  return [
    { label: words.matched, value: matched, of: matched, note: words.matchedNote },
    {
      label: words.toSend,
      value: toSend,
      of: matched,
      note: words.leftOut({ total: left }),
      hint: words.leftOutHint({ optedOut, unusable }),
    },
    {
      label: words.sent,
      value: sent,
      of: toSend,
      note: percent(sent, toSend),
      ...(sent + total_failed_sms > 0 ? { to: rows('all') } : {}),
    },
    {
      label: words.delivered,
      value: delivered,
      of: sent,
      note: ofSent(delivered),
      hint: words.deliveredHint,
      ...(delivered > 0 ? { to: rows('delivered') } : {}),
    },
    {
      label: words.answered,
      value: replies,
      of: sent,
      note: ofSent(replies),
      hint: words.answeredHint,
    },
    {
      label: words.optedOut,
      value: out,
      of: sent,
      note: ofSent(out),
      hint: words.optedOutHint,
      isBad: sent > 0 && out / sent >= badOptedOut,
    },
  ]
}
