import { sql, type SqlBool } from 'kysely'
import { flagFilter, searchIn } from '../http/filters.ts'
import type { Filter, ListSpec } from '../http/list.ts'
import { continentCodes, isCountryCode } from '../lib/countries.ts'
import { pendingStatuses } from '../messages/status.ts'
import { searchNumbers } from './search.ts'

/** What lists of contacts are searched, filtered and ordered by. */
export function contactList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`c.${name}`) })
  const nullable = (name: string) => ({ by: sql.ref(`c.${name}`), isNullable: true })
  const contacts = sql`
    select id, phone_number, can_be_sent_to, name_folded, country_code, continent_code, opted_out_at, total_sent,
           total_failed, total_received, last_sent_at, last_received_at, changed_at, created_at
      from contacts where user_id = ${user_id}`
  return {
    from: sql`(${contacts}) c`,
    id: sql.ref<number>('c.id'),
    search: {
      phone_number: searchNumbers(sql.ref('c.phone_number'), sql.ref('c.can_be_sent_to')),
      name: searchIn(sql.ref('c.name_folded')),
    },
    filters: {
      has_opted_out: flagFilter(sql<boolean>`(c.opted_out_at is not null)`, 'Who has opted out'),
      can_be_sent_to: flagFilter(
        sql.ref<boolean>('c.can_be_sent_to'),
        'Whose number is one; senders such as MYBANK cannot be written to',
      ),
      may_be_texted: flagFilter(
        sql<boolean>`(c.opted_out_at is null and c.can_be_sent_to)`,
        'Who gets what is sent to many',
      ),
      continent_code: continentFilter,
      country_code: countryFilter,
    },
    orders: {
      id: column('id'),
      contact_id: column('id'),
      name: nullable('name_folded'),
      phone_number: column('phone_number'),
      last_sent_datetime: nullable('last_sent_at'),
      last_received_datetime: nullable('last_received_at'),
      datetime: column('created_at'),
      last_datetime: nullable('changed_at'),
      total_sent_sms: column('total_sent'),
      total_pending_sms: {
        by: sql`coalesce(pending.total, 0)`,
        // Both sides in order are merged: 0.7 s for a million of each, where hashing took 1.1.
        from: sql`(${contacts} order by id) c
          left join (select contact_id, count(*) as total from messages
                      where user_id = ${user_id} and status in ${pendingStatuses}
                      group by contact_id order by contact_id) pending on pending.contact_id = c.id`,
      },
      total_failed_sms: column('total_failed'),
      total_received_sms: column('total_received'),
    },
    datetimes: {
      datetime: sql.ref('c.created_at'),
      last_datetime: sql.ref('c.changed_at'),
      last_sent_datetime: sql.ref('c.last_sent_at'),
      last_received_datetime: sql.ref('c.last_received_at'),
    },
  }
}

const continentFilter: Filter = {
  description: 'The continent of the number',
  allowed: `one of ${continentCodes.join(', ')}`,
  read: (text) => {
    const code = continentCodes.find((one) => one === text.toUpperCase())
    return code === undefined ? null : sql<SqlBool>`c.continent_code = ${code}`
  },
}

const countryFilter: Filter = {
  description: 'The country of the number',
  allowed: 'a country code of ISO 3166 with two letters, such as IT',
  read: (text) => {
    const code = text.toUpperCase()
    return isCountryCode(code) ? sql<SqlBool>`c.country_code = ${code}` : null
  },
}
