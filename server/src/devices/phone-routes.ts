import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FindCredential } from '../accounts/credentials.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../db/transaction.ts'
import { invalid, notFound, unauthenticated } from '../errors.ts'
import { bearerToken } from '../http/authentication.ts'
import { giveBackWhenOver, phoneBytesMax, readBody, type BodyBudget } from '../http/body.ts'
import { baseUrl } from '../http/routing.ts'
import { endLeases, type Handover } from '../messages/claim.ts'
import { toWireId } from '../messages/wire-id.ts'
import { readAppVersion } from './app-version.ts'
import { enrolPhone, updatePhone } from './enrol.ts'
import { handOver, type Batch, type Phone } from './hand-over.ts'
import { readPhone, readReports } from './phone-payloads.ts'
import { createPhoneFinder, createPhoneSightings } from './phones.ts'
import { createReporter } from './reporter.ts'
import { servedSettings, servedWebhooks } from './served-settings.ts'
import { deviceKey } from './streams.ts'
import type { Waker } from './waker.ts'
import { receiveWebhook } from './webhook.ts'

export type PhoneApi = { context: Context; find: FindCredential; waker: Waker; budget: BodyBudget }

/** Whom a request speaks for, asked before its body is read: `of` answers what the hook has found. */
type Asked<T> = {
  onRequest: (request: FastifyRequest) => Promise<void>
  of: (request: FastifyRequest) => T
}

type AskedPhone = Asked<Phone & { token: string }>

/** The mobile API of the SMSGate app (the protocol, sections 4 to 10). Registered under each of its prefixes. */
export function phoneRoutes(app: FastifyInstance, api: PhoneApi): void {
  const { context, find } = api
  const phones = createPhoneFinder(context, find)
  const sightings = createPhoneSightings(context)
  const phone = askFirst(async (request) => {
    const token = bearerToken(request.headers.authorization)
    const found = token === undefined ? undefined : await phones.find(token)
    // The 401 makes an app enrol itself again.
    if (!found || token === undefined) throw unauthenticated(notEnrolled)
    const app_version = readAppVersion(request.headers['user-agent']) ?? found.app_version
    sightings.note(found, { ip: request.ip, app_version })
    return { ...found, app_version, token }
  })

  // The description of the API is for its clients.
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, hide: true }
  })
  // Not the API's own answer to an unknown path, which asks for a key: the app may ask for what we do not have.
  app.setNotFoundHandler(async () => {
    throw notFound('The mobile API has nothing at this address.')
  })
  readJsonBodies(app, api.budget)
  giveBackWhenOver(app, api.budget)
  enrolmentRoutes(app, api, phone)
  messageRoutes(app, api, phone)
  listeningRoutes(app, api, phone)
  webhookRoute(app, api)
}

function askFirst<T>(find: (request: FastifyRequest) => Promise<T>): Asked<T> {
  const found = new WeakMap<FastifyRequest, { answer: T }>()
  return {
    onRequest: async (request) => {
      found.set(request, { answer: await find(request) })
    },
    of: (request) => {
      const known = found.get(request)
      if (!known) throw new Error('The route does not ask first')
      return known.answer
    },
  }
}

const notEnrolled = 'This phone is not enrolled, or another installation has taken its place.'
const noToken = 'Enrol with the token that was shown when the device was made.'

