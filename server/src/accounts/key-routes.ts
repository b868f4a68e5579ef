import { Type } from 'typebox'
import { afterCommit } from '../db/transaction.ts'
import type { Db } from '../db/pool.ts'
import { text } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { listRoute } from '../http/list-route.ts'
import { writeRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, Id, IdAnswer, NullableDatetime } from '../http/wire.ts'
import { findKeys, keyList, presentKey } from './keys.ts'
import { createKey, revokeKey } from './service.ts'

const tag = 'people'
const url = '/api/keys'
const exists = {
  noun: 'API key',
  check: async (db: Db, user_id: number, id: number) =>
    (await findKeys(db, user_id, [id])).length > 0,
}

const Key = Type.Object({
  id: Id,
  name: Type.String(),
  prefix: Type.String({ description: 'Its first characters, to tell it from others' }),
  datetime: Datetime,
  last_used_datetime: NullableDatetime,
  is_current: Type.Boolean({ description: 'Whether it is the key of this request' }),
})

const name = text({ min: 1, max: 255, description: 'What it is for' })

export function keyRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url,
    tag,
    summary: 'List API keys',
    description: 'Without their secrets, which nobody can show again.',
    item: Key,
    spec: keyList,
    load: findKeys,
    present: (key, { request }) => presentKey(key, request.api_key_id),
  })
  writeRoute(api, {
    method: 'POST',
    url,
    tag,
    summary: 'Make an API key',
    description: 'The answer shows it, this once.',
    body: resource({ name: required(name) }),
    response: dataOf(Type.Object({ id: Id, key: Type.String() })),
    handle: async (tx, { user_id, fields }) => ({
      data: await createKey(tx, user_id, fields.name),
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id`,
    tag,
    summary: 'Rename an API key',
    exists,
    body: resource({ name: optional(name) }),
    response: IdAnswer,
    handle: async (tx, { user_id, id, fields }) => {
      if (fields.name !== undefined)
        await tx
          .updateTable('api_keys')
          .set({ name: fields.name })
          .where('user_id', '=', user_id)
          .where('id', '=', id)
          .execute()
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'DELETE',
    url: `${url}/:id`,
    tag,
    summary: 'Revoke an API key',
    description: 'It is refused from now on.',
    exists,
    response: IdAnswer,
    handle: async (tx, { user_id, id }) => {
      await revokeKey(tx, user_id, id)
      afterCommit(tx, () => context.wake.tell({ about: 'keys' }))
      return { data: { id } }
    },
  })
}
