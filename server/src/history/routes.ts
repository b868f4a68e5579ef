import { Type } from 'typebox'
import { rowExists } from '../http/exists.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, type Api } from '../http/routing.ts'
import { dataOf } from '../http/wire.ts'
import {
  findFlowsOf,
  findSegmentsOf,
  FlowOfContact,
  presentFlowOf,
  SegmentOfContact,
} from './belonging.ts'
import { historyList } from './list.ts'
import { findItems, HistoryItem, presentItem } from './present.ts'

const tag = 'contacts'
const exists = { noun: 'contact', check: rowExists('contacts') }

export function historyRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url: '/api/contacts/:id/history',
    tag,
    summary: 'List what happened with a contact',
    description:
      'Newest first. What was changed is kept for a year; texts as long as the account keeps them; consent for ever, by number.',
    exists,
    item: HistoryItem,
    spec: historyList,
    load: findItems,
    present: presentItem,
  })
  readRoute(api, {
    url: '/api/contacts/:id/segments',
    tag,
    summary: 'List the saved segments that a contact is in',
    exists,
    response: dataOf(Type.Array(SegmentOfContact)),
    handle: async ({ user_id, id }) => ({ data: await findSegmentsOf(context.db, user_id, id) }),
  })
  readRoute(api, {
    url: '/api/contacts/:id/flows',
    tag,
    summary: 'List the flows that a contact has entered',
    exists,
    response: dataOf(Type.Array(FlowOfContact)),
    handle: async ({ user_id, id }) => {
      const flows = await findFlowsOf(context.db, user_id, id)
      return { data: flows.map(presentFlowOf) }
    },
  })
}
