import { sql } from 'kysely'
import { ensureContacts, type KnownNumber } from '../contacts/ensure.ts'
import type { Tx } from '../db/transaction.ts'
import { countParts } from '../lib/parts.ts'
import { insertMessages, type NewMessage } from '../messages/insert.ts'
import { optedOutError } from '../messages/status.ts'
import { compileTemplate } from '../templates/template.ts'

export type SmsRequest = {
  numbers: readonly KnownNumber[]
  content: string
  device_id: number
  sim_subscription_id: number
  send_at: Date
}

type ContactForText = {
  id: number
  phone_number: string
  name: string | null
  country_code: string | null
  custom_parameters: Record<string, string | number | boolean>
}

/**
 * Queues one message for each number of each request and answers the ids, in order. Numbers we do not know become
 * contacts; one that has opted out gets a failed message with that reason. Many requests share the same few statements.
 */
export async function queueSms(
  tx: Tx,
  user_id: number,
  requests: readonly SmsRequest[],
  now: Date,
): Promise<number[][]> {
  const numbers = new Map(
    requests.flatMap((request) =>
      request.numbers.map((number) => [number.phone_number, number] as const),
    ),
  )
  const contacts = await ensureContacts(tx, user_id, [...numbers.values()], now)
  const templates = new Map(requests.map(({ content }) => [content, compileTemplate(content)]))
  const isPersonal = [...templates.values()].some(({ hasVariables }) => hasVariables)
  const details = isPersonal
    ? await findDetails(
        tx,
        user_id,
        [...contacts.values()].map(({ id }) => id),
      )
    : new Map<number, ContactForText>()

  const messages = requests.flatMap((request) =>
    request.numbers.map(({ phone_number }): NewMessage => {
      const contact = contacts.get(phone_number)
      const template = templates.get(request.content)
      if (!contact || !template) throw new Error('Every number has just been made a contact')
      const detail = details.get(contact.id)
      const rendered = template.render({
        name: detail?.name ?? null,
        phone_number,
        country_code: detail?.country_code ?? null,
        custom_parameters: detail?.custom_parameters ?? {},
      })
      const content = typeof rendered === 'string' ? rendered : request.content
      const problem = typeof rendered === 'string' ? null : rendered.error
      return {
        contact_id: contact.id,
        phone_number,
        device_id: request.device_id,
        sim_subscription_id: request.sim_subscription_id,
        content,
        parts: countParts(content).parts,
        send_at: request.send_at,
        error: contact.opted_out_at ? optedOutError : problem,
      }
    }),
  )
  const ids = await insertMessages(tx, user_id, messages, now)
  let start = 0
  return requests.map(({ numbers: ofRequest }) => ids.slice(start, (start += ofRequest.length)))
}

async function findDetails(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
): Promise<Map<number, ContactForText>> {
  const rows = await tx
    .selectFrom('contacts')
    .select(['id', 'phone_number', 'name', 'country_code', 'custom_parameters'])
    .where('user_id', '=', user_id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  // Checked when it was written: an object of texts, numbers and booleans.
  return new Map(rows.map((row) => [row.id, row as ContactForText]))
}
