import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { Datetime, NullableDatetime, wireDatetime } from '../http/wire.ts'

export const SavedTemplate = Type.Object({
  id: Type.Integer(),
  user_id: Type.Integer(),
  name: Type.String(),
  content: Type.String(),
  last_datetime: NullableDatetime,
  datetime: Datetime,
  revision: Type.Integer(),
})

type Row = {
  id: number
  user_id: number
  name: string
  content: string
  changed_at: Date | null
  created_at: Date
  revision: number
}

/** The templates of these ids, in no order. */
export async function findTemplates(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<Row[]> {
  return db
    .selectFrom('templates')
    .select(['id', 'user_id', 'name', 'content', 'changed_at', 'created_at', 'revision'])
    .where('user_id', '=', user_id)
    .where('id', 'in', ids)
    .execute()
}

export function presentTemplate(row: Row) {
  const { id, user_id, name, content, changed_at, created_at, revision } = row
  return {
    id,
    user_id,
    name,
    content,
    last_datetime: wireDatetime(changed_at),
    datetime: wireDatetime(created_at),
    revision,
  }
}
