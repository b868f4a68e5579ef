import fastifySwagger from '@fastify/swagger'
import { fastify, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { accountRoutes } from './accounts/routes.ts'
import type { FindCredential } from './accounts/credentials.ts'
import { keyRoutes } from './accounts/key-routes.ts'
import { createKeyUse } from './accounts/keys.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { consentRoutes } from './consent/routes.ts'
import { contactRoutes } from './contacts/routes.ts'
import type { Context } from './context.ts'
import { conversationRoutes } from './conversations/routes.ts'
import { customParameterRoutes } from './custom-parameters/routes.ts'
import { serveDashboard } from './dashboard/serve.ts'
import { phoneRoutes, type PhoneApi } from './devices/phone-routes.ts'
import { deviceRoutes } from './devices/routes.ts'
import type { Waker } from './devices/waker.ts'
import { eventRoutes } from './events/routes.ts'
import { flowRoutes } from './flows/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { holdRoutes } from './holds/routes.ts'
import type { Callers } from './http/authentication.ts'
import { createBodyBudget, mebibyte } from './http/body.ts'
import { handleErrors } from './http/error-handler.ts'
import { answerUnknownPaths, refuseOtherMethods, type KnownRoutes } from './http/fallbacks.ts'
import { openApiOptions } from './http/openapi.ts'
import { hostOfUrl } from './http/origin.ts'
import { boundAnswers, refuseWhenBusy } from './http/overload.ts'
import { refuseAddress, refuseBrokenRequest } from './http/protocol-errors.ts'
import { readFormBodies } from './http/register-bodies.ts'
import type { Api } from './http/routing.ts'
import { importRoutes } from './imports/routes.ts'
import { jobRoutes } from './jobs/routes.ts'
import { manualRoutes } from './manual/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { recurringRoutes } from './recurring/routes.ts'
import { rssRoutes } from './rss/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { segmentRoutes } from './segments/routes.ts'
import { smsRoutes } from './sms/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { healthRoutes } from './totals/routes.ts'

export type AppOptions = {
  context: Context
  find: FindCredential
  /** Who a browser is signed in as. */
  findSignIn: Callers['bySignIn']
  waker: Waker
  trustProxy: false | number | string[]
  /** How many wait for a connection to the database. */
  waiting: () => number
  /** What phones are served with. */
  phones: { context: Context; find: FindCredential }
}

/** Bodies that the process holds in memory at one moment, over all requests. */
const bodyBudgetBytes = 128 * mebibyte
/** Those of phones, so that nobody else can use it up. */
const phoneBudgetBytes = 32 * mebibyte
/** Beyond it connections are closed at once; each costs some 20 KiB. */
const connectionsMax = 10_000

/** One process as an HTTP server: the API, its manual, the dashboard, and what phones speak. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { context, waker, trustProxy, waiting, phones } = options
  // Widened, so that the instance has Fastify's own type.
  const log: FastifyBaseLogger = context.log.child({}, { level: quietLevel(context.log.level) })
  const app = fastify({
    loggerInstance: log,
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    // A connection that says nothing for this long is closed; phones' streams speak every 20 s. The file of an import may
    // take its time as long as it moves.
    connectionTimeout: 75_000,
    requestTimeout: 1_800_000,
    keepAliveTimeout: 75_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    rewriteUrl: ({ url = '/' }) => collapseSlashes(url),
    forceCloseConnections: 'idle',
    genReqId: () => crypto.randomUUID(),
    clientErrorHandler: refuseBrokenRequest,
    frameworkErrors: refuseAddress,
  })
  app.server.maxConnections = connectionsMax
  app.decorateRequest('user_id', 0)
  app.decorateRequest('api_key_id', null)
  app.decorateRequest('person_id', null)
  app.decorateRequest('sign_in_id', null)
  // Fields are read by http/fields.ts; the schemas are for the documents and for what leaves.
  app.setValidatorCompiler(() => () => true)
  handleErrors(app)
  await app.register(fastifySwagger, openApiOptions)

  const callers = callersOf(options)
  const budget = createBodyBudget(bodyBudgetBytes)
  answerUnknownPaths(app, callers, await serveDashboard(app))

  app.get('/health', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/ready', { schema: { hide: true } }, async () => {
    await sql`select 1`.execute(context.db)
    return { status: 'ok' }
  })
  await app.register(async (scope) => manualRoutes(scope))
  await app.register(async (scope) => {
    refuseWhenBusy(scope, waiting)
    boundAnswers(scope)
    readFormBodies(scope, budget)
    const routes: KnownRoutes = new Map()
    const api: Api = { app: scope, context, callers, routes }
    apiRoutes(api)
    refuseOtherMethods(scope, routes)
  })
  await servePhones(app, { ...phones, waker })
  // Who types the bare host into the app should be told what is missing.
  app.post('/device', { schema: { hide: true } }, async (_request, reply) =>
    reply.code(404).send({ message: 'The API URL of the app must end in /api/mobile/v1.' }),
  )
  return app
}

/** The table of contents of the HTTP API. */
function apiRoutes(api: Api): void {
  accountRoutes(api)
  campaignRoutes(api)
  consentRoutes(api)
  contactRoutes(api)
  conversationRoutes(api)
  customParameterRoutes(api)
  deviceRoutes(api)
  eventRoutes(api)
  flowRoutes(api)
  healthRoutes(api)
  historyRoutes(api)
  holdRoutes(api)
  importRoutes(api)
  jobRoutes(api)
  keyRoutes(api)
  noticeRoutes(api)
  overviewRoutes(api)
  peopleRoutes(api)
  recurringRoutes(api)
  rssRoutes(api)
  searchRoutes(api)
  segmentRoutes(api)
  smsRoutes(api)
  templateRoutes(api)
}

/** Programs by their key, people by the cookie of their browser. */
function callersOf({ context, find, findSignIn }: AppOptions): Callers {
  const noteUse = createKeyUse(context)
  return {
    publicHost: hostOfUrl(context.publicUrl),
    byKey: async (key) => {
      const found = await find('api_key', key)
      if (!found) return undefined
      const { user_id, subject_id } = found
      await noteUse({ user_id, id: subject_id })
      return { user_id, api_key_id: subject_id, person_id: null, sign_in_id: null }
    },
    bySignIn: findSignIn,
  }
}

/** Phones speak a protocol of their own, which is no part of the public API. */
async function servePhones(app: FastifyInstance, api: Omit<PhoneApi, 'budget'>): Promise<void> {
  const budget = createBodyBudget(phoneBudgetBytes)
  for (const prefix of ['/api/mobile/v1', '/mobile/v1']) {
    await app.register(
      async (scope) => {
        scope.addHook('onRoute', (route) => {
          route.schema = { ...route.schema, hide: true }
        })
        phoneRoutes(scope, { ...api, budget })
      },
      { prefix },
    )
  }
}

/** A slash typed at the end of the base URL gives `…/v1//device`. The query is left as it is. */
function collapseSlashes(url: string): string {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  return path.includes('//') ? path.replaceAll(/\/{2,}/g, '/') + url.slice(path.length) : url
}

/** The framework's own lines (each request, each address) are left out; its warnings are not. */
function quietLevel(level: string): string {
  return ['silent', 'fatal', 'error'].includes(level) ? level : 'warn'
}
