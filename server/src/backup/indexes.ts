import type { ClientBase } from 'pg'

type Piece = { drop: string; create: string }

/**
 * Takes indexes, keys and foreign keys away from empty tables, so that rows can be copied in without them, and answers
 * the statements that put them back. Measured at a million contacts with three texts each: see docs/decisions.
 */
export async function takeIndexesAway(client: ClientBase): Promise<string[]> {
  const constraints = await find(client, constraintsSql)
  const indexes = await find(client, indexesSql)
  // Foreign keys stand last among the constraints and lean on the keys before them.
  for (const { drop } of constraints.toReversed()) await client.query(drop)
  for (const { drop } of indexes) await client.query(drop)
  const keys = constraints.filter(({ create }) => !isForeignKey(create))
  const foreignKeys = constraints.filter(({ create }) => isForeignKey(create))
  return [...keys, ...indexes, ...foreignKeys].map(({ create }) => create)
}

function isForeignKey(statement: string): boolean {
  return statement.includes(' FOREIGN KEY ')
}

async function find(client: ClientBase, text: string): Promise<Piece[]> {
  return (await client.query<Piece>(text)).rows
}

const constraintsSql = `
  select format('alter table %I drop constraint %I', x.relname, o.conname) as drop
       , format('alter table %I add constraint %I %s', x.relname, o.conname, pg_get_constraintdef(o.oid)) as create
    from pg_constraint o
    join pg_class x on x.oid = o.conrelid
    join pg_namespace n on n.oid = x.relnamespace
   where n.nspname = 'public' and x.relname <> 'migrations' and o.contype in ('p', 'u', 'f')
   order by position(o.contype::text in 'puf'), x.relname collate "C", o.conname collate "C"`

const indexesSql = `
  select format('drop index %I', i.relname) as drop, pg_get_indexdef(i.oid) as create
    from pg_index p
    join pg_class i on i.oid = p.indexrelid
    join pg_class x on x.oid = p.indrelid
    join pg_namespace n on n.oid = x.relnamespace
   where n.nspname = 'public' and x.relname <> 'migrations'
     and not exists (select from pg_constraint o where o.conindid = i.oid)
   order by x.relname collate "C", i.relname collate "C"`
