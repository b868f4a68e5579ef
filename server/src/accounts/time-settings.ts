import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { Problem } from '../errors.ts'
import { text } from '../http/field-readers.ts'
import { optional } from '../http/fields.ts'
import { nullable } from '../http/wire.ts'
import { quietHoursProblems, timeOfDay } from './quiet-hours-fields.ts'
import { getAccount, type Account } from './service.ts'

// When nobody is written to, by the clock of each recipient.

const Time = (description: string) => nullable(Type.String({ description }))

export const TimeSettings = {
  quiet_hours_start: Time("`HH:MM` by the recipient's clock; nobody is written to from then on"),
  quiet_hours_end: Time('`HH:MM`; before the start it is the next morning'),
  timezone_parameter: nullable(
    Type.String({ description: 'The custom parameter that names the time zone of a contact' }),
  ),
}

export const timeFields = {
  quiet_hours_start: optional(timeOfDay({ description: '`HH:MM`; empty in JSON: no quiet hours' })),
  quiet_hours_end: optional(timeOfDay({ description: '`HH:MM`; empty in JSON: no quiet hours' })),
  timezone_parameter: optional(
    text({
      max: 64,
      clearable: true,
      description: 'A custom parameter with IANA names, such as `timezone`, before the number',
    }),
  ),
}

export type TimeChange = {
  quiet_hours_start?: string | null
  quiet_hours_end?: string | null
  timezone_parameter?: string | null
}

/** The columns of a change, or what is wrong with the quiet hours as they would then be. */
export async function readTimeChange(
  db: Db,
  user_id: number,
  change: TimeChange,
): Promise<{ columns: TimeChange; problems: Problem[] }> {
  const { quiet_hours_start: start, quiet_hours_end: end, timezone_parameter } = change
  const columns = timezone_parameter === undefined ? {} : { timezone_parameter }
  if (start === undefined && end === undefined) return { columns, problems: [] }
  // Clearing one clears both.
  const isCleared = (start ?? null) === null && (end ?? null) === null
  const stored = isCleared ? noTimes : await getAccount(db, user_id)
  const times = {
    quiet_hours_start: start === undefined ? stored.quiet_hours_start : start,
    quiet_hours_end: end === undefined ? stored.quiet_hours_end : end,
  }
  return { columns: { ...columns, ...times }, problems: quietHoursProblems(times) }
}

const noTimes = { quiet_hours_start: null, quiet_hours_end: null }

export function presentTimeSettings(account: Account) {
  const { quiet_hours_start, quiet_hours_end, timezone_parameter } = account
  return { quiet_hours_start, quiet_hours_end, timezone_parameter }
}
