import type { FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { conflict, notFound } from '../errors.ts'
import { authenticate } from '../http/authentication.ts'
import { mebibyte } from '../http/body.ts'
import { ErrorAnswer } from '../http/error-handler.ts'
import { listRoute } from '../http/list-route.ts'
import { readRoute, writeRoute, type Api } from '../http/routing.ts'
import { dataOf, IdAnswer } from '../http/wire.ts'
import { importForm } from './fields.ts'
import { importList } from './list.ts'
import { findImports, Import, presentImport } from './present.ts'
import { receiveImport } from './receive.ts'
import { sendRefused } from './refused.ts'
import { createUploadSlots } from './upload-slots.ts'
import { endImport } from './work.ts'

const tag = 'imports'
const url = '/api/imports'
const exists = { noun: 'import', check: isThere }
const importBytesMax = 1024 * mebibyte

export function importRoutes(api: Api, { fileBytesMax = importBytesMax } = {}): void {
  const { context } = api
  listRoute(api, {
    url,
    tag,
    summary: 'List imports',
    item: Import,
    spec: importList,
    load: findImports,
    present: presentImport,
  })
  uploadRoute(api, fileBytesMax)
  readRoute(api, {
    url: `${url}/:id`,
    tag,
    summary: 'Get an import',
    exists,
    response: dataOf(Import),
    handle: async ({ user_id, id }) => {
      const [found] = await findImports(context.db, user_id, [id])
      if (!found) throw notFound(`There is no import ${id}.`)
      return { data: presentImport(found) }
    },
  })
  readRoute(api, {
    url: `${url}/:id/refused`,
    tag,
    summary: 'Download the refused rows',
    description:
      'A CSV of line, reason and the row in its own columns; corrected, it can be imported as it is.',
    exists,
    handle: async ({ user_id, id, reply }) => sendRefused(reply, context.db, { user_id, id }),
  })
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id/cancel`,
    tag,
    summary: 'Cancel an import',
    description: 'What it has written stays.',
    exists,
    response: IdAnswer,
    handle: async (tx, { user_id, id }) => {
      await cancelImport(tx, { user_id, id }, context.now())
      context.wake.tell({ about: 'engine' })
      return { data: { id } }
    },
  })
}

/** Takes its own bodies: the form parser of the other routes takes no files. */
function uploadRoute(api: Api, fileBytesMax: number): void {
  const { app, context, findKey, routes } = api
  const slots = createUploadSlots()
  // The list has noted the address already.
  routes.get(url)?.methods.add('POST')
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post(url, {
      schema: {
        tags: [tag],
        summary: 'Import contacts from a file',
        description:
          'CSV with a header (comma, semicolon, tab or pipe; UTF-8, Latin-1 or Windows-1252) or JSON Lines. ' +
          'Answers as soon as the file is stored; `GET /api/imports/{id}` tells how far it is.',
        security: [{ apiKey: [] }],
        body: importForm,
        consumes: ['multipart/form-data'],
        response: { 200: IdAnswer, '4xx': ErrorAnswer, '5xx': ErrorAnswer },
      },
      onRequest: (request: FastifyRequest) => authenticate(request, findKey),
      handler: async (request) => {
        const giveBack = slots.take(request.user_id)
        // The parser above leaves the stream; without a body there is none.
        const body = request.body instanceof Readable ? request.body : Readable.from([])
        try {
          return { data: { id: await receiveImport(context, request, { body, fileBytesMax }) } }
        } finally {
          giveBack()
        }
      },
    })
  })
}

async function isThere(db: Db, user_id: number, id: number): Promise<boolean> {
  return (await findImports(db, user_id, [id])).length > 0
}

async function cancelImport(
  tx: Tx,
  one: { user_id: number; id: number },
  now: Date,
): Promise<void> {
  const found = await tx
    .selectFrom('imports')
    .select('status')
    .where('user_id', '=', one.user_id)
    .where('id', '=', one.id)
    .where('status', '<>', 'receiving')
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw notFound(`There is no import ${one.id}.`)
  if (found.status !== 'processing') {
    throw conflict(`The import is ${found.status}; only one that is processing can be cancelled.`)
  }
  await endImport(tx, one, { status: 'cancelled', now })
}
