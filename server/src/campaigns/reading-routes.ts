import { sql } from 'kysely'
import { Type, type TObject, type TSchema } from 'typebox'
import type { FastifyReply } from 'fastify'
import type { CampaignStatus } from '../db/schema.generated.ts'
import { notFound } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { includeIdsParameter, readIncludeIds } from '../http/include-ids.ts'
import { includeParameter, readInclude } from '../http/include.ts'
import { listParameters } from '../http/list-route.ts'
import {
  findPage,
  inOrder,
  pageFrame,
  PageLinks,
  PageMeta,
  readListQuery,
  type ListSpec,
} from '../http/list.ts'
import { readRoute, type Api, type ReadCall } from '../http/routing.ts'
import { sendJson, type Writable } from '../http/stream-json.ts'
import { dataOf } from '../http/wire.ts'
import { recipientIds, sentIds } from './audience.ts'
import { campaignExtras } from './extra-keys.ts'
import { findExtras } from './extras.ts'
import { campaignList } from './list.ts'
import { Campaign, findCampaigns, presentCampaign, type CampaignRow } from './present.ts'
import { wireStatus } from './status.ts'

const tag = 'campaigns'
const url = '/api/campaigns'
const exists = { noun: 'campaign', check: shownRowExists('campaigns') }
const shown = { include: includeParameter(campaignExtras), include_ids: includeIdsParameter }

export function readingRoutes(api: Api): void {
  // Made by listParameters as an object of parameters.
  const parameters = listParameters(campaignList(0)) as TObject
  readRoute(api, {
    url,
    tag,
    summary: 'List campaigns',
    query: Type.Object({ ...parameters.properties, ...shown }),
    response: Type.Object({ data: Type.Array(Campaign), meta: PageMeta, links: PageLinks }),
    handle: (call) => sendList(api, call),
  })
  countsRoute(api, parameters)
  readRoute(api, {
    url: `${url}/:id`,
    tag,
    summary: 'Get a campaign',
    exists,
    query: Type.Object(shown),
    response: dataOf(Campaign),
    handle: async (call) => {
      const [row] = await findCampaigns(api.context.db, call.user_id, [call.id])
      if (!row) throw notFound(`There is no campaign ${call.id}.`)
      const [data] = await withExtras(api, call, [row])
      return sendJson(call.reply, { data })
    },
  })
}

const Count = Type.Integer()
const Counts = Type.Object({
  total: Count,
  ...Object.fromEntries(Object.values(wireStatus).map((word) => [word, Count])),
})
/** What parameters of the list say nothing about how many there are. */
const ofPages = new Set(['page', 'results_per_page', 'order_by', 'order_type', 'status'])

function countsRoute(api: Api, parameters: TObject): void {
  const asked: [string, TSchema][] = Object.entries(parameters.properties)
  readRoute(api, {
    url: `${url}/counts`,
    tag,
    summary: 'Count campaigns by their status',
    description: 'Of those that the search and the filters of the list let through.',
    query: Type.Object(Object.fromEntries(asked.filter(([name]) => !ofPages.has(name)))),
    response: dataOf(Counts),
    handle: async ({ user_id, query }) => {
      const { status: _, ...filters } = campaignList(user_id).filters
      const spec: ListSpec = { ...campaignList(user_id), filters }
      const { where } = readListQuery(spec, query)
      const { rows } = await sql<{ status: CampaignStatus; total: number }>`
        select k.status, count(*) as total from ${spec.from} where ${where} group by k.status`.execute(
        api.context.db,
      )
      return { data: presentCounts(rows) }
    },
  })
}

function presentCounts(rows: readonly { status: CampaignStatus; total: number }[]) {
  const counted = new Map(rows.map(({ status, total }) => [wireStatus[status], total]))
  return {
    total: rows.reduce((sum, { total }) => sum + total, 0),
    ...Object.fromEntries(Object.values(wireStatus).map((word) => [word, counted.get(word) ?? 0])),
  }
}

async function sendList(api: Api, call: ReadCall): Promise<FastifyReply> {
  const { user_id, query, base_url, reply } = call
  const { db } = api.context
  const spec = campaignList(user_id)
  const list = readListQuery(spec, query)
  const { ids, total } = await findPage(db, spec, list)
  const rows = inOrder(ids, ids.length === 0 ? [] : await findCampaigns(db, user_id, ids))
  const data = await withExtras(api, call, rows)
  return sendJson(reply, { data, ...pageFrame(`${base_url}${url}`, query, list, total) })
}

/** Campaigns as they were asked for: with their ids or without, with more keys or without. */
async function withExtras(
  { context: { db, now } }: Api,
  { user_id, query }: ReadCall,
  rows: readonly CampaignRow[],
): Promise<Record<string, Writable>[]> {
  const isWhole = readIncludeIds(query)
  const include = readInclude(query, campaignExtras)
  const extras = await findExtras(db, user_id, rows, { include, now: now() })
  return rows.map((row) => {
    const ids = isWhole && {
      contacts_ids: recipientIds(db, user_id, row),
      sent_contacts_ids: sentIds(db, user_id, row.id),
    }
    return { ...presentCampaign(row, ids || undefined), ...extras.get(row.id) }
  })
}
