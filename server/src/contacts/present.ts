import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { Datetime, NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'
import { pendingStatuses } from '../messages/status.ts'
import type { Parameters } from './parameters.ts'

export const Contact = Type.Object({
  id: Type.Integer(),
  user_id: Type.Integer(),
  name: nullable(Type.String()),
  phone_number: Type.String({ description: 'In E.164; of a sender that is no number, as it came' }),
  custom_parameters: Type.Object(
    {},
    { additionalProperties: true, description: 'Texts, numbers and booleans by keys of your own' },
  ),
  continent_code: nullable(Type.String({ description: 'AF, AN, AS, EU, NA, OC or SA' })),
  country_code: nullable(Type.String({ description: 'ISO 3166 alpha-2, from the number' })),
  has_opted_out: Type.Boolean(),
  total_sent_sms: Type.Integer(),
  total_pending_sms: Type.Integer(),
  total_failed_sms: Type.Integer(),
  total_received_sms: Type.Integer(),
  last_sent_datetime: NullableDatetime,
  last_received_datetime: NullableDatetime,
  last_datetime: NullableDatetime,
  datetime: Datetime,
  revision: Type.Integer(),
  can_be_sent_to: Type.Boolean({ description: 'False for senders that are no number' }),
})

type Row = {
  id: number
  user_id: number
  name: string | null
  phone_number: string
  custom_parameters: Parameters
  continent_code: string | null
  country_code: string | null
  opted_out_at: Date | null
  total_sent: number
  total_pending: number
  total_failed: number
  total_received: number
  last_sent_at: Date | null
  last_received_at: Date | null
  changed_at: Date | null
  created_at: Date
  revision: number
  can_be_sent_to: boolean
}

/** The contacts of these ids, in no order, with what is pending of each counted now. */
export async function findContacts(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.user_id, c.name, c.phone_number, c.custom_parameters, c.continent_code, c.country_code,
           c.opted_out_at, c.total_sent, c.total_failed, c.total_received, c.last_sent_at, c.last_received_at,
           c.changed_at, c.created_at, c.revision, c.can_be_sent_to,
           (select count(*) from messages m
             where m.user_id = ${user_id} and m.contact_id = c.id
               and m.status in ${pendingStatuses}) as total_pending
      from contacts c
     where c.user_id = ${user_id} and c.id = any(${ids}::bigint[])`.execute(db)
  return rows
}

export function presentContact(row: Row) {
  return {
    id: row.id,
    user_id: row.user_id,
    name: row.name,
    phone_number: row.phone_number,
    custom_parameters: row.custom_parameters,
    continent_code: row.continent_code,
    country_code: row.country_code,
    has_opted_out: row.opted_out_at !== null,
    total_sent_sms: row.total_sent,
    total_pending_sms: row.total_pending,
    total_failed_sms: row.total_failed,
    total_received_sms: row.total_received,
    last_sent_datetime: wireDatetime(row.last_sent_at),
    last_received_datetime: wireDatetime(row.last_received_at),
    last_datetime: wireDatetime(row.changed_at),
    datetime: wireDatetime(row.created_at),
    revision: row.revision,
    can_be_sent_to: row.can_be_sent_to,
  }
}
