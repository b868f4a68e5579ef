import { Type } from 'typebox'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, IdAnswer, nullable, wireDatetime } from '../http/wire.ts'
import { accountChange, changeAccount } from './change.ts'
import { ConsentSettings, presentConsentSettings } from './consent-settings.ts'
import { NotificationSettings, presentNotificationSettings } from './notification-settings.ts'
import { presentRetentionSettings, RetentionSettings } from './retention-settings.ts'
import { getAccount } from './service.ts'
import { presentTextSettings, TextSettings } from './text-settings.ts'
import { presentTimeSettings, TimeSettings } from './time-settings.ts'

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
  confirmation_threshold: Type.Integer({
    description: 'An act on more contacts than this asks for their number in writing',
  }),
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
          confirmation_threshold: account.confirmation_threshold,
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
      await changeAccount(tx, context, user_id, change, expected_revision)
      return { data: { id: user_id } }
    },
  })
}
