import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { fold, foldParameters, type ParameterValue } from '../lib/fold.ts'
import { noOwners, type Owners } from '../messages/lock-owners.ts'
import { lockPending } from '../messages/of-contact.ts'
import { rememberOptOuts, type ConsentOf, type Evidence } from './consent.ts'
import type { KnownNumber } from './ensure.ts'
import { cancelOptedOut } from './opt-out.ts'

// Many contacts at once, as an import brings them: a few statements for thousands of rows.

/** What is known of a contact beforehand; what is not given keeps what is there. */
export type ContactValues = KnownNumber & {
  name?: string
  parameters?: Record<string, ParameterValue>
  has_opted_out: boolean
  /** Where it stands in the file that it comes from. */
  line?: number
}

/** Whose contacts, and the import that brings them. */
type Bringing = { user_id: number; import_id: number }

export type KnownContact = { id: number; phone_number: string; total_keys: number }

/** The contacts that have these numbers. They are not locked: that took as long as all the rest of an import. */
export async function findByNumber(
  tx: Tx,
  user_id: number,
  numbers: readonly string[],
): Promise<Map<string, KnownContact>> {
  const { rows } = await sql<KnownContact>`
    select c.id, c.phone_number,
           (select count(*) from jsonb_object_keys(c.custom_parameters)) as total_keys
      from contacts c
     where c.user_id = ${user_id} and c.phone_number = any(${numbers}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.phone_number, row]))
}

/**
 * Locks what is pending of the contacts that have these numbers, before the contacts themselves are touched, as everybody
 * does who cancels messages. `others` will have totals of messages that are yet to be made.
 */
export async function lockPendingOf(
  tx: Tx,
  user_id: number,
  numbers: readonly string[],
  others: Owners = noOwners,
): Promise<void> {
  if (numbers.length === 0 && others.flows.length === 0) return
  const known = await findByNumber(tx, user_id, numbers)
  await lockPending(
    tx,
    user_id,
    [...known.values()].map(({ id }) => id),
    others,
  )
}

/** The keys of the custom parameters of these contacts. */
export async function findKeys(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
): Promise<Map<number, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; keys: string[] }>`
    select id, array(select jsonb_object_keys(custom_parameters)) as keys from contacts
     where user_id = ${user_id} and id = any(${ids}::bigint[])`.execute(tx)
  return new Map(rows.map(({ id, keys }) => [id, keys]))
}

/**
 * Makes contacts of numbers that are not there yet, in this order, and answers their ids by number: those that somebody
 * else has made meanwhile are not among them. A number that has opted out before is opted out from the start.
 */
export async function insertContacts(
  tx: Tx,
  context: Context,
  { user_id, import_id }: Bringing,
  contacts: readonly ContactValues[],
): Promise<Map<string, number>> {
  if (contacts.length === 0) return new Map()
  const now = context.now()
  const { rows } = await sql<{ id: number; phone_number: string }>`
    insert into contacts (user_id, phone_number, country_code, continent_code, name, name_folded, custom_parameters,
                          folded_parameters, comparable_parameters, opted_out_at, import_id, import_line, created_at)
    select ${user_id}, g.phone_number, g.country_code, g.continent_code, g.name, g.name_folded,
           coalesce(g.parameters, '{}'), coalesce(g.folded, '{}'), coalesce(g.comparable, '{}'),
           coalesce(o.opted_out_at, case when g.has_opted_out then ${now}::timestamptz end), ${import_id}::bigint, g.line,
           ${now}
      from ${given(contacts)}
      left join opt_outs o on o.user_id = ${user_id} and o.phone_number = g.phone_number
     order by g.place
        on conflict (user_id, phone_number) do nothing
    returning id, phone_number`.execute(tx)
  context.contactWatcher.made(
    tx,
    user_id,
    rows.map(({ id }) => id),
  )
  return new Map(rows.map(({ id, phone_number }) => [phone_number, id]))
}

/**
 * Changes what is given of contacts that are there. One that already is as it should be is left alone, and one that has
 * just been deleted stays so.
 */
export async function mergeContacts(
  tx: Tx,
  context: Context,
  { user_id, import_id }: Bringing,
  contacts: readonly (ContactValues & { id: number })[],
): Promise<void> {
  if (contacts.length === 0) return
  const now = context.now()
  // What a segment asks about is in the parameters: the country stays that of the number.
  const mayComeToMatch = contacts.filter(({ parameters }) => parameters !== undefined)
  await context.contactWatcher.beforeEdit(
    tx,
    user_id,
    mayComeToMatch.map(({ id }) => id),
  )
  await sql`
    with changed as (
      update contacts c
         set name = coalesce(g.name, c.name),
             name_folded = coalesce(g.name_folded, c.name_folded),
             custom_parameters = c.custom_parameters || coalesce(g.parameters, '{}'),
             folded_parameters = c.folded_parameters || coalesce(g.folded, '{}'),
             comparable_parameters =
               (c.comparable_parameters - array(select jsonb_object_keys(coalesce(g.parameters, '{}'))))
               || coalesce(g.comparable, '{}'),
             opted_out_at = coalesce(c.opted_out_at, case when g.has_opted_out then ${now}::timestamptz end),
             revision = c.revision + 1,
             changed_at = ${now}
        from ${given(contacts)}
       where c.user_id = ${user_id} and c.phone_number = g.phone_number
         and (g.name <> c.name or (g.name is not null and c.name is null)
              or not c.custom_parameters @> coalesce(g.parameters, '{}')
              or (g.has_opted_out and c.opted_out_at is null))
      returning c.id, g.line
    )
    insert into contact_changes (user_id, contact_id, import_id, import_line, changed_at)
    select ${user_id}, id, ${import_id}::bigint, line, ${now} from changed`.execute(tx)
}

/**
 * Remembers for these numbers that they have opted out, with a record of how, and cancels what is pending of their
 * contacts.
 */
export async function optOutContacts(
  tx: Tx,
  context: Context,
  user_id: number,
  contacts: readonly (ConsentOf & { id: number })[],
  evidence: Evidence,
): Promise<void> {
  if (contacts.length === 0) return
  await rememberOptOuts(tx, user_id, contacts, evidence, context.now())
  await cancelOptedOut(
    tx,
    context,
    user_id,
    contacts.map(({ id }) => id),
  )
}

/** The values as rows `g`, with their `place`. */
function given(contacts: readonly ContactValues[]) {
  const folded = contacts.map(({ parameters }) => parameters && foldParameters(parameters))
  const texts = (of: (contact: ContactValues) => string | null | undefined) =>
    contacts.map((contact) => of(contact) ?? null)
  const objects = (values: readonly (object | undefined)[]) =>
    values.map((value) => (value === undefined ? null : JSON.stringify(value)))
  return sql`
    unnest(${texts(({ phone_number }) => phone_number)}::text[], ${texts(({ country_code }) => country_code)}::text[],
           ${texts(({ continent_code }) => continent_code)}::text[], ${texts(({ name }) => name)}::text[],
           ${texts(({ name }) => (name === undefined ? null : fold(name)))}::text[],
           ${objects(contacts.map(({ parameters }) => parameters))}::jsonb[],
           ${objects(folded.map((one) => one?.folded))}::jsonb[],
           ${objects(folded.map((one) => one?.comparable))}::jsonb[],
           ${contacts.map(({ has_opted_out }) => has_opted_out)}::boolean[],
           ${contacts.map(({ line }) => line ?? null)}::bigint[])
      with ordinality as g (phone_number, country_code, continent_code, name, name_folded, parameters, folded,
                            comparable, has_opted_out, line, place)`
}
