import { sql, type SqlBool } from 'kysely'
import { choiceFilter } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'

/** Where an item comes from. Its id is that of the row with the number of its source. */
export const sources = ['text', 'entry', 'change', 'consent', 'contact'] as const
export type Source = (typeof sources)[number]

const idOf = (column: string, source: Source) =>
  sql`${sql.ref(column)} * ${sql.lit(sources.length)} + ${sql.lit(sources.indexOf(source))}`

/** The row and the source of an item. */
export function partsOf(id: number): { source: Source; row_id: number } {
  // What is left over by as many as there are is one of them.
  return {
    source: sources[id % sources.length]!,
    row_id: Math.floor(id / sources.length),
  }
}

/** Everything that happened with one contact; consent is of its number, also from before the contact was made. */
export function historyList(user_id: number, contact_id: number): ListSpec {
  const ofContact = sql`m.user_id = ${user_id} and m.contact_id = ${contact_id}`
  const kind = (word: string) => sql<SqlBool>`h.kind = ${word}`
  const isByImport = (column: string) =>
    sql`case when ${sql.ref(column)} is null then 'changes' else 'imports' end`
  return {
    from: sql`(
      select ${idOf('m.id', 'text')} as id, 'texts' as kind, ${textAt} as at
        from messages m where ${ofContact} and m.status <> 'waiting'
      union all
      select ${idOf('m.id', 'entry')}, 'flows', m.created_at
        from messages m where ${ofContact} and m.flow_id is not null
      union all
      select ${idOf('x.id', 'change')}, ${isByImport('x.import_id')}, x.changed_at
        from contact_changes x where x.user_id = ${user_id} and x.contact_id = ${contact_id}
      union all
      select ${idOf('r.id', 'consent')}, 'changes', r.recorded_at
        from contacts c
        join consent_records r on r.user_id = ${user_id} and r.phone_number = c.phone_number
       where c.user_id = ${user_id} and c.id = ${contact_id}
      union all
      select ${idOf('c.id', 'contact')}, ${isByImport('c.import_id')}, c.created_at
        from contacts c where c.user_id = ${user_id} and c.id = ${contact_id}) h`,
    id: sql.ref<number>('h.id'),
    search: {},
    filters: {
      kind: choiceFilter(
        {
          texts: kind('texts'),
          flows: kind('flows'),
          imports: kind('imports'),
          changes: kind('changes'),
        },
        'Texts both ways, flows that it entered, files that it was in, or changes of its fields and its consent',
      ),
    },
    defaultOrder: 'datetime',
    orders: { datetime: { by: sql.ref('h.at') }, id: { by: sql.ref('h.id') } },
    datetimes: { datetime: sql.ref('h.at') },
  }
}

/** When what is said of a text came to be so. */
export const textAt = sql<Date>`
  case when m.status = 'received' then m.send_at
       when m.sent_at is not null then m.sent_at
       when m.status in ('failed', 'cancelled') then m.finished_at
       else m.created_at end`
