import { Type } from 'typebox'
import { invalid } from '../errors.ts'
import { rowExists } from '../http/exists.ts'
import { id as idReader, integer, text } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, IdAnswer, nullable } from '../http/wire.ts'
import { Sms } from '../sms/present.ts'
import { contentMax } from '../templates/template.ts'
import {
  Conversation,
  conversationList,
  countUnread,
  findConversations,
  presentConversation,
} from './list.ts'
import { answerContact, markRead, markUnread } from './service.ts'
import { findTexts } from './texts.ts'

const tag = 'conversations'
// Everybody has one, be it empty.
const exists = { noun: 'contact', check: rowExists('contacts') }

export function conversationRoutes(api: Api): void {
  readingRoutes(api)
  markingRoutes(api)
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/conversations/:id/reply',
    tag,
    summary: 'Answer a contact',
    exists,
    body: resource({
      content: required(text({ min: 1, max: contentMax })),
      device_id: optional(idReader()),
      sim_subscription_id: optional(integer({ min: 1, max: 3 })),
    }),
    response: dataOf(Type.Object({ sms_ids: Type.Array(Type.Integer()) })),
    description:
      'From the SIM that the contact wrote to last, or, when that is gone, from the one that it was last written from; another may be named.',
    handle: async (tx, { user_id, id: contact_id, fields }) => ({
      data: { sms_ids: await answerContact(tx, context, { user_id, contact_id }, fields) },
    }),
  })
}

function readingRoutes(api: Api): void {
  const { context } = api
  listRoute(api, {
    url: '/api/conversations',
    tag,
    summary: 'List conversations',
    description:
      'One for each contact who has written or been answered. Newest first by what was last received or answered.',
    item: Conversation,
    spec: conversationList,
    load: findConversations,
    present: presentConversation,
    beside: {
      schema: { unread_total: Type.Integer({ description: 'Unread texts in all conversations' }) },
      load: async (db, user_id) => ({ unread_total: await countUnread(db, user_id) }),
    },
  })
  readRoute(api, {
    url: '/api/conversations/:id/sms',
    tag,
    summary: 'Get the texts of a conversation',
    description: 'At most 50, newest first.',
    exists,
    query: Type.Object({
      before_sms_id: Type.Optional(
        Type.Integer({ minimum: 1, description: 'Only what is older than this one' }),
      ),
    }),
    response: Type.Object({
      data: Type.Array(Sms),
      next_before_sms_id: nullable(
        Type.Integer({ description: 'Where to go on; null when there is no more' }),
      ),
    }),
    handle: ({ user_id, id, query }) =>
      findTexts(context.db, user_id, id, readBefore(query.get('before_sms_id'))),
  })
}

function markingRoutes(api: Api): void {
  writeRoute(api, {
    method: 'POST',
    url: '/api/conversations/:id/read',
    tag,
    summary: 'Mark a conversation as read',
    exists,
    body: resource({
      up_to_sms_id: optional(idReader({ description: 'Up to this text; without it, all' })),
    }),
    response: IdAnswer,
    handle: async (tx, { user_id, id, fields }) => {
      await markRead(tx, user_id, id, fields.up_to_sms_id)
      return { data: { id } }
    },
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/conversations/:id/unread',
    tag,
    summary: 'Mark the newest received text as unread',
    exists,
    response: IdAnswer,
    handle: async (tx, { user_id, id }) => {
      await markUnread(tx, user_id, id)
      return { data: { id } }
    },
  })
}

function readBefore(given: string | null): number | undefined {
  if (given === null || given.trim() === '') return undefined
  const id = /^[1-9]\d{0,15}$/.test(given.trim()) ? Number(given) : Number.NaN
  if (Number.isSafeInteger(id)) return id
  throw invalid([{ title: 'before_sms_id must be a whole number from 1.', field: 'before_sms_id' }])
}
