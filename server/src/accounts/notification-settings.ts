import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Tx } from '../db/transaction.ts'
import { newSecret } from './credentials.ts'
import { text } from '../http/field-readers.ts'
import { optional } from '../http/fields.ts'
import { list } from '../http/list-readers.ts'
import { nullable } from '../http/wire.ts'
import { hostProblem } from '../outgoing/post.ts'
import type { Account } from './service.ts'

// Where the owner is told of what happens; notices/send.ts does it.

const emailsMax = 5
const urlMax = 2000

export const NotificationSettings = {
  notification_emails: Type.Array(Type.String()),
  notification_webhook_url: nullable(Type.String()),
  notification_webhook_secret: nullable(
    Type.String({ description: 'What the notices posted to the webhook are signed with' }),
  ),
}

export const notificationFields = {
  notification_emails: optional(
    list(text({ max: 254, check: emailProblems }), {
      max: emailsMax,
      description: 'E-mail addresses that are told; replaces the list, and [] in JSON clears it',
    }),
  ),
  notification_webhook_url: optional(
    text({
      max: urlMax,
      clearable: true,
      check: webhookProblems,
      description: 'Where notices are posted to; another address has another secret',
    }),
  ),
}

export type NotificationChange = {
  notification_emails?: string[]
  notification_webhook_url?: string | null
}

export function presentNotificationSettings(account: Account) {
  const { notification_emails, notification_webhook_url, notification_webhook_secret } = account
  return { notification_emails, notification_webhook_url, notification_webhook_secret }
}

/** The columns of a change. An address that is new gets a secret of its own. */
export function notificationColumns(
  stored: Account,
  { notification_emails, notification_webhook_url: url }: NotificationChange,
) {
  const isNew = url !== undefined && url !== stored.notification_webhook_url
  return {
    ...(notification_emails ? { notification_emails: [...new Set(notification_emails)] } : {}),
    ...(isNew
      ? {
          notification_webhook_url: url,
          notification_webhook_secret: url === null ? null : newSecret('whs_'),
        }
      : {}),
  }
}

/** What was not yet told to an address that is none of the account's any more, is not told to it. */
export async function endOldAddresses(tx: Tx, user_id: number): Promise<void> {
  await sql`
    update notice_deliveries d set next_at = null, error = 'The address was removed from the account'
      from accounts a
     where d.user_id = ${user_id} and d.next_at is not null and a.user_id = d.user_id
       and not (d.channel = 'email' and d.address = any(a.notification_emails)
                or d.channel = 'webhook' and d.address is not distinct from a.notification_webhook_url)`.execute(
    tx,
  )
}

function emailProblems(address: string): string[] {
  return /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address)
    ? []
    : [`notification_emails must be e-mail addresses; "${address}" is none.`]
}

function webhookProblems(address: string): string[] {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    return ['notification_webhook_url must be an address that begins with https:// or http://.']
  }
  if (url.username !== '' || url.password !== '') {
    return ['notification_webhook_url cannot have a user name or a password in it.']
  }
  return []
}

/** Whether the installation lets it be reached is not to be seen from the field alone. */
export function webhookHostProblem(
  url: string | null | undefined,
  allowsPrivate: boolean,
): string | undefined {
  const problem = url ? hostProblem(new URL(url), { allowsPrivate }) : undefined
  return problem && `notification_webhook_url: ${problem}`
}
