import { sql, type RawBuilder } from 'kysely'

// Why texts failed or were cancelled: a few kinds, each with words for a person. What a phone reports is free text, mostly
// with the name that Android has for the error; the rest are sentences of our own.

export type Reason = {
  code: string
  title: string
  /** Whether sending it again may help. */
  is_retryable: boolean
  /** A regular expression over `error`, which looks away from letter case. */
  pattern: string
}

const notMade = '^The text (is too long|is empty|has a NUL|has a mistake|cannot be)'

const failures: Reason[] = [
  {
    code: 'no_service',
    title: 'No service',
    is_retryable: true,
    pattern: 'NO_SERVICE|NETWORK_NOT_READY',
  },
  {
    code: 'radio_off',
    title: 'The phone was in flight mode',
    is_retryable: true,
    pattern: 'RADIO_OFF|RADIO_NOT_AVAILABLE',
  },
  {
    code: 'too_fast',
    title: 'Sent too fast for Android or the network',
    is_retryable: true,
    pattern: 'LIMIT_EXCEEDED|REQUEST_RATE_LIMITED',
  },
  {
    code: 'number_not_allowed',
    title: 'The SIM may not write to this number',
    is_retryable: false,
    pattern: 'FDN_CHECK_FAILURE|SHORT_CODE_N|INVALID_ARGUMENTS',
  },
  // The status of a delivery report (GSM 03.40): from 64 on nobody tries again.
  {
    code: 'undeliverable',
    title: 'Number not in use, or out of reach for too long',
    is_retryable: false,
    pattern: 'Delivery result from .*: (6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])$',
  },
  {
    code: 'no_sim',
    title: 'The SIM was not in the phone',
    is_retryable: true,
    pattern: 'SIM [0-9]+ not found|No SIMs found|SIM_ABSENT|NO_DEFAULT_SMS_APP',
  },
  {
    code: 'no_permission',
    title: 'The app lacks a permission on the phone',
    is_retryable: true,
    pattern: 'permission|USER_NOT_ALLOWED|OPERATION_NOT_ALLOWED',
  },
  {
    code: 'phone_clock',
    title: 'The phone took each offer for too late; its clock may be wrong',
    is_retryable: true,
    pattern: 'its clock may be wrong',
  },
  {
    code: 'refused',
    title: 'Refused by the network',
    is_retryable: true,
    pattern:
      'GENERIC_FAILURE|NETWORK_REJECT|NETWORK_ERR|SEND_FAIL|ACCESS_BARRED|SMSC_ADDRESS|BLOCKED_DUE|Delivery result',
  },
  {
    code: 'phone_fault',
    title: 'The phone could not send it',
    is_retryable: true,
    pattern: 'RESULT_|could not send the message|sendSMS',
  },
  {
    code: 'phone_removed',
    title: 'Its phone was removed',
    is_retryable: true,
    pattern: '^The device was deleted',
  },
  {
    code: 'too_long_for_sim',
    title: 'Longer than its SIM may send',
    is_retryable: true,
    pattern: 'and its SIM may send no more than',
  },
  {
    code: 'not_made',
    title: 'No text could be made for this contact',
    is_retryable: false,
    pattern: notMade,
  },
  {
    code: 'opted_out',
    title: 'Opted out',
    is_retryable: false,
    pattern: '^The contact has opted out',
  },
]

const unknown = {
  code: 'unknown',
  title: 'It may have gone out: nobody knows',
  is_retryable: false,
  pattern: '',
}
const other = { code: 'other', title: 'Another reason', is_retryable: true, pattern: '' }

const cancellations: Reason[] = [
  {
    code: 'opted_out',
    title: 'Opted out',
    is_retryable: false,
    pattern: '^The contact has opted out',
  },
  {
    code: 'cancelled',
    title: 'Cancelled by a person',
    is_retryable: false,
    pattern: '^The campaign was cancelled|cancelled on the phone',
  },
  { code: 'expired', title: 'It was too late', is_retryable: false, pattern: 'expired' },
  { code: 'deleted', title: 'Deleted', is_retryable: false, pattern: 'deleted' },
  {
    code: 'number_not_allowed',
    title: 'The number cannot be sent to',
    is_retryable: false,
    pattern: 'cannot be sent to',
  },
]

/** Every kind of failure. */
export const failureReasons: readonly Reason[] = [...failures, unknown, other]
/** Every kind of cancellation. */
export const cancelReasons: readonly Reason[] = [
  ...cancellations,
  { ...other, is_retryable: false },
]

export const reasonCodes = [
  ...new Set([...failureReasons, ...cancelReasons].map(({ code }) => code)),
]
export const retryableCodes = failureReasons.flatMap((one) => (one.is_retryable ? one.code : []))

/** True where a text failed because it could not be made: what is stored is what it was to be made from. */
export function wasNotMade(error: string | null): boolean {
  return error !== null && new RegExp(notMade).test(error)
}

/** In SQL: the kind of a message `m` that failed or was cancelled; null for any other. */
export const reasonCode = sql<string | null>`
  case m.status when 'failed' then case when m.may_have_gone_out then 'unknown' ${cases(failures)} else 'other' end
                when 'cancelled' then case ${cases(cancellations)} else 'other' end end`

/**
 * In SQL: a failed message `m` that is sent again together with others: not one that may have gone out, or whose text was
 * never made or is no longer kept, or that would fail for the same reason, or whose contact has opted out since. `codes`
 * are some of `retryableCodes`.
 */
export const isRetryable = (
  user_id: number,
  codes: readonly string[] | null = null,
): RawBuilder<boolean> => sql`
  (m.status = 'failed' and not m.may_have_gone_out and m.content is distinct from ''
   and ${reasonCode} = any(${codes ?? retryableCodes}::text[])
   and not exists (select from contacts o
                    where o.user_id = ${user_id} and o.id = m.contact_id
                      and (o.opted_out_at is not null or not o.can_be_sent_to)))`

function cases(reasons: readonly Reason[]): RawBuilder<unknown> {
  return sql.join(
    reasons.map(
      ({ code, pattern }) => sql`when m.error ~* ${sql.lit(pattern)} then ${sql.lit(code)}`,
    ),
    sql` `,
  )
}
