import type { FastifyReply, FastifyRequest } from 'fastify'
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
import { importForm, runFields } from './fields.ts'
import { importList } from './list.ts'
import { whyNotCancel } from './moves.ts'
import { findImports, Import, presentImport } from './present.ts'
import { receiveImport } from './receive.ts'
import { findRefusedPage, RefusedPage, refusedParameters, wantsJson } from './refused-list.ts'
import { sendRefused } from './refused.ts'
import { runImport } from './run.ts'
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
    present: (row) => presentImport(row, context.now()),
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
      return { data: presentImport(found, context.now()) }
    },
  })
  readRoute(api, {
    url: `${url}/:id/refused`,
    tag,
    summary: 'Download the refused rows',
    description:
      'A CSV of line, reason and the row in its own columns; corrected, it can be imported as it is. ' +
      'With `Accept: application/json` a page of them.',
    exists,
    query: refusedParameters,
    response: RefusedPage,
    handle: async ({ user_id, id, query, base_url, request, reply }) => {
      if (!wantsJson(request)) return sendRefused(reply, context.db, { user_id, id })
      const address = `${base_url}${url}/${id}/refused`
      return findRefusedPage(context.db, { user_id, id }, { query, address })
    },
  })
  moveRoutes(api)
}

function moveRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: `${url}/:id/run`,
    tag,
    summary: 'Import the file of a dry run',
    description:
      'Answers the id of a new import of the same file, which is kept for a day after a dry run (the last three of an account). ' +
      'What is not given is as it was in the dry run; with `dry_run` it is tried once more.',
    exists,
    body: runFields,
    response: IdAnswer,
    handle: async (tx, { user_id, id, fields }) => ({
      data: { id: await runImport(tx, context, { user_id, id }, fields) },
    }),
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
  const { app, context, callers, routes } = api
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
        security: [{ apiKey: [] }, { signIn: [] }],
        body: importForm,
        consumes: ['multipart/form-data'],
        response: { 200: IdAnswer, '4xx': ErrorAnswer, '5xx': ErrorAnswer },
      },
      onRequest: (request: FastifyRequest, reply: FastifyReply) =>
        authenticate(request, reply, callers),
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
  const reason = whyNotCancel(found)
  if (reason !== null) throw conflict(reason)
  await endImport(tx, one, { status: 'cancelled', now })
}
