import { Type, type TObject, type TSchema } from 'typebox'
import type { Db } from '../db/pool.ts'
import { pageSizes } from './list-parameters.ts'
import { includeParameter, readInclude } from './include.ts'
import { sendCsv, wantsCsv, type CsvOfList } from './list-csv.ts'
import {
  findPage,
  inOrder,
  pageFrame,
  PageLinks,
  PageMeta,
  readListQuery,
  type ListSpec,
} from './list.ts'
import { readRoute, type Api, type Exists, type ReadCall } from './routing.ts'

type ListRoute<Row extends { id: number }> = {
  url: string
  tag: string
  summary: string
  description?: string
  item: TSchema
  /** Of an address with an id: what that id is. */
  exists?: { noun: string; check: Exists }
  /** What the lists of this account are made from; `id` is that of the address. */
  spec: (user_id: number, id: number) => ListSpec
  load: (db: Db, user_id: number, ids: number[]) => Promise<Row[]>
  present: (row: Row, call: ReadCall) => unknown
  /** With it, `Accept: text/csv` is answered with all rows as a file. */
  csv?: CsvOfList<Row>
  /** Further keys that a client may ask for with `include`. */
  include?: {
    words: readonly string[]
    load: (db: Db, user_id: number, rows: readonly Row[]) => Promise<Map<number, object>>
  }
  /** What stands beside `data`, `meta` and `links`. */
  beside?: {
    schema: Record<string, TSchema>
    load: (db: Db, user_id: number) => Promise<Record<string, unknown>>
  }
}

/** A list with paging, search, filters and order as the contract has them for every resource. */
export function listRoute<Row extends { id: number }>(api: Api, route: ListRoute<Row>): void {
  readRoute(api, {
    ...route,
    query: Type.Object({
      // Made as an object of parameters.
      ...(listParameters(route.spec(0, 0)) as TObject).properties,
      ...(route.include ? { include: includeParameter(route.include.words) } : {}),
    }),
    response: Type.Object({
      data: Type.Array(route.item),
      meta: PageMeta,
      ...route.beside?.schema,
      links: PageLinks,
    }),
    handle: async (call) => {
      const { user_id, id, query, base_url, request, reply } = call
      const { db } = api.context
      const spec = route.spec(user_id, id)
      const list = readListQuery(spec, query)
      const isMore = route.include && readInclude(query, route.include.words).size > 0
      if (route.csv && wantsCsv(request)) {
        const name = route.url.slice('/api/'.length)
        const load = (ids: number[]) => route.load(db, user_id, ids)
        return sendCsv(reply, { ...route.csv, name, spec, query: list, db, load })
      }
      const { ids, total } = await findPage(db, spec, list)
      const rows = inOrder(ids, ids.length === 0 ? [] : await route.load(db, user_id, ids))
      const more = isMore ? await route.include?.load(db, user_id, rows) : undefined
      return {
        data: rows.map((row) => withMore(route.present(row, call), more?.get(row.id))),
        ...pageFrame(`${base_url}${route.url.replace(':id', String(id))}`, query, list, total),
        ...(await route.beside?.load(db, user_id)),
      }
    },
  })
}

function withMore(shown: unknown, more: object | undefined): unknown {
  return more && typeof shown === 'object' ? { ...shown, ...more } : shown
}

/** The query parameters of a list, for the documents. */
export function listParameters(spec: ListSpec): TSchema {
  const words = (record: object) => Object.keys(record)
  const searchable = words(spec.search)
  return Type.Object({
    page: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
    results_per_page: Type.Optional(Type.Integer({ enum: [...pageSizes], default: 25 })),
    ...(searchable.length === 0
      ? {}
      : searchParameters(searchable, words(spec.searchByName ?? {}))),
    ...Object.fromEntries(
      Object.entries(spec.filters).map(([name, { description, allowed }]) => [
        name,
        Type.Optional(Type.String({ description: `${description}; ${allowed}` })),
      ]),
    ),
    order_by: Type.Optional(
      Type.String({ enum: words(spec.orders), default: spec.defaultOrder ?? 'id' }),
    ),
    order_type: Type.Optional(Type.String({ enum: ['ASC', 'DESC'], default: 'DESC' })),
    ...(words(spec.datetimes).length === 0 ? {} : datetimeParameters(words(spec.datetimes))),
  })
}

function searchParameters(fields: string[], others: string[]): Record<string, TSchema> {
  return {
    search: Type.Optional(
      Type.String({
        description: `Looks in ${fields.join(', ')}; one or two characters only at the start.`,
      }),
    ),
    search_by: Type.Optional(Type.String({ enum: [...fields, ...others] })),
  }
}

function datetimeParameters(fields: string[]): Record<string, TSchema> {
  return {
    datetime_field: Type.Optional(Type.String({ enum: fields, default: 'datetime' })),
    datetime_start: Type.Optional(
      Type.String({ description: 'From this datetime on, itself included' }),
    ),
    datetime_end: Type.Optional(
      Type.String({ description: 'Up to this datetime, itself included' }),
    ),
  }
}
