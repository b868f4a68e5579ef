import { sql } from 'kysely'
import type { MessageStatus as StoredStatus, PhoneState } from '../db/schema.generated.ts'

export type MessageStatus = StoredStatus

/** What the API says for each status inside. */
export const wireStatus = {
  waiting: 'pending',
  queued: 'pending',
  held: 'pending',
  dispatched: 'pending',
  sent: 'sent',
  delivered: 'sent',
  failed: 'failed',
  cancelled: 'cancelled',
  received: 'received',
} as const satisfies Record<MessageStatus, string>

/** What the API shows as `pending`, for SQL: `m.status in ${pendingStatuses}`. */
export const pendingStatuses = sql.raw(
  `(${Object.entries(wireStatus)
    .filter(([, word]) => word === 'pending')
    .map(([status]) => `'${status}'`)
    .join(', ')})`,
)

/** What no phone has taken yet, for SQL. */
export const untakenStatuses = sql.raw(`('waiting', 'queued', 'held')`)

/** What a message `m` becomes that goes on, for SQL: one whose text its flow never made waits for that first. */
export const queuedOrWaiting = sql.raw(
  `case when m.content is null and m.flow_id is not null then 'waiting' else 'queued' end::message_status`,
)

export const optedOutError = 'The contact has opted out'

/** A state as the app reports it. */
export const reportedStates = [
  'Pending',
  'Processed',
  'Sent',
  'Delivered',
  'Failed',
  'Cancelled',
] as const
export type ReportedState = (typeof reportedStates)[number]

export type Report = {
  state: ReportedState
  error: string | null
  /** When the phone says that it reached Sent and Delivered; null when it does not say. */
  sent_at: Date | null
  delivered_at: Date | null
}

/** A report as it came with the token of a device. */
export type PhoneReport = Report & { device_id: number; id: number; handover_key: number }

/** What the merging of a report looks at and may change. */
export type Standing = {
  status: MessageStatus
  phone_state: PhoneState | null
  dispatched_at: Date | null
  sent_at: Date | null
  delivered_at: Date | null
  may_have_gone_out: boolean
  error: string | null
  parts: number
  /** The phone was not to send it later than that. */
  valid_until: Date | null
  /** How often it was queued again by itself; null is never. */
  requeues: number | null
}

/** `again`: the phone says in time that it has not sent the message, so that it may go out under a new wire id. */
export type Merged = Partial<Standing> | 'again' | undefined

const dayMs = 24 * 3600 * 1000
/** What the app reports for a text that it got past its `validUntil`, and so did not send. */
const expiredError = /TTL expired/i
/** What it reports when Android or the network took nothing, because too much was sent of late. */
const limitError = /RESULT_ERROR_LIMIT_EXCEEDED|RESULT_RIL_REQUEST_RATE_LIMITED/i
/** A message is queued again by itself no more often than this. */
const requeuesMax = 5

/** True when a phone says that its SIM was refused for its limits. */
export function isRefusedForLimits({ state, error }: Report): boolean {
  return state === 'Failed' && error !== null && limitError.test(error)
}

/**
 * Merges a report into what we know, never backwards: Pending < Processed < Sent < Delivered; a failure is believed
 * unless the text was delivered; what went out after a withdrawal or after we had given it up did go out. Undefined:
 * nothing changes (a repeat, or an older snapshot that came late). Source: the protocol, section 6.2.
 */
export function mergeReport(standing: Standing, report: Report, now: Date): Merged {
  switch (report.state) {
    case 'Pending':
      return standing.status === 'dispatched' && standing.phone_state === null
        ? { phone_state: 'accepted' }
        : undefined
    case 'Processed':
      return standing.status === 'dispatched' && standing.phone_state !== 'processed'
        ? { phone_state: 'processed' }
        : undefined
    case 'Sent':
      return mergeSent(standing, report, now)
    case 'Delivered':
      return mergeDelivered(standing, report, now)
    case 'Failed':
      return mergeFailed(standing, report, now)
    case 'Cancelled':
      // What Android has taken cannot be cancelled: this is an older snapshot.
      return standing.status === 'dispatched' && standing.phone_state !== 'processed'
        ? {
            status: 'cancelled',
            phone_state: 'cancelled',
            error: 'The message was cancelled on the phone',
          }
        : undefined
  }
}

function mergeSent(standing: Standing, report: Report, now: Date): Merged {
  const { status, phone_state } = standing
  if (status === 'delivered' || status === 'received') return undefined
  // The phone never takes a failure back: this is an older snapshot.
  if (phone_state === 'failed') return undefined
  if (status === 'sent' && standing.error === null) return undefined
  return {
    status: 'sent',
    phone_state: 'sent',
    sent_at: standing.sent_at ?? report.sent_at ?? now,
    error: null,
    may_have_gone_out: false,
  }
}

function mergeDelivered(standing: Standing, report: Report, now: Date): Merged {
  const { status, phone_state } = standing
  if (status === 'received' || (status === 'delivered' && standing.delivered_at !== null))
    return undefined
  const delivered_at = report.delivered_at ?? now
  // A part that arrived does not undo that another failed: both facts are kept.
  if (phone_state === 'failed') return standing.delivered_at === null ? { delivered_at } : undefined
  return {
    status: 'delivered',
    phone_state: 'delivered',
    sent_at: standing.sent_at ?? report.sent_at ?? delivered_at,
    delivered_at,
    error: null,
    may_have_gone_out: false,
  }
}

function mergeFailed(standing: Standing, report: Report, now: Date): Merged {
  const { status, phone_state } = standing
  const error = report.error ?? 'The phone could not send the message'
  if (expiredError.test(error)) return mergeUnknown(standing, now)
  if (status === 'received' || phone_state === 'failed') return undefined
  if (status === 'delivered') return standing.error === null ? { error } : undefined
  // After Sent some of its parts are out. Where the failure overtakes that report, it tells of it by its time.
  const has_sent = report.sent_at !== null
  if (!has_sent && isRefusedForLimits(report) && mayGoAgain(standing)) return 'again'
  return {
    status: 'failed',
    phone_state: 'failed',
    error,
    may_have_gone_out: phone_state === 'sent' || has_sent,
    ...(has_sent && standing.sent_at === null ? { sent_at: report.sent_at } : {}),
  }
}

/** Nothing of it can be out: of a text with several parts, some may be. */
function mayGoAgain({ status, phone_state, parts, requeues }: Standing): boolean {
  const isUnsent = status === 'dispatched' && phone_state !== 'sent' && parts === 1
  return isUnsent && (requeues ?? 0) < requeuesMax
}

/** The answer of a phone that got the message too late or did not know what it was asked about, and has not sent it. */
function mergeUnknown(standing: Standing, now: Date): Merged {
  const { status, dispatched_at, valid_until, requeues } = standing
  if (status !== 'dispatched') return undefined
  if (valid_until !== null && (requeues ?? 0) >= requeuesMax) {
    return {
      status: 'failed',
      phone_state: 'failed',
      error:
        'The phone said each time that it was too late to send the message; its clock may be wrong',
      may_have_gone_out: false,
    }
  }
  if (dispatched_at && now.getTime() - dispatched_at.getTime() < dayMs) return 'again'
  return {
    status: 'failed',
    phone_state: 'failed',
    error: 'The phone lost the message; it may have gone out',
    may_have_gone_out: true,
  }
}
