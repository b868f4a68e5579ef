import { Type } from 'typebox'
import { Contact, findContacts, presentContact } from '../contacts/present.ts'
import type { Db } from '../db/pool.ts'
import { invalidField } from '../errors.ts'
import { shownRowExists } from '../http/exists.ts'
import { choice, id, text } from '../http/field-readers.ts'
import { optional, resource } from '../http/fields.ts'
import { listParameters } from '../http/list-route.ts'
import { inOrder, PageLinks, PageMeta } from '../http/list.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, nullable } from '../http/wire.ts'
import { nobodyAtAll } from './audience.ts'
import { audienceFields } from './audience-fields.ts'
import { checkAudience } from './check-audience.ts'
import { contactsOfSegment, findContactsPage } from './contacts-of.ts'
import { previewSegment, type SegmentPreview } from './preview.ts'
import { segmentTypes } from './service.ts'
import { findUses, Usage } from './usage.ts'

const tag = 'segments'
const url = '/api/segments'
const exists = { noun: 'segment', check: shownRowExists('segments') }

const segmentToPreview = resource({
  name: optional(text({ min: 1, max: 255 })),
  type: optional(choice(segmentTypes, { description: 'As of a new segment' })),
  segment_id: optional(
    id({ description: 'A segment that there is, in place of all other fields' }),
  ),
  ...audienceFields,
})

const Preview = Type.Object({
  total: Type.Integer(),
  opted_out: Type.Integer({ description: 'Of them, who has opted out' }),
  cannot_be_texted: Type.Integer({ description: 'Of them, senders that are no phone number' }),
  new_numbers: Type.Integer({ description: 'Of them, numbers that would become contacts' }),
  sample: Type.Array(Contact, { description: 'The ten newest contacts of them' }),
  incomparable: Type.Array(
    Type.Object({
      key: Type.String(),
      total: Type.Integer({
        description: 'Contacts that all else matches, whose value cannot be compared',
      }),
      example: nullable(Type.String()),
      compared_as: Type.Unsafe<'number' | 'date' | null>({
        type: ['string', 'null'],
        enum: ['number', 'date', null],
        description: 'What the value of the row is; null where it is neither: it matches nobody',
      }),
    }),
  ),
})

export function previewRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: `${url}/preview`,
    tag,
    summary: 'Preview a segment',
    body: segmentToPreview,
    response: dataOf(Preview),
    description: 'Takes what creating one takes. Who would be in it now; nothing is written.',
    handle: async (tx, { user_id, fields }) => {
      const which = fields.segment_id ?? fields.type ?? 'custom'
      const { audience, problems } = await checkAudience(tx, user_id, which, fields)
      if (fields.segment_id !== undefined && !problems.isEmpty) {
        throw invalidField('segment_id', `There is no segment ${fields.segment_id}.`)
      }
      problems.throwIfAny()
      const preview = await previewSegment(tx, user_id, audience)
      return { data: await present(tx, user_id, preview) }
    },
  })
  readRoute(api, {
    url: `${url}/:id/contacts`,
    tag,
    summary: 'List the contacts of a segment',
    description: 'Who is in it now.',
    exists,
    query: listParameters(contactsOfSegment(0, nobodyAtAll)),
    response: Type.Object({ data: Type.Array(Contact), meta: PageMeta, links: PageLinks }),
    handle: async ({ user_id, id: segment_id, query, base_url }) => {
      const address = `${base_url}${url}/${segment_id}/contacts`
      return findContactsPage(context.db, { user_id, id: segment_id }, { query, address })
    },
  })
  readRoute(api, {
    url: `${url}/:id/usage`,
    tag,
    summary: 'See what uses a segment',
    exists,
    response: dataOf(Usage),
    handle: async ({ user_id, id: segment_id }) => {
      const uses = await findUses(context.db, user_id, segment_id)
      return { data: { is_used: uses.length > 0, uses } }
    },
  })
}

async function present(db: Db, user_id: number, { sample_ids, ...preview }: SegmentPreview) {
  const sample = sample_ids.length === 0 ? [] : await findContacts(db, user_id, sample_ids)
  return { ...preview, sample: inOrder(sample_ids, sample).map(presentContact) }
}