function enrolmentRoutes(
  app: FastifyInstance,
  { context, find }: PhoneApi,
  askedPhone: AskedPhone,
): void {
  const askedDevice = askFirst(async (request) => {
    const token = bearerToken(request.headers.authorization)
    // Typed by hand into a phone, which likes to begin with a capital.
    const device = token === undefined ? undefined : await find('enrolment', token.toLowerCase())
    if (!device) throw unauthenticated(noToken)
    return device
  })

  app.post('/device', { onRequest: askedDevice.onRequest }, async (request, reply) => {
    const device = askedDevice.of(request)
    const app_version = readAppVersion(request.headers['user-agent']) ?? null
    const phone = readPhone(request.body, { app_version, ...howItCame(context, request) })
    const enrolled = await inTransaction(context.db, (tx) =>
      enrolPhone(tx, device, phone, context.now()),
    )
    if (!enrolled) throw unauthenticated(noToken)
    const { user_id, subject_id: device_id } = device
    const { earlier: installation_id } = enrolled
    if (installation_id !== null) {
      context.wake.tell({ about: 'keys' })
      context.wake.tell({ about: 'shut_out', user_id, device_id, installation_id })
    }
    return reply
      .code(201)
      .send({ id: wireDeviceId(device_id), token: enrolled.token, login: `DEVICE${device_id}` })
  })

  app.patch('/device', { onRequest: askedPhone.onRequest }, async (request, reply) => {
    const phone = askedPhone.of(request)
    const { app_version } = phone
    const reported = readPhone(request.body, { app_version, ...howItCame(context, request) })
    await inTransaction(context.db, (tx) => updatePhone(tx, phone, reported, context.now()))
    return reply.code(204).send()
  })

  // The app reads its public address here, and may ask without a token.
  app.get('/device', async (request) => ({ externalIp: request.ip }))
}

/** A proxy that says nothing of https is believed when it passes on the name that phones are told to reach us by. */
function howItCame({ publicUrl }: Context, { ip, protocol, host }: FastifyRequest) {
  const known = publicUrl === null ? null : new URL(publicUrl)
  const isPublic = known?.host === host && known.protocol === 'https:'
  const reached_over: 'https' | 'http' = protocol === 'https' || isPublic ? 'https' : 'http'
  return { ip, reached_over }
}

function messageRoutes(
  app: FastifyInstance,
  { context, waker }: PhoneApi,
  { onRequest, of }: AskedPhone,
): void {
  const report = createReporter(context, waker)
  for (const url of ['/message', '/messages']) {
    app.get(url, { onRequest, ...noHead }, async (request, reply) => {
      const phone = of(request)
      const now = context.now()
      const hasStream = waker.streams.has(deviceKey(phone))
      // It went away already, and neither of the events below would come any more.
      if (reply.raw.destroyed) return []
      // What it is given, once that is known: the phone may go away before.
      const given: { batch?: Batch } = {}
      const { isOver, hasLostAnswer } = waker.fetches(phone)
      reply.raw.once('finish', isOver)
      reply.raw.once('close', () => {
        isOver()
        if (given.batch && !reply.raw.writableEnded) takeBack(context, phone, given.batch)
      })
      if (hasLostAnswer) await endLeases(context.db, phone, now)
      const batch = await handOver(context.db, phone, { now, hasStream, random: Math.random })
      given.batch = batch
      waker.fetched(phone, batch)
      if (reply.raw.destroyed) takeBack(context, phone, batch)
      return toWire(batch, now)
    })

    app.patch(url, { onRequest }, async (request, reply) => {
      const phone = of(request)
      await report(phone, readReports(request.body, phone.device_id, context.now()))
      return reply.code(204).send()
    })
  }
}

/** A listing that its phone did not wait for: the messages may be offered again at once. */
function takeBack({ db, now, log, wake }: Context, phone: Phone, batch: Batch): void {
  const ids = batch.messages.map(({ id }) => id)
  if (ids.length === 0) return
  endLeases(db, phone, now(), ids)
    .then(() => wake.tell({ about: 'device', user_id: phone.user_id, device_id: phone.device_id }))
    .catch((error: unknown) =>
      log.debug({ error }, 'leases were not ended; they run out by themselves'),
    )
}

