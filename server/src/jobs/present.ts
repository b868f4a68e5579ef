import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { JobStatus, JsonValue } from '../db/schema.generated.ts'
import { Moves, moveUnless } from '../http/moves.ts'
import { Datetime, NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'
import { bulkActions, storedRequest } from './bulk.ts'
import { whyNotCancel } from './service.ts'

const AnyObject = (description: string) =>
  Type.Unsafe<object | null>({
    type: ['object', 'null'],
    additionalProperties: true,
    description,
  })

export const Job = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum(['bulk', 'export']),
  resource: Type.Enum(['contacts', 'sms', 'opt-outs']),
  action: nullable(Type.String({ enum: [...bulkActions] })),
  status: Type.Enum(['waiting', 'running', 'finished', 'failed', 'cancelled'], {
    description: 'waiting: until `starts_datetime`, so that it can be cancelled',
  }),
  total: Type.Integer({ description: 'How many rows it is about' }),
  done: Type.Integer({ description: 'Those that are as they were to be' }),
  unchanged: Type.Integer({ description: 'Of them, those that were so before, or were gone' }),
  failed: Type.Integer(),
  error: nullable(Type.String()),
  filter: AnyObject('As it was given; null when ids were'),
  custom_parameters: AnyObject('What is set; null is removed'),
  consent_note: nullable(Type.String()),
  columns: Type.Unsafe<string[] | null>({ type: ['array', 'null'], items: Type.String() }),
  person: nullable(Type.String({ description: 'Who asked for it, or the name of the key' })),
  file: nullable(Type.String({ description: 'Where its file is to be had, as a path' })),
  starts_datetime: Datetime,
  started_datetime: NullableDatetime,
  finished_datetime: NullableDatetime,
  datetime: Datetime,
  moves: Moves,
})

type Row = {
  id: number
  kind: string
  resource: string
  action: string | null
  request: JsonValue
  status: JobStatus
  total: number
  done: number
  unchanged: number
  failed: number
  error: string | null
  person: string | null
  starts_at: Date
  started_at: Date | null
  finished_at: Date | null
  created_at: Date
}

/** The jobs of these ids, in no order. */
export async function findJobs(db: Db, user_id: number, ids: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select j.id, j.kind, j.resource, j.action, j.request, j.status, j.total, j.done, j.unchanged, j.failed, j.error,
           coalesce(p.name, p.email, k.name) as person, j.starts_at, j.started_at, j.finished_at, j.created_at
      from jobs j
      left join people p on p.user_id = ${user_id} and p.id = j.person_id
      left join api_keys k on k.user_id = ${user_id} and k.id = j.api_key_id
     where j.user_id = ${user_id} and j.id = any(${ids}::bigint[])`.execute(db)
  return rows
}

export function presentJob(row: Row) {
  const { filter, custom_parameters, consent_note, columns } = storedRequest(row.request)
  const { set = {}, remove = [] } = custom_parameters ?? {}
  return {
    id: row.id,
    kind: row.kind,
    resource: row.resource,
    action: row.action,
    status: row.status,
    total: row.total,
    done: row.done,
    unchanged: row.unchanged,
    failed: row.failed,
    error: row.error,
    filter: filter ?? null,
    custom_parameters: custom_parameters
      ? { ...set, ...Object.fromEntries(remove.map((key) => [key, null])) }
      : null,
    consent_note: consent_note ?? null,
    columns: columns ?? null,
    person: row.person,
    file: row.kind === 'export' ? `/api/jobs/${row.id}/file` : null,
    starts_datetime: wireDatetime(row.starts_at),
    started_datetime: wireDatetime(row.started_at),
    finished_datetime: wireDatetime(row.finished_at),
    datetime: wireDatetime(row.created_at),
    moves: [moveUnless('cancel', whyNotCancel(row.status))],
  }
}
