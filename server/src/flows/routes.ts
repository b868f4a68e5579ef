import { notFound } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { choice, flag, id as idOf, integer, text } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { segmentOfFlow } from '../segments/audience-fields.ts'
import { checkTemplate, contentMax } from '../templates/template.ts'
import { flowList } from './list.ts'
import { findFlows, Flow, presentFlow } from './present.ts'
import { createFlow, deleteFlow, updateFlow, waitTimeMax, waitTimeTypes } from './service.ts'

const tag = 'flows'
const exists = { noun: 'flow', check: shownRowExists('flows') }

const name = text({ min: 1, max: 255 })
const content = text({
  min: 1,
  max: contentMax,
  check: (source) => checkTemplate(source).map(({ title }) => title),
  description: 'The text, in the template language',
})
const footer = optional(
  flag({ description: "Whether the account's `opt_out_footer` is added; true if not given" }),
)
const device = idOf({ description: 'One of your devices' })
const sim = integer({ min: 1, max: 3, description: 'The `subscription_id` of one of its SIMs' })
const waitTime = integer({
  min: 0,
  max: waitTimeMax,
  description: 'How long after entering the text is due',
})
const waitTimeType = choice(waitTimeTypes)
const segment = optional(segmentOfFlow)
const isEnabled = optional(flag({ description: 'Whether contacts enter; true if not given' }))

const newFlow = resource({
  name: required(name),
  content: required(content),
  footer,
  device_id: required(device),
  sim_subscription_id: required(sim),
  wait_time: required(waitTime),
  wait_time_type: required(waitTimeType),
  segment,
  is_enabled: isEnabled,
})

const flowChange = resource({
  name: optional(name),
  content: optional(content),
  footer,
  device_id: optional(device),
  sim_subscription_id: optional(sim),
  wait_time: optional(waitTime),
  wait_time_type: optional(waitTimeType),
  segment,
  is_enabled: isEnabled,
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

export function flowRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url: '/api/flows',
    tag,
    summary: 'List flows',
    item: Flow,
    spec: flowList,
    load: findFlows,
    present: presentFlow,
  })
  readRoute(api, {
    url: '/api/flows/:id',
    tag,
    summary: 'Get a flow',
    exists,
    response: dataOf(Flow),
    handle: async ({ user_id, id }) => {
      const [flow] = await findFlows(context.db, user_id, [id])
      if (!flow) throw notFound(`There is no flow ${id}.`)
      return { data: presentFlow(flow) }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/flows',
    tag,
    summary: 'Create a flow',
    body: newFlow,
    response: IdAnswer,
    handle: async (tx, { user_id, fields }) => ({
      data: { id: await createFlow(tx, context, user_id, fields) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/flows/:id',
    tag,
    summary: 'Change a flow',
    exists,
    body: flowChange,
    response: IdAnswer,
    description: 'Another segment, or switching it on again, admits nobody who matches already.',
    handle: async (tx, { user_id, id, fields: { expected_revision, ...change } }) => {
      const expected = expected_revision === undefined ? {} : { expected_revision }
      await updateFlow(tx, context, { user_id, id, change, ...expected })
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'DELETE',
    url: '/api/flows/:id',
    tag,
    summary: 'Delete a flow',
    exists,
    response: IdAnswer,
    description: 'Cancels what is pending of it. Its messages stay.',
    handle: async (tx, { user_id, id }) => {
      await deleteFlow(tx, context, user_id, id)
      return { data: { id } }
    },
  })
}
