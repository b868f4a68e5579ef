import { sql } from 'kysely'
import { Type } from 'typebox'
import type { FieldChange } from '../contacts/changes.ts'
import type { Db } from '../db/pool.ts'
import type { ConsentChange, ConsentSource } from '../db/schema.generated.ts'
import { Datetime, nullable, wireDatetime } from '../http/wire.ts'
import { findSms, presentSms, Sms } from '../sms/present.ts'
import { partsOf, textAt, type Source } from './list.ts'

const Value = Type.Unsafe<string | number | boolean | null>({
  type: ['string', 'number', 'boolean', 'null'],
})
const orNull = <T extends object>(schema: T, description: string) =>
  Type.Unsafe<object | null>({ ...schema, type: ['object', 'null'], description })

export const HistoryItem = Type.Object({
  id: Type.Integer({ description: 'Of the item, in this history only' }),
  kind: Type.Enum(['texts', 'flows', 'imports', 'changes']),
  event: Type.Enum(['text', 'entered_flow', 'created', 'changed', 'opted_out', 'opted_in']),
  datetime: Datetime,
  sms: orNull(Sms, 'Of `text` and `entered_flow`'),
  due_datetime: nullable(
    Type.String({ description: 'Of `entered_flow`: when its text is due, while it waits' }),
  ),
  device: orNull(
    Type.Object({ id: Type.Integer(), name: Type.String() }),
    'Which the text went out by or came in at',
  ),
  origin: orNull(
    Type.Object({
      type: Type.Enum(['campaign', 'flow']),
      id: Type.Integer(),
      name: Type.String(),
    }),
    'What the text belongs to',
  ),
  import: orNull(
    Type.Object({
      id: Type.Integer(),
      file_name: nullable(Type.String()),
      line: nullable(Type.Integer()),
    }),
    'The file that said it',
  ),
  changes: Type.Array(Type.Object({ field: Type.String(), before: Value, after: Value }), {
    description: 'Of `changed`; an import keeps none, since its file says it',
  }),
  how: nullable(Type.String({ enum: ['reply', 'api', 'import', 'list'] })),
  text: nullable(Type.String({ description: 'What the contact wrote to opt out or in' })),
  note: nullable(Type.String()),
  person: nullable(Type.String({ description: 'Who did it, or the name of the key' })),
  job_id: nullable(Type.Integer()),
})

type File = { id: number; file_name: string | null; line: number | null }

export type Item = {
  id: number
  kind: 'texts' | 'flows' | 'imports' | 'changes'
  event: 'text' | 'entered_flow' | 'created' | 'changed' | ConsentChange
  at: Date
  sms: ReturnType<typeof presentSms> | null
  due_at: Date | null
  device: { id: number; name: string } | null
  origin: { type: 'campaign' | 'flow'; id: number; name: string } | null
  import: File | null
  changes: FieldChange[]
  how: ConsentSource | null
  text: string | null
  note: string | null
  person: string | null
  job_id: number | null
}

const nothing = {
  sms: null,
  due_at: null,
  device: null,
  origin: null,
  import: null,
  changes: [],
  how: null,
  text: null,
  note: null,
  person: null,
  job_id: null,
} satisfies Partial<Item>

/** The items of these ids, in no order. */
export async function findItems(db: Db, user_id: number, ids: readonly number[]): Promise<Item[]> {
  const of = (...wanted: Source[]) =>
    ids.flatMap((id) => {
      const { source, row_id } = partsOf(id)
      return wanted.includes(source) ? { id, source, row_id } : []
    })
  const parts = await Promise.all([
    findTexts(db, user_id, of('text', 'entry')),
    findChanges(db, user_id, of('change')),
    findConsent(db, user_id, of('consent')),
    findMade(db, user_id, of('contact')),
  ])
  return parts.flat()
}

export function presentItem({ at, due_at, ...item }: Item) {
  const { id, kind, event, sms, ...rest } = item
  return {
    id,
    kind,
    event,
    datetime: wireDatetime(at),
    sms,
    due_datetime: wireDatetime(due_at),
    ...rest,
  }
}

type Asked = { id: number; source: Source; row_id: number }

const rowIds = (asked: readonly Asked[]) => [...new Set(asked.map(({ row_id }) => row_id))]

