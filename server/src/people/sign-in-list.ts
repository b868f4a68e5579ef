import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { searchIn } from '../http/filters.ts'
import type { ListSpec } from '../http/list.ts'
import { Datetime, Id, nullable, wireDatetime } from '../http/wire.ts'

export const SignIn = Type.Object({
  id: Id,
  person: Type.Object({ id: Id, name: Type.String(), email: Type.String() }),
  user_agent: nullable(Type.String({ description: 'What the browser calls itself' })),
  ip: nullable(Type.String({ description: 'Where it was when it signed in' })),
  datetime: Datetime,
  last_used_datetime: Type.String({ description: 'To about ten minutes' }),
  is_current: Type.Boolean({ description: 'Whether it is the browser of this request' }),
})

export function signInList(user_id: number): ListSpec {
  const column = (name: string) => ({ by: sql.ref(`s.${name}`) })
  return {
    from: sql`
      (select s.id, s.created_at, s.last_used_at, lower(p.name) as person_folded, lower(s.user_agent) as agent_folded
         from sign_ins s join people p on p.user_id = s.user_id and p.id = s.person_id
        where s.user_id = ${user_id}) s`,
    id: sql.ref<number>('s.id'),
    search: {
      person: searchIn(sql.ref('s.person_folded')),
      user_agent: searchIn(sql.ref('s.agent_folded')),
    },
    filters: {},
    orders: {
      id: column('id'),
      datetime: column('created_at'),
      last_used_datetime: column('last_used_at'),
    },
    defaultOrder: 'last_used_datetime',
    datetimes: {
      datetime: sql.ref('s.created_at'),
      last_used_datetime: sql.ref('s.last_used_at'),
    },
  }
}

type Row = {
  id: number
  person_id: number
  name: string
  email: string
  user_agent: string | null
  ip: string | null
  created_at: Date
  last_used_at: Date
}

export async function findSignIns(db: Db, user_id: number, ids: number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.id, s.person_id, p.name, p.email, s.user_agent, s.ip, s.created_at, s.last_used_at
      from sign_ins s join people p on p.user_id = s.user_id and p.id = s.person_id
     where s.user_id = ${user_id} and s.id = any(${ids}::bigint[])`.execute(db)
  return rows
}

export function presentSignIn(row: Row, current: number | null) {
  return {
    id: row.id,
    person: { id: row.person_id, name: row.name, email: row.email },
    user_agent: row.user_agent,
    ip: row.ip,
    datetime: wireDatetime(row.created_at),
    last_used_datetime: wireDatetime(row.last_used_at),
    is_current: row.id === current,
  }
}
