import { notFound, invalid } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { flag, id as idOf, integer, text } from '../http/field-readers.ts'
import { optional, required, resource, type Values } from '../http/fields.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api, type WriteCall } from '../http/routing.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { segmentOfFlow } from '../segments/audience-fields.ts'
import { findTextRules } from '../templates/text-rules.ts'
import { contentMax, contentProblems } from './content.ts'
import { tryFeed } from './feed-source.ts'
import { automationList } from './list.ts'
import { Automation, findAutomations, presentAutomation } from './present.ts'
import { Preview, presentPreview } from './preview.ts'
import { createAutomation, deleteAutomation, updateAutomation } from './service.ts'
import { settingsReader } from './settings.ts'

const tag = 'rss-automations'
const url = '/api/rss-automations'
const exists = { noun: 'RSS automation', check: shownRowExists('rss_automations') }

const rssUrl = text({ min: 1, max: 2000, description: 'The address of an RSS, Atom or JSON feed' })
const name = text({ min: 1, max: 255 })
const content = text({
  min: 1,
  max: contentMax,
  check: contentProblems,
  description: 'The text, in the template language, with the variables of an item',
})
const footer = optional(
  flag({ description: "Whether the account's `opt_out_footer` is added; true if not given" }),
)
const device = idOf({ description: 'One of your devices' })
const sim = integer({ min: 1, max: 3, description: 'The `subscription_id` of one of its SIMs' })
const segment = optional(segmentOfFlow)
const settings = optional(settingsReader)
const isEnabled = optional(flag({ description: 'Whether the feed is checked; true if not given' }))

const newAutomation = resource({
  rss_url: required(rssUrl),
  name: required(name),
  content: required(content),
  footer,
  device_id: required(device),
  sim_subscription_id: required(sim),
  segment,
  settings,
  is_enabled: isEnabled,
})

const automationChange = resource({
  rss_url: optional(rssUrl),
  name: optional(name),
  content: optional(content),
  footer,
  device_id: optional(device),
  sim_subscription_id: optional(sim),
  segment,
  settings,
  is_enabled: isEnabled,
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

const previewFields = resource({
  rss_url: required(rssUrl),
  content: optional(content),
  footer,
})

export function rssRoutes(api: Api): void {
  readingRoutes(api)
  previewRoute(api)
  writingRoutes(api)
}

function readingRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url,
    tag,
    summary: 'List RSS automations',
    item: Automation,
    spec: automationList,
    load: findAutomations,
    present: presentAutomation,
  })
  readRoute(api, {
    url: `${url}/:id`,
    tag,
    summary: 'Get an RSS automation',
    exists,
    response: dataOf(Automation),
    handle: async ({ user_id, id }) => {
      const [row] = await findAutomations(context.db, user_id, [id])
      if (!row) throw notFound(`There is no RSS automation ${id}.`)
      return { data: presentAutomation(row) }
    },
  })
}

function previewRoute(api: Api): void {
  const preview = async ({ user_id, fields }: WriteCall<Values<typeof previewFields>>) => {
    const { rss_url, content: source, footer: hasFooter = true } = fields
    const feed = await tryFeed(api.context, rss_url)
    if ('problems' in feed) throw invalid(feed.problems)
    const rules = await findTextRules(api.context.db, user_id)
    const ofAll = hasFooter ? rules : { ...rules, footer: null }
    return { data: await presentPreview(feed.feed, ofAll, source) }
  }
  writeRoute(api, {
    method: 'POST',
    url: `${url}/preview`,
    tag,
    summary: 'Preview the items of a feed',
    description: 'The newest ten, and the text that each would make. Nothing is stored or sent.',
    body: previewFields,
    response: dataOf(Preview),
    prepare: preview,
    handle: async (_tx, _call, prepared) => prepared,
  })
}

function writingRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url,
    tag,
    summary: 'Create an RSS automation',
    body: newAutomation,
    response: IdAnswer,
    description: 'The feed is fetched: one that cannot be read is a 400 that says why.',
    prepare: ({ fields: { rss_url } }) => tryFeed(context, rss_url),
    handle: async (tx, { user_id, fields }, feed) => ({
      data: { id: await createAutomation(tx, context, user_id, { ...fields, feed }) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id`,
    tag,
    summary: 'Change an RSS automation',
    exists,
    body: automationChange,
    response: IdAnswer,
    description:
      'Of `settings` the given keys are changed and the others stay. With another feed or identifier, or switched on again, what is there then is not sent.',
    prepare: async ({ fields: { rss_url } }) =>
      rss_url === undefined ? undefined : tryFeed(context, rss_url),
    handle: async (tx, { user_id, id, fields: { expected_revision, ...change } }, feed) => {
      const expected = expected_revision === undefined ? {} : { expected_revision }
      const given = feed === undefined ? {} : { feed }
      await updateAutomation(tx, context, { user_id, id, change, ...given, ...expected })
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'DELETE',
    url: `${url}/:id`,
    tag,
    summary: 'Delete an RSS automation',
    exists,
    response: IdAnswer,
    description: 'The feed is checked no more. The campaigns that it has made stay and go on.',
    handle: async (tx, { user_id, id }) => {
      await deleteAutomation(tx, context, user_id, id)
      return { data: { id } }
    },
  })
}