function listeningRoutes(
  app: FastifyInstance,
  { context, waker }: PhoneApi,
  { onRequest, of }: AskedPhone,
): void {
  app.get('/events', { onRequest, ...noHead }, async (request, reply) => {
    const phone = of(request)
    // What a lost connection took with it is offered again in the fetch that follows.
    await endLeases(context.db, phone, context.now())
    reply.hijack()
    if (!reply.raw.destroyed) waker.open(phone, reply.raw)
  })

  app.get('/webhooks', { onRequest, ...noHead }, async (request) => {
    const { device_id, app_version, token } = of(request)
    return servedWebhooks({ device_id, app_version, token, base_url: baseUrl(context, request) })
  })

  app.get('/settings', { onRequest, ...noHead }, async (request) =>
    servedSettings(of(request).token),
  )
}

function webhookRoute(app: FastifyInstance, { context, find }: PhoneApi): void {
  const askedSecret = askFirst(async ({ params }) => {
    const { secret } = params as { secret: string }
    const installation = await find('webhook', secret)
    if (!installation) throw unauthenticated(notEnrolled)
    return { installation, secret }
  })

  app.post(
    '/hooks/:secret',
    { onRequest: askedSecret.onRequest, config: { isRaw: true } },
    async (request, reply) => {
      const { installation, secret } = askedSecret.of(request)
      // The parser keeps the raw bytes, over which the signature is made.
      const raw = (request.body as { raw: Buffer } | undefined)?.raw ?? Buffer.alloc(0)
      const signature = {
        value: request.headers['x-signature'],
        timestamp: request.headers['x-timestamp'],
      }
      await receiveWebhook(context, installation, { secret, raw, signature })
      return reply.code(200).send({})
    },
  )
}

/** A HEAD would take messages out of the queue and hand them to nobody. */
const noHead = { exposeHeadRoute: false }

/** JSON whatever the content type says; for webhooks the raw bytes as well. */
function readJsonBodies(app: FastifyInstance, budget: BodyBudget): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: NodeJS.ReadableStream) => {
    const raw = await readBody(request, payload as Parameters<typeof readBody>[1], {
      bytesMax: phoneBytesMax,
      budget,
    })
    if (request.routeOptions.config.isRaw === true) return { raw }
    try {
      return JSON.parse(raw.toString('utf8')) as unknown
    } catch {
      throw invalid([{ title: 'The body is not valid JSON.' }])
    }
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route wants the bytes of the body, not what they say. */
    isRaw?: boolean
  }
}

const wireDeviceId = (device_id: number) => `device-${device_id}`

/**
 * The listing. `createdAt` is the hand-over and not the making of the message: the app deletes old entries of its log by
 * it, and an entry that is gone would be sent again when it is offered again.
 */
function toWire(batch: Batch, now: Date): object[] {
  const withdrawn = batch.withdrawn.map((message) => ({
    ...wireText(toWireId(message.id, message.handover_key), '', message.phone_number),
    createdAt: message.requested_at.toISOString(),
    state: 'Cancelling',
  }))
  const messages = batch.messages.map((message, place) => ({
    ...wireText(toWireId(message.id, message.handover_key), message.content, message.phone_number),
    simNumber: message.sim_subscription_id,
    ...validUntil(message, batch.clock_skew_seconds, now),
    createdAt: new Date(now.getTime() + place).toISOString(),
    state: 'Pending',
  }))
  return [...withdrawn, ...messages]
}

/** On the phone's own clock. A probe has expired long ago: the phone answers what it knows of the id, and sends nothing. */
function validUntil(
  { is_probe, valid_until }: Handover,
  clock_skew_seconds: number,
  now: Date,
): { validUntil?: string } {
  const dayMs = 24 * 3600 * 1000
  if (is_probe) return { validUntil: new Date(now.getTime() - dayMs).toISOString() }
  if (valid_until === null) return {}
  const shown = valid_until.getTime() + clock_skew_seconds * 1000
  return { validUntil: new Date(shown).toISOString() }
}

function wireText(id: string, text: string, phoneNumber: string) {
  return {
    id,
    message: text,
    textMessage: { text },
    phoneNumbers: [phoneNumber],
    withDeliveryReport: true,
    isEncrypted: false,
    priority: 0,
  }
}
