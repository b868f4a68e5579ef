import type { ClientBase } from 'pg'
import type { Sequence, TableHeader } from './format.ts'

// Not what an extension brought along.
const ours = `n.nspname = 'public' and not exists (
  select from pg_depend d where d.objid = x.oid and d.deptype = 'e')`

/** Everything in the schema that holds rows, by name, with the columns that can be written. */
export async function findTables(client: ClientBase): Promise<TableHeader[]> {
  const { rows } = await client.query<TableHeader>(`
    select x.relname as table, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class x
      join pg_namespace n on n.oid = x.relnamespace
      join pg_attribute a on a.attrelid = x.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where ${ours} and x.relkind = 'r' and x.relname <> 'migrations'
     group by x.relname
     order by x.relname collate "C"`)
  return rows
}

/** The last id that each table has given out; tables that never gave one are left out. */
export async function findSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select x.relname as table, a.attname as column, s.last_value
      from pg_class x
      join pg_namespace n on n.oid = x.relnamespace
      join pg_attribute a on a.attrelid = x.oid and a.attidentity <> ''
     cross join lateral pg_sequence_last_value(pg_get_serial_sequence(x.oid::regclass::text, a.attname)::regclass)
                        as s (last_value)
     where ${ours} and x.relkind = 'r' and s.last_value is not null
     order by x.relname collate "C"`)
  return rows
}

/** What lies in the schema that is no extension's: names of tables and views. */
export async function findOccupants(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select x.relname as name
      from pg_class x
      join pg_namespace n on n.oid = x.relnamespace
     where ${ours} and x.relkind in ('r', 'p', 'v', 'm', 'f')
     order by x.relname collate "C"`)
  return rows.map(({ name }) => name)
}

/** `copy contacts (user_id, id, …) to stdout` and its reverse. */
export function copyStatement(
  client: ClientBase,
  { table, columns }: TableHeader,
  direction: 'to stdout' | 'from stdin with (freeze)',
): string {
  const names = columns.map((name) => client.escapeIdentifier(name)).join(', ')
  return `copy ${client.escapeIdentifier(table)} (${names}) ${direction}`
}

/** So that values are written alike on every server, and that no limit of a role cuts a long copy off. */
export async function prepareSession(client: ClientBase): Promise<void> {
  await client.query(`
    select set_config(name, value, true)
      from (values ('timezone', 'UTC'), ('datestyle', 'ISO, YMD'), ('intervalstyle', 'postgres'), ('bytea_output', 'hex'),
                   ('client_encoding', 'UTF8'), ('extra_float_digits', '3'), ('statement_timeout', '0'),
                   ('lock_timeout', '0'), ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', '0'))
             as wanted (name, value)
     where exists (select from pg_settings s where s.name = wanted.name)`)
}
