import { Type } from 'typebox'
import { shownRowExists } from '../http/exists.ts'
import { required, resource } from '../http/fields.ts'
import { phoneNumber } from '../http/field-readers.ts'
import { writeRoute, type Api } from '../http/routing.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { createCampaign, updateCampaign } from './edit.ts'
import { campaignChange, newCampaign } from './fields.ts'
import {
  cancelCampaign,
  deleteCampaign,
  duplicateCampaign,
  pauseCampaign,
  releaseCampaign,
  resumeCampaign,
} from './moves.ts'
import { previewRoutes } from './preview-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { retryRoute } from './retry.ts'
import { statisticsRoute } from './statistics-route.ts'
import { testCampaign } from './test-send.ts'

const tag = 'campaigns'
const url = '/api/campaigns'
const exists = { noun: 'campaign', check: shownRowExists('campaigns') }

export function campaignRoutes(api: Api): void {
  readingRoutes(api)
  writingRoutes(api)
  moveRoutes(api)
  retryRoute(api)
  previewRoutes(api)
  statisticsRoute(api)
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