async function findTexts(db: Db, user_id: number, asked: readonly Asked[]): Promise<Item[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<{
    id: number
    at: Date
    created_at: Date
    due_at: Date | null
    device: Item['device']
    campaign: { id: number; name: string } | null
    flow: { id: number; name: string } | null
  }>`
    select m.id, ${textAt} as at, m.created_at, case when m.status = 'waiting' then m.send_at end as due_at,
           case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as device,
           case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end as campaign,
           case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name) end as flow
      from messages m
      left join devices d on d.user_id = ${user_id} and d.id = m.device_id
      left join campaigns k on k.user_id = ${user_id} and k.id = m.campaign_id
      left join flows f on f.user_id = ${user_id} and f.id = m.flow_id
     where m.user_id = ${user_id} and m.id = any(${rowIds(asked)}::bigint[])`.execute(db)
  const known = new Map(rows.map((row) => [row.id, row]))
  const texts = new Map((await findSms(db, user_id, rowIds(asked))).map((row) => [row.id, row]))
  return asked.flatMap(({ id, source, row_id }): Item[] => {
    const row = known.get(row_id)
    const text = texts.get(row_id)
    // Deleted between the two questions.
    if (!row || !text) return []
    const { device, campaign, flow } = row
    const sms = presentSms(text)
    const inFlow = flow && { type: 'flow' as const, ...flow }
    if (source === 'entry') {
      const { created_at: at, due_at } = row
      const event = 'entered_flow'
      return [{ ...nothing, id, kind: 'flows', event, at, sms, due_at, origin: inFlow }]
    }
    const origin = campaign ? { type: 'campaign' as const, ...campaign } : inFlow
    return [{ ...nothing, id, kind: 'texts', event: 'text', at: row.at, sms, device, origin }]
  })
}

async function findChanges(db: Db, user_id: number, asked: readonly Asked[]): Promise<Item[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<{
    id: number
    at: Date
    changes: FieldChange[] | null
    import_id: number | null
    file_name: string | null
    line: number | null
    person: string | null
    job_id: number | null
  }>`
    select x.id, x.changed_at as at, x.changes, x.import_id, i.file_name, x.import_line as line, x.job_id,
           coalesce(p.name, p.email, k.name) as person
      from contact_changes x
      left join imports i on i.user_id = ${user_id} and i.id = x.import_id
      left join people p on p.user_id = ${user_id} and p.id = x.person_id
      left join api_keys k on k.user_id = ${user_id} and k.id = x.api_key_id
     where x.user_id = ${user_id} and x.id = any(${rowIds(asked)}::bigint[])`.execute(db)
  const ids = new Map(asked.map(({ id, row_id }) => [row_id, id]))
  return rows.map(({ id, at, changes, import_id, file_name, line, person, job_id }) => ({
    ...nothing,
    // It was asked for.
    id: ids.get(id)!,
    kind: import_id === null ? 'changes' : 'imports',
    event: 'changed',
    at,
    changes: changes ?? [],
    import: import_id === null ? null : { id: import_id, file_name, line },
    person,
    job_id,
  }))
}

async function findConsent(db: Db, user_id: number, asked: readonly Asked[]): Promise<Item[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<{
    id: number
    at: Date
    event: ConsentChange
    how: ConsentSource
    text: string | null
    note: string | null
    import_id: number | null
    file_name: string | null
    line: number | null
    person: string | null
  }>`
    select r.id, r.recorded_at as at, r.change as event, r.how, r.text, r.note, r.import_id, i.file_name, r.line,
           coalesce(p.name, p.email, k.name) as person
      from consent_records r
      left join imports i on i.user_id = ${user_id} and i.id = r.import_id
      left join people p on p.user_id = ${user_id} and p.id = r.person_id
      left join api_keys k on k.user_id = ${user_id} and k.id = r.api_key_id
     where r.user_id = ${user_id} and r.id = any(${rowIds(asked)}::bigint[])`.execute(db)
  const ids = new Map(asked.map(({ id, row_id }) => [row_id, id]))
  return rows.map(({ id, import_id, file_name, line, ...row }) => ({
    ...nothing,
    ...row,
    // It was asked for.
    id: ids.get(id)!,
    kind: 'changes',
    import: import_id === null ? null : { id: import_id, file_name, line },
  }))
}

/** How the contact came to be, as far as it is known. */
async function findMade(db: Db, user_id: number, asked: readonly Asked[]): Promise<Item[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<{
    id: number
    at: Date
    import_id: number | null
    file_name: string | null
    line: number | null
  }>`
    select c.id, c.created_at as at, c.import_id, i.file_name, c.import_line as line
      from contacts c
      left join imports i on i.user_id = ${user_id} and i.id = c.import_id
     where c.user_id = ${user_id} and c.id = any(${rowIds(asked)}::bigint[])`.execute(db)
  const ids = new Map(asked.map(({ id, row_id }) => [row_id, id]))
  return rows.map(({ id, at, import_id, file_name, line }) => ({
    ...nothing,
    // It was asked for.
    id: ids.get(id)!,
    kind: import_id === null ? 'changes' : 'imports',
    event: 'created',
    at,
    import: import_id === null ? null : { id: import_id, file_name, line },
  }))
}
