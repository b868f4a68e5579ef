import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { optional, resource } from '../http/fields.ts'
import { integer, text } from '../http/field-readers.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, IdAnswer, nullable, wireDatetime } from '../http/wire.ts'
import { isCountryCode } from '../lib/countries.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkRevision } from '../lib/revision.ts'
import {
  consentFields,
  ConsentSettings,
  presentConsentSettings,
  readConsentChange,
  type ConsentChange,
} from './consent-settings.ts'
import {
  endOldAddresses,
  notificationColumns,
  notificationFields,
  NotificationSettings,
  presentNotificationSettings,
  webhookHostProblem,
  type NotificationChange,
} from './notification-settings.ts'
import {
  presentRetentionSettings,
  restartRetention,
  retentionColumns,
  retentionFields,
  RetentionSettings,
  type RetentionChange,
} from './retention-settings.ts'
import { getAccount } from './service.ts'
import { presentTextSettings, textFields, TextSettings } from './text-settings.ts'
import {
  presentTimeSettings,
  readTimeChange,
  timeFields,
  TimeSettings,
  type TimeChange,
} from './time-settings.ts'

const tag = 'account'

const Account = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  email: nullable(Type.String()),
  default_country: nullable(
    Type.String({ description: 'ISO 3166 alpha-2; national numbers are read in it' }),
  ),
  timezone: Type.String({ description: 'IANA name, such as Europe/Rome; the clock of budgets' }),
  datetime: Datetime,
  revision: Type.Integer(),
  ...ConsentSettings,
  ...TextSettings,
  ...TimeSettings,
  ...RetentionSettings,
  ...NotificationSettings,
})

const accountChange = resource({
  name: optional(text({ min: 1, max: 255 })),
  email: optional(text({ max: 255, clearable: true })),
  default_country: optional(
    text({ max: 2, clearable: true, description: 'ISO 3166 alpha-2, such as IT' }),
  ),
  timezone: optional(text({ min: 1, max: 64, description: 'IANA name, such as Europe/Rome' })),
  ...consentFields,
  ...textFields,
  ...timeFields,
  ...retentionFields,
  ...notificationFields,
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

export function accountRoutes(api: Api): void {
  const { context } = api
  readRoute(api, {
    url: '/api/account',
    tag,
    summary: 'Get the account',
    response: dataOf(Account),
    handle: async ({ user_id }) => {
      const account = await getAccount(context.db, user_id)
      return {
        data: {
          id: user_id,
          name: account.name,
          email: account.email,
          default_country: account.default_country,
          timezone: account.timezone,
          datetime: wireDatetime(account.created_at),
          revision: account.revision,
          ...presentConsentSettings(account),
          ...presentTextSettings(account),
          ...presentTimeSettings(account),
          ...presentRetentionSettings(account),
          ...presentNotificationSettings(account),
        },
      }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/account',
    tag,
    summary: 'Change the account',
    body: accountChange,
    response: IdAnswer,
    handle: async (tx, { user_id, fields: { expected_revision, ...change } }) => {
      const values = await readChange(tx, context, user_id, change)
      checkRevision(await lockAccount(tx, user_id), expected_revision)
      if (Object.keys(values).length === 0) return { data: { id: user_id } }
      await tx
        .updateTable('accounts')
        .set({ ...values, revision: sql<number>`revision + 1`, changed_at: context.now() })
        .where('user_id', '=', user_id)
        .execute()
      if ('retention_text_days' in values || 'retention_sms_days' in values)
        await restartRetention(tx, user_id, context.now())
      if ('notification_emails' in values || 'notification_webhook_url' in values)
        await endOldAddresses(tx, user_id)
      return { data: { id: user_id } }
    },
  })
}

type Change = ConsentChange &
  TimeChange &
  RetentionChange &
  NotificationChange & {
    name?: string
    email?: string | null
    default_country?: string | null
    timezone?: string
    smart_encoding?: boolean
    opt_out_footer?: string | null
  }

async function readChange(
  tx: Tx,
  context: Context,
  user_id: number,
  { name, email, default_country, timezone, smart_encoding, opt_out_footer, ...others }: Change,
) {
  const { quiet_hours_start, quiet_hours_end, timezone_parameter, ...rest } = others
  const { retention_text_days, retention_sms_days, ...remaining } = rest
  const { notification_emails, notification_webhook_url, ...consent } = remaining
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
