import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import type { Column, NarrowRow } from '../ui/data-list.tsx'
import { Moment, PhoneNumber, useNow } from '../ui/formats.tsx'
import { SimTag } from '../statuses/sim-tag.tsx'
import { StatusMark } from '../statuses/status-mark.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { instantOf, moment } from '../words/formats.ts'
import { deviceNamesQuery, type Campaign, type Recipient } from './queries.ts'
import css from './recipients.module.css'
import { whyHeld } from './shown.ts'

export const textDialog = 'text'

/** The rows of recipients: who, what became of it, from which SIM, why, and when. */
export function useRecipientRows(campaign: Campaign) {
  const { data: devices } = useQuery(deviceNamesQuery)
  const now = useNow()
  const names = new Map(devices?.map(({ id, name }) => [id, name]))
  const columns: Column<Recipient>[] = [
    { label: words.columnContact, cell: (row) => <Who row={row} /> },
    { label: words.columnStatus, width: '120px', cell: (row) => <TextMark row={row} /> },
    {
      label: words.columnSim,
      width: '190px',
      cell: (row) => <Sim row={row} device={names.get(row.device_id)} />,
    },
    {
      label: words.columnWhy,
      cell: (row) => <span className={css['why']}>{whyOf(row, campaign, now)}</span>,
    },
    { label: words.columnAt, align: 'end', width: '150px', cell: (row) => <At row={row} /> },
  ]
  const narrow = (row: Recipient): NarrowRow => ({
    title: <span>{nameOf(row)}</span>,
    status: <TextMark row={row} />,
    below: whyOf(row, campaign, now) ?? <PhoneNumber number={row.phone_number} />,
    end: <At row={row} />,
  })
  return { columns, narrow, linkOf, nameOf }
}

/** The history of the text opens at the side. */
function linkOf({ sms_id }: Recipient): LinkProps {
  return {
    to: '.',
    search: ((before: object) => ({
      ...before,
      dialog: textDialog,
      about: String(sms_id),
    })) as never,
    resetScroll: false,
  }
}

function nameOf({ contact, phone_number }: Recipient): string {
  return contact?.name ?? phone_number
}

function Who({ row }: { row: Recipient }) {
  const name = row.contact?.name
  return (
    <span className={css['who']}>
      {name != null && <span dir="auto">{name}</span>}
      <span className={name == null ? undefined : css['number']}>
        <PhoneNumber number={row.phone_number} />
      </span>
    </span>
  )
}

export function TextMark({ row }: { row: Recipient }) {
  const { error_code } = row
  const reason = error_code === null ? undefined : words.reasons[error_code]
  return (
    <StatusMark
      of="sms"
      value={markOf(row)}
      {...(reason === undefined ? {} : { sentence: `${reason}.` })}
    />
  )
}

function markOf({ status, delivered_datetime, is_on_phone }: Recipient): string {
  if (status === 'sent' && delivered_datetime !== null) return 'delivered'
  return status === 'pending' && is_on_phone ? 'on-phone' : status
}

/** Only where a phone has or had it: what waits may still go to another. */
function Sim({ row, device }: { row: Recipient; device: string | undefined }) {
  if (row.status === 'cancelled' || device === undefined) return null
  return <SimTag device={device} sim={row.sim_subscription_id} />
}

/** Why it failed or was withdrawn; or what it waits for. */
function whyOf(row: Recipient, campaign: Campaign, now: Date): string | null {
  const { status, error_code, error, scheduled_datetime, is_on_phone } = row
  if (error_code !== null) return words.reasons[error_code] ?? error
  if (status !== 'pending') return error
  if (is_on_phone) return words.onPhone
  if (campaign.status === 'paused') return words.whenPaused
  if (campaign.hold) return whyHeld(campaign.hold)
  const due = instantOf(scheduled_datetime)
  return due > now ? words.fromTime({ time: moment(due, { now }) }) : words.inQueue
}

function At({ row }: { row: Recipient }) {
  const { delivered_datetime, finished_datetime, sent_datetime, status } = row
  const at = finished_datetime ?? delivered_datetime ?? (status === 'sent' ? sent_datetime : null)
  return at === null ? null : <Moment at={at} as="seconds" />
}
