import { Type } from 'typebox'
import { notFound } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { flag, id as idOf, integer, text } from '../http/field-readers.ts'
import { optional, required, resource, type Reader } from '../http/fields.ts'
import { json } from '../http/list-readers.ts'
import { listParameters, listRoute } from '../http/list-route.ts'
import { findPage, inOrder, pageFrame, PageLinks, PageMeta, readListQuery } from '../http/list.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, IdAnswer, wireDatetime } from '../http/wire.ts'
import { segmentOfFlow } from '../segments/audience-fields.ts'
import { checkTemplate, contentMax } from '../templates/template.ts'
import { recurringList, runList } from './list.ts'
import { findRecurring, presentRecurring, Recurring, SettingsAnswer } from './present.ts'
import { findRuns, presentRun, Run } from './runs.ts'
import { createRecurring, deleteRecurring, previewRuns, updateRecurring } from './service.ts'

const tag = 'recurring-campaigns'
const url = '/api/recurring-campaigns'
const exists = { noun: 'recurring campaign', check: shownRowExists('recurring_campaigns') }

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
const settings: Reader<unknown> = {
  ...json(),
  schema: Type.Partial(SettingsAnswer, {
    description: 'When it runs: an object; in a form, the same as JSON text',
  }),
}
const segment = optional(segmentOfFlow)
const isEnabled = optional(flag({ description: 'Whether it runs; true if not given' }))

const newRecurring = resource({
  name: required(name),
  content: required(content),
  footer,
  device_id: required(device),
  sim_subscription_id: required(sim),
  segment,
  settings: required(settings),
  is_enabled: isEnabled,
})

const recurringChange = resource({
  name: optional(name),
  content: optional(content),
  footer,
  device_id: optional(device),
  sim_subscription_id: optional(sim),
  segment,
  settings: optional(settings),
  is_enabled: isEnabled,
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

export function recurringRoutes(api: Api): void {
  readingRoutes(api)
  writingRoutes(api)
}

function readingRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url,
    tag,
    summary: 'List recurring campaigns',
    item: Recurring,
    spec: recurringList,
    load: findRecurring,
    present: presentRecurring,
  })
  readRoute(api, {
    url: `${url}/:id`,
    tag,
    summary: 'Get a recurring campaign',
    exists,
    response: dataOf(Recurring),
    handle: async ({ user_id, id }) => {
      const [row] = await findRecurring(context.db, user_id, [id])
      if (!row) throw notFound(`There is no recurring campaign ${id}.`)
      return { data: presentRecurring(row) }
    },
  })
  readRoute(api, {
    url: `${url}/:id/runs`,
    tag,
    summary: 'List the runs of a recurring campaign',
    exists,
    query: listParameters(runList(0, 0)),
    response: Type.Object({ data: Type.Array(Run), meta: PageMeta, links: PageLinks }),
    handle: async ({ user_id, id, query, base_url }) => {
      const { db } = context
      const spec = runList(user_id, id)
      const list = readListQuery(spec, query)
      const { ids, total } = await findPage(db, spec, list)
      const rows = inOrder(ids, ids.length === 0 ? [] : await findRuns(db, user_id, ids))
      const address = `${base_url}${url}/${id}/runs`
      return { data: rows.map(presentRun), ...pageFrame(address, query, list, total) }
    },
  })
}

function writingRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: `${url}/preview`,
    tag,
    summary: 'Preview the next ten runs of settings',
    description: 'Nothing is stored. Fewer than ten where the rule ends before.',
    body: resource({ settings: required(settings) }),
    response: dataOf(Type.Array(Preview)),
    handle: async (tx, { user_id, fields }) => {
      const runs = await previewRuns(tx, { user_id, now: context.now(), ...fields })
      return {
        data: runs.map(({ run_at, local_time }) => ({
          run_datetime: wireDatetime(run_at),
          local_datetime: wireDatetime(new Date(local_time)),
        })),
      }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url,
    tag,
    summary: 'Create a recurring campaign',
    body: newRecurring,
    response: IdAnswer,
    handle: async (tx, { user_id, fields }) => ({
      data: { id: await createRecurring(tx, context, user_id, fields) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id`,
    tag,
    summary: 'Change a recurring campaign',
    exists,
    body: recurringChange,
    response: IdAnswer,
    description:
      'Of `settings` the given keys are changed and the others stay. What its runs have launched stays as it is.',
    handle: async (tx, { user_id, id, fields: { expected_revision, ...change } }) => {
      const expected = expected_revision === undefined ? {} : { expected_revision }
      await updateRecurring(tx, context, { user_id, id, change, ...expected })
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'DELETE',
    url: `${url}/:id`,
    tag,
    summary: 'Delete a recurring campaign',
    exists,
    response: IdAnswer,
    description: 'It runs no more. The campaigns that it has launched stay and go on.',
    handle: async (tx, { user_id, id }) => {
      await deleteRecurring(tx, context, user_id, id)
      return { data: { id } }
    },
  })
}

const Preview = Type.Object({
  run_datetime: Datetime,
  local_datetime: Type.String({ description: 'What the clocks of the time zone show then' }),
})
