import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Tx } from '../db/transaction.ts'
import { text } from '../http/field-readers.ts'
import { optional } from '../http/fields.ts'
import { nullable } from '../http/wire.ts'
import type { Account } from './service.ts'

// How long what was sent and received is kept; retention/ does it.

const daysMax = 3650

export const RetentionSettings = {
  retention_text_days: nullable(
    Type.Integer({
      description: 'After so many days the words of a text are deleted; null: never',
    }),
  ),
  retention_sms_days: nullable(
    Type.Integer({ description: 'After so many days all of it is deleted; null: never' }),
  ),
}

const days = (description: string) =>
  optional({
    ...text({ max: 20, clearable: true, check: daysProblems }),
    schema: Type.Integer({ minimum: 1, maximum: daysMax, description }),
  })

export const retentionFields = {
  retention_text_days: days('Days, 1 to 3650, after which words are deleted; empty: never'),
  retention_sms_days: days('Days, 1 to 3650, after which all of it is deleted; empty: never'),
}

export type RetentionChange = {
  retention_text_days?: string | null
  retention_sms_days?: string | null
}

export function presentRetentionSettings(account: Account) {
  const { retention_text_days, retention_sms_days } = account
  return { retention_text_days, retention_sms_days }
}

export function retentionColumns({ retention_text_days, retention_sms_days }: RetentionChange) {
  return {
    ...(retention_text_days === undefined
      ? {}
      : { retention_text_days: toDays(retention_text_days) }),
    ...(retention_sms_days === undefined ? {} : { retention_sms_days: toDays(retention_sms_days) }),
  }
}

/** What is kept from now on is gone through from its beginning, and at once. */
export async function restartRetention(tx: Tx, user_id: number, now: Date): Promise<void> {
  await sql`
    update account_chores set next_at = ${now}, state = '{}'
     where user_id = ${user_id} and chore in ('texts', 'rows')`.execute(tx)
}

function daysProblems(written: string): string[] {
  const isDays =
    /^\s*[0-9]{1,9}\s*$/.test(written) && Number(written) >= 1 && Number(written) <= daysMax
  return isDays
    ? []
    : [`"${written}" is no number of days: give a whole number from 1 to ${daysMax}, or nothing.`]
}

const toDays = (written: string | null) => (written === null ? null : Number(written))
