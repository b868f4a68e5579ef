import { Type } from 'typebox'
import { keywordsOf } from '../accounts/consent-settings.ts'
import { getAccount } from '../accounts/service.ts'
import { readNumbers } from '../contacts/read-numbers.ts'
import { rowExists } from '../http/exists.ts'
import { text } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { phoneNumbers } from '../http/list-readers.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, nullable } from '../http/wire.ts'
import { createMatcher } from '../keywords/match.ts'
import { defaultKeywords, keywordActions } from '../keywords/words.ts'
import {
  addOptOuts,
  findOptOuts,
  OptOut,
  optOutCsv,
  optOutsMax,
  optOutList,
  presentOptOut,
} from './opt-outs.ts'
import { ConsentRecord, findConsentRecords, presentConsentRecord } from './records.ts'

const tag = 'opt-outs'
const Action = Type.String({ enum: [...keywordActions] })

const newOptOuts = resource({
  phone_numbers: required(phoneNumbers()),
  consent_note: optional(
    text({ min: 1, max: 1000, description: 'Where they come from; kept in the record of each' }),
  ),
})

export function consentRoutes(api: Api): void {
  optOutRoutes(api)
  wordRoutes(api)
  const { context } = api
  readRoute(api, {
    url: '/api/contacts/:id/consent',
    tag: 'contacts',
    summary: 'Get the record of the consent of a contact',
    description: 'Of its number, newest first: also from before the contact was made.',
    exists: { noun: 'contact', check: rowExists('contacts') },
    response: dataOf(Type.Array(ConsentRecord)),
    handle: async ({ user_id, id }) => {
      const records = await findConsentRecords(context.db, user_id, id)
      return { data: records.map(presentConsentRecord) }
    },
  })
}

function optOutRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url: '/api/opt-outs',
    tag,
    summary: 'List opt-outs',
    description:
      'By number, also of deleted contacts. With `Accept: text/csv` all of them are answered as a file.',
    item: OptOut,
    spec: optOutList,
    load: findOptOuts,
    present: presentOptOut,
    csv: optOutCsv,
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/opt-outs',
    tag,
    summary: 'Bring opt-outs along',
    body: newOptOuts,
    response: dataOf(Type.Object({ added: Type.Integer(), known: Type.Integer() })),
    description:
      'At most 100,000 numbers; an import takes more. They need not be contacts. What is pending of those that are is cancelled; nobody is told.',
    handle: async (tx, { user_id, api_key_id, person_id, fields }) => {
      const { numbers, problems } = await readNumbers(
        tx,
        user_id,
        fields.phone_numbers,
        'phone_numbers',
      )
      if (numbers.length > optOutsMax) {
        const title = `phone_numbers may have at most ${optOutsMax} numbers here. Import a file for more.`
        problems.add({ title, field: 'phone_numbers' })
      }
      problems.throwIfAny()
      const note = fields.consent_note ?? null
      const by = { user_id, api_key_id, person_id }
      const added = await addOptOuts(tx, context, by, { numbers, note })
      return { data: { added, known: numbers.length - added } }
    },
  })
}

function wordRoutes(api: Api): void {
  readRoute(api, {
    url: '/api/opt-out-words',
    tag,
    summary: 'List the words that count until an account changes them',
    response: dataOf(
      Type.Array(Type.Object({ word: Type.String(), language: Type.String(), action: Action })),
    ),
    handle: async () => ({ data: defaultKeywords }),
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/opt-out-words/try',
    tag,
    summary: 'Say what a text would do',
    description:
      'By the words of the account. `action` is null where the text is one like any other. An opt-in word is one too where there is no opt-out to undo.',
    body: resource({ text: required(text({ min: 1, max: 5000 })) }),
    response: dataOf(Type.Object({ action: nullable(Action), word: nullable(Type.String()) })),
    handle: async (tx, { user_id, fields }) => {
      const match = createMatcher(keywordsOf(await getAccount(tx, user_id)))(fields.text)
      return { data: match ?? { action: null, word: null } }
    },
  })
}
