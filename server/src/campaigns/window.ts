import { Type } from 'typebox'
import { quietHoursProblems, timeOfDay } from '../accounts/quiet-hours-fields.ts'
import type { Problem } from '../errors.ts'
import { choice, datetime } from '../http/field-readers.ts'
import { optional, type Reader } from '../http/fields.ts'
import { nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'

// When a campaign may be sent: outside its quiet hours, and until it expires.

const choices = ['account', 'own', 'off'] as const

export const windowFields = {
  expires_datetime: optional(
    clearableDatetime({ description: 'What has not left by then is cancelled' }),
  ),
  quiet_hours: optional(
    choice(choices, {
      description: "`account`: the account's; `own`: quiet_hours_start to _end; `off`: none",
    }),
  ),
  quiet_hours_start: optional(timeOfDay({ description: '`HH:MM`; with it, quiet_hours is `own`' })),
  quiet_hours_end: optional(timeOfDay({ description: '`HH:MM`' })),
}

export const Window = {
  expires_datetime: NullableDatetime,
  quiet_hours: Type.String({ enum: [...choices] }),
  quiet_hours_start: nullable(Type.String()),
  quiet_hours_end: nullable(Type.String()),
}

export type WindowFields = {
  expires_datetime?: Date | null
  quiet_hours?: (typeof choices)[number]
  quiet_hours_start?: string | null
  quiet_hours_end?: string | null
}

export type StoredWindow = {
  expires_at: Date | null
  quiet_hours: string
  quiet_hours_start: string | null
  quiet_hours_end: string | null
}

export const noWindow: StoredWindow = {
  expires_at: null,
  quiet_hours: 'account',
  quiet_hours_start: null,
  quiet_hours_end: null,
}

export function isWindowGiven(fields: WindowFields): boolean {
  const { expires_datetime, quiet_hours, quiet_hours_start, quiet_hours_end } = fields
  const given = [expires_datetime, quiet_hours, quiet_hours_start, quiet_hours_end]
  return given.some((one) => one !== undefined)
}

/**
 * The columns as they would then be, and what is wrong with them. `begins_at`: when the campaign is to be sent; null
 * when it is not.
 */
export function decideWindow(
  fields: WindowFields,
  stored: StoredWindow,
  { now, begins_at }: { now: Date; begins_at: Date | null },
): { columns: StoredWindow; problems: Problem[] } {
  const expires_at =
    fields.expires_datetime === undefined ? stored.expires_at : fields.expires_datetime
  const hours = decideHours(fields, stored)
  const isNew = fields.expires_datetime instanceof Date
  const problems = [
    ...hours.problems,
    ...expiryProblems(expires_at, { now, begins_at, isLooked: isNew || begins_at !== null }),
  ]
  return { columns: { expires_at, ...hours.columns }, problems }
}

export function presentWindow(row: StoredWindow) {
  return {
    expires_datetime: wireDatetime(row.expires_at),
    quiet_hours: row.quiet_hours,
    quiet_hours_start: row.quiet_hours_start,
    quiet_hours_end: row.quiet_hours_end,
  }
}

function decideHours(fields: WindowFields, stored: StoredWindow) {
  const isTimed = Boolean(fields.quiet_hours_start ?? fields.quiet_hours_end)
  const quiet_hours = fields.quiet_hours ?? (isTimed ? 'own' : stored.quiet_hours)
  if (quiet_hours !== 'own') {
    const columns = { quiet_hours, quiet_hours_start: null, quiet_hours_end: null }
    const title = `quiet_hours is ${quiet_hours}, so there can be no times. Leave them out, or give quiet_hours=own.`
    return { columns, problems: isTimed ? [{ title, field: 'quiet_hours' }] : [] }
  }
  const { quiet_hours_start: start, quiet_hours_end: end } = fields
  const columns = {
    quiet_hours,
    quiet_hours_start: start === undefined ? stored.quiet_hours_start : start,
    quiet_hours_end: end === undefined ? stored.quiet_hours_end : end,
  }
  if (columns.quiet_hours_start !== null || columns.quiet_hours_end !== null)
    return { columns, problems: quietHoursProblems(columns) }
  const title = 'quiet_hours_start is missing: quiet hours of its own have a start and an end.'
  return { columns, problems: [{ title, field: 'quiet_hours_start' }] }
}

function expiryProblems(
  expires_at: Date | null,
  { now, begins_at, isLooked }: { now: Date; begins_at: Date | null; isLooked: boolean },
): Problem[] {
  const field = 'expires_datetime'
  if (expires_at === null || !isLooked) return []
  if (expires_at <= now)
    return [{ title: 'expires_datetime has passed already: nothing would leave.', field }]
  return begins_at !== null && expires_at <= begins_at
    ? [{ title: 'expires_datetime must be after scheduled_datetime.', field }]
    : []
}

/** A time, or null where JSON clears it. */
function clearableDatetime(options: { description: string }): Reader<Date | null> {
  const reader = datetime(options)
  return {
    ...reader,
    takesEmpty: true,
    read: (given) => (given.value === null || given.value === '' ? null : reader.read(given)),
  }
}
