import { sql } from 'kysely'
import { Type } from 'typebox'
import { invalidField } from '../errors.ts'
import { optional, resource } from '../http/fields.ts'
import { integer, text } from '../http/field-readers.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, IdAnswer, nullable, wireDatetime } from '../http/wire.ts'
import { isCountryCode } from '../lib/countries.ts'
import { checkRevision } from '../lib/revision.ts'
import { getAccount } from './service.ts'

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
})

const accountChange = resource({
  name: optional(text({ min: 1, max: 255 })),
  email: optional(text({ max: 255, clearable: true })),
  default_country: optional(
    text({ max: 2, clearable: true, description: 'ISO 3166 alpha-2, such as IT' }),
  ),
  timezone: optional(text({ min: 1, max: 64, description: 'IANA name, such as Europe/Rome' })),
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
      const country = readCountry(change.default_country)
      const timezone = readTimezone(change.timezone)
      const { revision } = await getAccount(tx, user_id)
      checkRevision(revision, expected_revision)
      const values = { ...change, ...country, ...timezone }
      if (Object.keys(values).length === 0) return { data: { id: user_id } }
      await tx
        .updateTable('accounts')
        .set({ ...values, revision: sql<number>`revision + 1`, changed_at: context.now() })
        .where('user_id', '=', user_id)
        .execute()
      return { data: { id: user_id } }
    },
  })
}

function readCountry(code: string | null | undefined): { default_country?: string | null } {
  if (code === undefined) return {}
  if (code === null) return { default_country: null }
  const upper = code.toUpperCase()
  if (!isCountryCode(upper))
    throw invalidField(
      'default_country',
      `default_country must be an ISO 3166 code of two letters, such as IT; "${code}" is none.`,
    )
  return { default_country: upper }
}

/** The name as the time zone database writes it. An offset such as +02:00 is no zone: it knows no summer. */
function readTimezone(name: string | undefined): { timezone?: string } {
  if (name === undefined) return {}
  try {
    if (/^[A-Za-z]/.test(name))
      return {
        timezone: new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone,
      }
  } catch {
    // Not a zone: said below.
  }
  throw invalidField(
    'timezone',
    `timezone must be an IANA name such as Europe/Rome; "${name}" is none.`,
  )
}
