import { simList } from '../devices/sim-choice.ts'
import { datetime, flag, id, integer, text } from '../http/field-readers.ts'
import { optional, required, requiredUnless, resource } from '../http/fields.ts'
import { ids } from '../http/list-readers.ts'
import { audienceFields, segmentOfCampaign } from '../segments/audience-fields.ts'
import { contentMax } from '../templates/template.ts'
import { windowFields } from './window.ts'

// What requests about a campaign take.

const name = text({ min: 1, max: 255 })
const content = text({
  min: 1,
  max: contentMax,
  description:
    'The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY',
})
const footer = optional(
  flag({ description: "Whether the account's `opt_out_footer` is added; true if not given" }),
)
const sim = integer({ min: 1, max: 3, description: "One of the device's `sims[].subscription_id`" })
const sims = optional(
  simList({
    description: 'Several devices and their SIMs to share the campaign, such as `1:1,2:1`',
  }),
)
const startFields = {
  is_scheduled: optional(flag({ description: 'Send at scheduled_datetime' })),
  scheduled_datetime: optional(datetime()),
  save: optional(flag({ description: 'Save as a draft; so too without save and send' })),
  send: optional(flag({ description: 'Send now, or at scheduled_datetime with is_scheduled' })),
}
const expectedRecipients = optional(
  integer({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    description: 'With send=1: refuse it when it would go to another number of contacts',
  }),
)

export const newCampaign = resource({
  name: required(name),
  content: required(content),
  footer,
  device_id: requiredUnless('sims', id({ description: 'Required, unless sims is given' })),
  sim_subscription_id: requiredUnless('sims', sim),
  sims,
  segment: optional(segmentOfCampaign),
  ...startFields,
  ...windowFields,
  ...audienceFields,
  expected_recipients: expectedRecipients,
})

export const campaignChange = resource({
  name: optional(name),
  content: optional(content),
  footer,
  device_id: optional(id()),
  sim_subscription_id: optional(sim),
  sims,
  segment: optional(segmentOfCampaign),
  ...startFields,
  ...windowFields,
  ...audienceFields,
  expected_recipients: expectedRecipients,
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

/** A campaign that is still being written: nothing of it is required. */
export const campaignToPreview = resource({
  name: optional(name),
  content: optional(content),
  footer,
  device_id: optional(id()),
  sim_subscription_id: optional(sim),
  sims,
  segment: optional(segmentOfCampaign),
  ...startFields,
  ...windowFields,
  ...audienceFields,
  campaign_id: optional(
    id({ description: 'Without `segment`: to whom this campaign would go, as it is stored' }),
  ),
  preview_contacts_ids: optional(
    ids({ description: 'Whose texts to show, at most 100; if not given, some are chosen' }),
  ),
})
