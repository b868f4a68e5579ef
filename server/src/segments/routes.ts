import type { FastifyReply } from 'fastify'
import { Type, type TObject } from 'typebox'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { choice, integer, text } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { includeIdsParameter, readIncludeIds } from '../http/include-ids.ts'
import { listParameters } from '../http/list-route.ts'
import { findPage, inOrder, pageFrame, PageLinks, PageMeta, readListQuery } from '../http/list.ts'
import { readRoute, writeRoute, type Api, type ReadCall } from '../http/routing.ts'
import { counting, sendJson } from '../http/stream-json.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { countAudience, streamContactIds, type Audience } from './audience.ts'
import { audienceFields } from './audience-fields.ts'
import { segmentList } from './list.ts'
import { streamMembers } from './members.ts'
import { findSegments, presentSegment, Segment } from './present.ts'
import { previewRoutes } from './preview-routes.ts'
import { createSegment, deleteSegment, segmentTypes, updateSegment } from './service.ts'
import { refreshTotals } from './totals.ts'

const tag = 'segments'
const url = '/api/segments'
const exists = { noun: 'segment', check: shownRowExists('segments') }

const name = text({ min: 1, max: 255 })
const type = optional(
  choice(segmentTypes, { description: 'Which of the other fields apply; `custom` if not given' }),
)
const newSegment = resource({ name: required(name), type, ...audienceFields })
const segmentChange = resource({
  name: optional(name),
  type,
  ...audienceFields,
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

export function segmentRoutes(api: Api): void {
  readRoutes(api)
  previewRoutes(api)
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url,
    tag,
    summary: 'Create a segment',
    body: newSegment,
    response: IdAnswer,
    handle: async (tx, { user_id, fields }) => ({
      data: { id: await createSegment(tx, context, user_id, fields) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id`,
    tag,
    summary: 'Change a segment',
    exists,
    body: segmentChange,
    response: IdAnswer,
    description: 'Filters or ids that are given replace all the old ones.',
    handle: async (tx, { user_id, id, fields: { expected_revision, ...change } }) => {
      const expected = expected_revision === undefined ? {} : { expected_revision }
      await updateSegment(tx, context, { user_id, id, change, ...expected })
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'DELETE',
    url: `${url}/:id`,
    tag,
    summary: 'Delete a segment',
    exists,
    response: IdAnswer,
    description: 'Refused while a campaign that is not over, or a flow, is sent to it.',
    handle: async (tx, { user_id, id }) => {
      await deleteSegment(tx, context, user_id, id)
      return { data: { id } }
    },
  })
}

function readRoutes(api: Api): void {
  const { context } = api
  // Made by listParameters as an object of parameters.
  const parameters = listParameters(segmentList(0)) as TObject
  readRoute(api, {
    url,
    tag,
    summary: 'List segments',
    query: Type.Object({ ...parameters.properties, include_ids: includeIdsParameter }),
    response: Type.Object({ data: Type.Array(Segment), meta: PageMeta, links: PageLinks }),
    handle: (call) => sendList(context, call),
  })
  readRoute(api, {
    url: `${url}/:id`,
    tag,
    summary: 'Get a segment',
    exists,
    query: Type.Object({ include_ids: includeIdsParameter }),
    response: dataOf(Segment),
    handle: (call) => sendOne(context, call),
  })
}

async function sendList({ db, now }: Context, call: ReadCall): Promise<FastifyReply> {
  const { user_id, query, base_url, reply } = call
  const spec = segmentList(user_id)
  const list = readListQuery(spec, query)
  const includeIds = readIncludeIds(query)
  if (query.get('order_by') === 'total_contacts') await refreshTotals(db, user_id, now())
  const { ids, total } = await findPage(db, spec, list)
  if (ids.length > 0) await refreshTotals(db, user_id, now(), ids)
  const rows = inOrder(ids, ids.length === 0 ? [] : await findSegments(db, user_id, ids))
  const lists = includeIds ? rows.filter((row) => row.filter === null) : []
  const streams = streamMembers(db, user_id, lists)
  const data = rows.map((row) => {
    const stream = streams.get(row.id)
    return presentSegment(row, stream ? counting(stream) : { total: row.total })
  })
  return sendJson(reply, { data, ...pageFrame(`${base_url}${url}`, query, list, total) })
}

async function sendOne({ db }: Context, call: ReadCall): Promise<FastifyReply> {
  const { user_id, id, query, reply } = call
  const includeIds = readIncludeIds(query)
  const [row] = await findSegments(db, user_id, [id])
  if (!row) throw notFound(`There is no segment ${id}.`)
  const audience: Audience = row.filter
    ? { type: 'filter', filter: row.filter }
    : { type: 'members', segment_id: id }
  const members = includeIds
    ? counting(streamContactIds(db, user_id, audience))
    : { total: await countAudience(db, user_id, audience) }
  return sendJson(reply, { data: presentSegment(row, members) })
}
