import { writeRoute, type Api } from '../http/routing.ts'
import { dataOf } from '../http/wire.ts'
import { checkPreview } from './check-preview.ts'
import { campaignToPreview } from './fields.ts'
import { PreviewAnswer, presentPreview } from './preview-present.ts'
import { previewCampaign } from './preview.ts'

export function previewRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/campaigns/preview',
    tag: 'campaigns',
    summary: 'Preview a campaign',
    body: campaignToPreview,
    response: dataOf(PreviewAnswer),
    description:
      'Takes what creating one takes, none of it required. To whom it would go, what they would get, in how many parts, and until when. Nothing is written.',
    handle: async (tx, { user_id, fields }) => {
      const previewed = await checkPreview(tx, context, user_id, fields)
      const preview = await previewCampaign(tx, context, user_id, previewed)
      return { data: presentPreview(preview, previewed) }
    },
  })
}
