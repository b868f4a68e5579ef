import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { optional, resource, type Values } from '../http/fields.ts'
import { integer, text } from '../http/field-readers.ts'
import { isCountryCode } from '../lib/countries.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkRevision } from '../lib/revision.ts'
import { consentFields, readConsentChange } from './consent-settings.ts'
import {
  endOldAddresses,
  notificationColumns,
  notificationFields,
  webhookHostProblem,
} from './notification-settings.ts'
import { restartRetention, retentionColumns, retentionFields } from './retention-settings.ts'
import { getAccount } from './service.ts'
import { textFields } from './text-settings.ts'
import { readTimeChange, timeFields } from './time-settings.ts'

/** Where and by which clock an account works. */
export const defaultsFields = {
  default_country: optional(
    text({ max: 2, clearable: true, description: 'ISO 3166 alpha-2, such as IT' }),
  ),
  timezone: optional(text({ min: 1, max: 64, description: 'IANA name, such as Europe/Rome' })),
}

export const accountChange = resource({
  name: optional(text({ min: 1, max: 255 })),
  email: optional(text({ max: 255, clearable: true })),
  ...defaultsFields,
  confirmation_threshold: optional(
    integer({
      min: 1,
      max: 1_000_000_000,
      description: 'An act on more contacts than this asks for their number in writing',
    }),
  ),
  ...consentFields,
  ...textFields,
  ...timeFields,
  ...retentionFields,
  ...notificationFields,
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

type AccountChange = Omit<Values<typeof accountChange>, 'expected_revision'>

/** Changes what is given, or throws all that is wrong with it. */
export async function changeAccount(
  tx: Tx,
  context: Context,
  user_id: number,
  change: AccountChange,
  expected_revision?: number,
): Promise<void> {
  const values = await readChange(tx, context, user_id, change)
  checkRevision(await lockAccount(tx, user_id), expected_revision)
  if (Object.keys(values).length === 0) return
  await tx
    .updateTable('accounts')
    .set({ ...values, revision: sql<number>`revision + 1`, changed_at: context.now() })
    .where('user_id', '=', user_id)
    .execute()
  if ('retention_text_days' in values || 'retention_sms_days' in values)
    await restartRetention(tx, user_id, context.now())
  if ('notification_emails' in values || 'notification_webhook_url' in values)
    await endOldAddresses(tx, user_id)
}

async function readChange(
  tx: Tx,
  context: Context,
  user_id: number,
  {
    name,
    email,
    default_country,
    timezone,
    smart_encoding,
    opt_out_footer,
    ...others
  }: AccountChange,
) {
  const { quiet_hours_start, quiet_hours_end, timezone_parameter, ...rest } = others
  const { retention_text_days, retention_sms_days, ...remaining } = rest
  const { notification_emails, notification_webhook_url, ...last } = remaining
  const { confirmation_threshold, ...consent } = last
  const problems = new ProblemList()
  const host = webhookHostProblem(
    notification_webhook_url,
    context.outside?.allows_private_addresses ?? false,
  )
  if (host !== undefined) problems.add({ title: host, field: 'notification_webhook_url' })
  const times = await readTimeChange(tx, user_id, {
    ...(quiet_hours_start === undefined ? {} : { quiet_hours_start }),
    ...(quiet_hours_end === undefined ? {} : { quiet_hours_end }),
    ...(timezone_parameter === undefined ? {} : { timezone_parameter }),
  })
  problems.addAll(times.problems)
  const settings = await readConsentChange(tx, user_id, consent)
  problems.addAll(settings.problems)
  const country = readCountry(default_country)
  if (default_country !== undefined && country === undefined)
    problems.add({
      title: `default_country must be an ISO 3166 code of two letters, such as IT; "${default_country}" is none.`,
      field: 'default_country',
    })
  const zone = timezone === undefined ? undefined : await readTimezone(tx, timezone)
  if (timezone !== undefined && zone === undefined)
    problems.add({
      title: `timezone must be an IANA name such as Europe/Rome; "${timezone}" is none.`,
      field: 'timezone',
    })
  problems.throwIfAny()
  return {
    ...settings.columns,
    ...times.columns,
    ...retentionColumns({
      ...(retention_text_days === undefined ? {} : { retention_text_days }),
      ...(retention_sms_days === undefined ? {} : { retention_sms_days }),
    }),
    ...notificationColumns(await getAccount(tx, user_id), {
      ...(notification_emails === undefined ? {} : { notification_emails }),
      ...(notification_webhook_url === undefined ? {} : { notification_webhook_url }),
    }),
    ...(name === undefined ? {} : { name }),
    ...(confirmation_threshold === undefined ? {} : { confirmation_threshold }),
    ...(email === undefined ? {} : { email }),
    ...(country === undefined ? {} : { default_country: country }),
    ...(zone === undefined ? {} : { timezone: zone }),
    ...(smart_encoding === undefined ? {} : { smart_encoding }),
    ...(opt_out_footer === undefined ? {} : { opt_out_footer }),
  }
}

function readCountry(code: string | null | undefined): string | null | undefined {
  const upper = code?.toUpperCase()
  return upper === undefined || isCountryCode(upper) ? (upper ?? code) : undefined
}

/**
 * The name as the time zone database writes it, if both JavaScript and the database of the budgets know it. An offset
 * such as +02:00 is no zone: it knows no summer.
 */
async function readTimezone(tx: Tx, name: string): Promise<string | undefined> {
  const zone = zoneOf(name)
  if (zone === undefined) return undefined
  const { rows } = await sql<{ name: string }>`
    select name from pg_timezone_names where lower(name) in (${zone.toLowerCase()}, ${name.toLowerCase()})
     order by lower(name) = ${zone.toLowerCase()} desc limit 1`.execute(tx)
  return rows[0]?.name
}

function zoneOf(name: string): string | undefined {
  try {
    if (/^[A-Za-z]/.test(name))
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    // Not a zone: said by the caller.
  }
  return undefined
}

async function lockAccount(tx: Tx, user_id: number): Promise<number> {
  const { revision } = await tx
    .selectFrom('accounts')
    .select('revision')
    .where('user_id', '=', user_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return revision
}
