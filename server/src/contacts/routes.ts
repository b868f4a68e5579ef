import { notFound } from '../errors.ts'
import { flag, integer, phoneNumber, text } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { rowExists } from '../http/exists.ts'
import { listParameters, listRoute } from '../http/list-route.ts'
import { readListQuery } from '../http/list.ts'
import { parameters } from '../http/parameters-reader.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { contactList } from './list.ts'
import { Contact, findContacts, presentContact } from './present.ts'
import { ContactCounts, countContacts } from './counts.ts'
import { deleteContact } from './delete.ts'
import { createContact, updateContact } from './service.ts'

const tag = 'contacts'
const exists = { noun: 'contact', check: rowExists('contacts') }

const number = phoneNumber({
  description:
    "In any way a person writes it; without + it is read in the account's default country",
})
const rest = {
  name: optional(text({ max: 255, clearable: true })),
  custom_parameters: optional(parameters()),
  has_opted_out: optional(
    flag({ description: 'Remembered for the number, also when the contact is deleted' }),
  ),
  consent_note: optional(
    text({
      min: 1,
      max: 1000,
      description: 'How the contact opted out or in; kept in the record of its consent',
    }),
  ),
}
const newContact = resource({ phone_number: required(number), ...rest })
const contactChange = resource({
  phone_number: optional(number),
  ...rest,
  expected_revision: optional(integer({ min: 1, max: 2_147_483_647 })),
})

export function contactRoutes(api: Api): void {
  readingRoutes(api)
  writingRoutes(api)
}

function readingRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url: '/api/contacts',
    tag,
    summary: 'List contacts',
    item: Contact,
    spec: contactList,
    load: findContacts,
    present: presentContact,
  })
  readRoute(api, {
    url: '/api/contacts/counts',
    tag,
    summary: 'Count contacts',
    description: 'With the search and the filters of the list.',
    query: listParameters(contactList(0)),
    response: dataOf(ContactCounts),
    handle: async ({ user_id, query }) => {
      const { where } = readListQuery(contactList(user_id), query)
      return { data: await countContacts(context.db, user_id, where) }
    },
  })
  readRoute(api, {
    url: '/api/contacts/:id',
    tag,
    summary: 'Get a contact',
    exists,
    response: dataOf(Contact),
    handle: async ({ user_id, id }) => {
      const [contact] = await findContacts(context.db, user_id, [id])
      if (!contact) throw notFound(`There is no contact ${id}.`)
      return { data: presentContact(contact) }
    },
  })
}

function writingRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/contacts',
    tag,
    summary: 'Create a contact',
    body: newContact,
    response: IdAnswer,
    description:
      'A number that has opted out before is opted out again, whatever the request says.',
    handle: async (tx, { user_id, api_key_id, person_id, fields }) => ({
      data: { id: await createContact(tx, context, { user_id, api_key_id, person_id }, fields) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/contacts/:id',
    tag,
    summary: 'Change a contact',
    exists,
    body: contactChange,
    response: IdAnswer,
    description:
      'Opting out cancels what is pending. A new number brings along whether it has opted out.',
    handle: async (tx, call) => {
      const { user_id, id, api_key_id, person_id, fields } = call
      const { expected_revision, ...change } = fields
      const expected = expected_revision === undefined ? {} : { expected_revision }
      await updateContact(tx, context, { user_id, id, api_key_id, person_id, change, ...expected })
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'DELETE',
    url: '/api/contacts/:id',
    tag,
    summary: 'Delete a contact',
    exists,
    response: IdAnswer,
    description: 'Withdraws its pending messages and deletes all of them.',
    handle: async (tx, { user_id, id }) => {
      await deleteContact(tx, context, user_id, id)
      return { data: { id } }
    },
  })
}
