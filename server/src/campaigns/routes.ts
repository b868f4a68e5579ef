import { Type, type TObject } from 'typebox'
import type { FastifyReply } from 'fastify'
import { notFound } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { required, resource } from '../http/fields.ts'
import { phoneNumber } from '../http/field-readers.ts'
import { includeIdsParameter, readIncludeIds } from '../http/include-ids.ts'
import { listParameters } from '../http/list-route.ts'
import { findPage, inOrder, pageFrame, PageLinks, PageMeta, readListQuery } from '../http/list.ts'
import { readRoute, writeRoute, type Api, type ReadCall } from '../http/routing.ts'
import { sendJson } from '../http/stream-json.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { recipientIds, sentIds } from './audience.ts'
import { createCampaign, updateCampaign } from './edit.ts'
import { campaignChange, newCampaign } from './fields.ts'
import { campaignList } from './list.ts'
import {
  cancelCampaign,
  deleteCampaign,
  duplicateCampaign,
  pauseCampaign,
  releaseCampaign,
  resumeCampaign,
  retryCampaign,
} from './moves.ts'
import { Campaign, findCampaigns, presentCampaign, type CampaignRow } from './present.ts'
import { previewRoutes } from './preview-routes.ts'
import { testCampaign } from './test-send.ts'

const tag = 'campaigns'
const url = '/api/campaigns'
const exists = { noun: 'campaign', check: shownRowExists('campaigns') }

export function campaignRoutes(api: Api): void {
  readingRoutes(api)
  writingRoutes(api)
  moveRoutes(api)
  previewRoutes(api)
}

function readingRoutes(api: Api): void {
  // Made by listParameters as an object of parameters.
  const parameters = listParameters(campaignList(0)) as TObject
  readRoute(api, {
    url,
    tag,
    summary: 'List campaigns',
    query: Type.Object({ ...parameters.properties, include_ids: includeIdsParameter }),
    response: Type.Object({ data: Type.Array(Campaign), meta: PageMeta, links: PageLinks }),
    handle: (call) => sendList(api, call),
  })
  readRoute(api, {
    url: `${url}/:id`,
    tag,
    summary: 'Get a campaign',
    exists,
    query: Type.Object({ include_ids: includeIdsParameter }),
    response: dataOf(Campaign),
    handle: async (call) => {
      const [row] = await findCampaigns(api.context.db, call.user_id, [call.id])
      if (!row) throw notFound(`There is no campaign ${call.id}.`)
      return sendJson(call.reply, { data: withIds(api, row, readIncludeIds(call.query)) })
    },
  })
}

function writingRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url,
    tag,
    summary: 'Create a campaign',
    body: newCampaign,
    response: IdAnswer,
    description: 'A draft, unless `send` is set.',
    handle: async (tx, { user_id, fields }) => ({
      data: { id: await createCampaign(tx, context, user_id, fields) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id`,
    tag,
    summary: 'Change a campaign',
    exists,
    body: campaignChange,
    response: IdAnswer,
    description:
      'While it is `draft` or `scheduled`; its SIMs, quiet hours and end also while it is `paused`.',
    handle: async (tx, { user_id, id: campaign_id, fields: { expected_revision, ...fields } }) => {
      const expected = expected_revision === undefined ? {} : { expected_revision }
      await updateCampaign(tx, context, { user_id, id: campaign_id, fields, ...expected })
      return { data: { id: campaign_id } }
    },
  })
  writeRoute(api, {
    method: 'DELETE',
    url: `${url}/:id`,
    tag,
    summary: 'Delete a campaign',
    exists,
    response: IdAnswer,
    description: 'Withdraws its pending messages. All of them stay in `/api/sms`.',
    handle: async (tx, { user_id, id: campaign_id }) => {
      await deleteCampaign(tx, context, user_id, campaign_id)
      return { data: { id: campaign_id } }
    },
  })
}

const moveDocs = {
  pause: {
    run: pauseCampaign,
    summary: 'Pause a campaign',
    description: 'Nothing more is handed to a phone.',
  },
  resume: {
    run: resumeCampaign,
    summary: 'Resume a campaign',
    description: 'Back to where it was paused.',
  },
  release: {
    run: releaseCampaign,
    summary: 'Release a campaign that came back from a backup',
    description:
      'What is pending of it may have been sent since the backup was made, and is sent now. To send none of it, cancel it.',
  },
  cancel: {
    run: cancelCampaign,
    summary: 'Cancel a campaign',
    description: 'What is pending is cancelled, for good.',
  },
  retry: {
    run: retryCampaign,
    summary: 'Send the failed messages again',
    description:
      'Never those that may have gone out; each of these a person may retry at `/api/sms/{id}/retry`.',
  },
}

function moveRoutes(api: Api): void {
  const { context } = api
  for (const [verb, { run, summary, description }] of Object.entries(moveDocs)) {
    writeRoute(api, {
      method: 'POST',
      url: `${url}/:id/${verb}`,
      tag,
      summary,
      description,
      exists,
      response: IdAnswer,
      handle: async (tx, { user_id, id: campaign_id }) => {
        await run(tx, context, user_id, campaign_id)
        return { data: { id: campaign_id } }
      },
    })
  }
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id/duplicate`,
    tag,
    summary: 'Duplicate a campaign',
    description: 'Answers the id of the new draft.',
    exists,
    response: IdAnswer,
    handle: async (tx, { user_id, id: campaign_id }) => ({
      data: { id: await duplicateCampaign(tx, context, user_id, campaign_id) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id/test`,
    tag,
    summary: 'Send the text to one number',
    description: 'A single sms that counts nowhere in the campaign.',
    exists,
    body: resource({ phone_number: required(phoneNumber()) }),
    response: dataOf(Type.Object({ sms_ids: Type.Array(Type.Integer()) })),
    handle: async (tx, { user_id, id: campaign_id, fields }) => ({
      data: { sms_ids: await testCampaign(tx, context, { user_id, id: campaign_id, ...fields }) },
    }),
  })
}

async function sendList(api: Api, call: ReadCall): Promise<FastifyReply> {
  const { user_id, query, base_url, reply } = call
  const { db } = api.context
  const spec = campaignList(user_id)
  const list = readListQuery(spec, query)
  const isWhole = readIncludeIds(query)
  const { ids, total } = await findPage(db, spec, list)
  const rows = inOrder(ids, ids.length === 0 ? [] : await findCampaigns(db, user_id, ids))
  const data = rows.map((row) => withIds(api, row, isWhole))
  return sendJson(reply, { data, ...pageFrame(`${base_url}${url}`, query, list, total) })
}

function withIds({ context: { db } }: Api, row: CampaignRow, isWhole: boolean) {
  if (!isWhole) return presentCampaign(row)
  const { user_id, id: campaign_id } = row
  return presentCampaign(row, {
    contacts_ids: recipientIds(db, user_id, row),
    sent_contacts_ids: sentIds(db, user_id, campaign_id),
  })
}
