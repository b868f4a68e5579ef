import { Type } from 'typebox'
import { invalidField, notFound } from '../errors.ts'
import { rowExists } from '../http/exists.ts'
import { flag, id as idOf, integer, text } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { createComposer, nobody } from './compose.ts'
import { findTemplateContacts } from './contacts.ts'
import { templateList } from './list.ts'
import { findTemplates, presentTemplate, SavedTemplate } from './present.ts'
import { OddCharacters, presentOdd, presentRendered, RenderedText } from './rendered-text.ts'
import { createTemplate, deleteTemplate, updateTemplate } from './service.ts'
import { checkTemplate, contentMax } from './template.ts'
import { findTextRules } from './text-rules.ts'

const tag = 'templates'
const url = '/api/templates'
const exists = { noun: 'template', check: rowExists('templates') }

const name = text({ min: 1, max: 255 })
const content = text({
  min: 1,
  max: contentMax,
  check: (source) => checkTemplate(source).map(({ title }) => title),
})

const newTemplate = resource({ name: required(name), content: required(content) })

const templateChange = resource({
  name: optional(name),
  content: optional(content),
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

const textToPreview = resource({
  content: required(content),
  contact_id: optional(
    idOf({ description: 'For whom; if not given, for a contact without any field' }),
  ),
  footer: optional(
    flag({ description: "Whether the account's `opt_out_footer` is added; false if not given" }),
  ),
})

export function templateRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url,
    tag,
    summary: 'List templates',
    item: SavedTemplate,
    spec: templateList,
    load: findTemplates,
    present: presentTemplate,
  })
  readRoute(api, {
    url: `${url}/:id`,
    tag,
    summary: 'Get a template',
    exists,
    response: dataOf(SavedTemplate),
    handle: async ({ user_id, id }) => {
      const [template] = await findTemplates(context.db, user_id, [id])
      if (!template) throw notFound(`There is no template ${id}.`)
      return { data: presentTemplate(template) }
    },
  })
  writingRoutes(api)
  previewRoute(api)
}

function writingRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url,
    tag,
    summary: 'Save a template',
    body: newTemplate,
    response: IdAnswer,
    handle: async (tx, { user_id, fields }) => ({
      data: { id: await createTemplate(tx, context, user_id, fields) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id`,
    tag,
    summary: 'Change a template',
    exists,
    body: templateChange,
    response: IdAnswer,
    handle: async (tx, { user_id, id, fields: { expected_revision, ...change } }) => {
      const expected = expected_revision === undefined ? {} : { expected_revision }
      await updateTemplate(tx, context, { user_id, id, change, ...expected })
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'DELETE',
    url: `${url}/:id`,
    tag,
    summary: 'Delete a template',
    exists,
    response: IdAnswer,
    handle: async (tx, { user_id, id }) => {
      await deleteTemplate(tx, user_id, id)
      return { data: { id } }
    },
  })
}

function previewRoute(api: Api): void {
  writeRoute(api, {
    method: 'POST',
    url: `${url}/preview`,
    tag,
    summary: 'Preview a text for a contact',
    description: 'Nothing is saved or sent. For a campaign there is a preview of its own.',
    body: textToPreview,
    response: dataOf(Type.Object({ rendered: RenderedText, odd_characters: OddCharacters })),
    handle: async (tx, { user_id, fields }) => {
      const { content: source, contact_id = null, footer = false } = fields
      const [contact] =
        contact_id === null ? [] : await findTemplateContacts(tx, user_id, [contact_id])
      if (contact_id !== null && !contact)
        throw invalidField('contact_id', `There is no contact ${contact_id}.`)
      const rules = await findTextRules(tx, user_id)
      const composer = createComposer(source, footer ? rules : { ...rules, footer: null })
      return {
        data: {
          rendered: presentRendered(contact_id, composer.compose(contact ?? nobody)),
          odd_characters: presentOdd(source),
        },
      }
    },
  })
}
