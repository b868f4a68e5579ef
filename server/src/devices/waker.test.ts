import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { openEventStream, type EventStream } from '../../test/event-stream.ts'
import { startRuntime, type Runtime } from '../runtime.ts'

// Real sockets and real time: what is waited for is an event, and what must not come is looked for when a later event has.

const database = useDatabase()

type Process = { url: string; runtime: Runtime }
type OnTestFinished = (cleanUp: () => Promise<void> | void) => void
type Call = { token?: string; json?: unknown; version?: string }

/** An account with a device, processes that are started for it, and an app that does what it is told. */
async function newScene(onTestFinished: OnTestFinished) {
  const { key, user_id } = await buildAccount(database.db)
  const { id: device_id, token: enrolmentToken } = await buildDevice(database.db, user_id)
  const processes: Process[] = []
  const streams: EventStream[] = []
  onTestFinished(async () => {
    for (const stream of streams) stream.close()
    await Promise.all(processes.map(({ runtime }) => runtime.close()))
  })
  const stop = async (process: Process): Promise<void> => {
    processes.splice(processes.indexOf(process), 1)
    await process.runtime.close()
  }

  async function startProcess({ withEngine = false } = {}): Promise<Process> {
    const runtime = await startRuntime({
      connection: database.connection,
      log: pino({ level: 'silent' }),
      publicUrl: null,
      trustProxy: false,
      withEngine,
    })
    await runtime.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = runtime.app.server.address() as AddressInfo
    const started = { url: `http://127.0.0.1:${port}`, runtime }
    processes.push(started)
    return started
  }

  async function call(
    { url }: Process,
    method: string,
    path: string,
    { token = key, json, version = '1.70.4' }: Call = {},
  ) {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'user-agent': `me.capcom.smsgateway/${version}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }

  const asApp = (process: Process, method: string, path: string, more: Call) =>
    call(process, method, `/api/mobile/v1${path}`, more)

  return {
    user_id,
    device_id,
    startProcess,
    stop,
    call,
    enrol: async (process: Process, version = '1.70.4'): Promise<string> =>
      (await asApp(process, 'POST', '/device', { token: enrolmentToken, json: {}, version })).body
        .token,
    /** A stream whose first two events have been taken, of an app that fetches on connecting. */
    open: async (
      process: Process,
      token: string,
      { fetches = true } = {},
    ): Promise<EventStream> => {
      const stream = await openEventStream(process.url, token)
      streams.push(stream)
      await stream.nextOf('SettingsUpdated')
      if (fetches) await asApp(process, 'GET', '/message', { token })
      return stream
    },
    send: async (process: Process, more: object = {}): Promise<number[]> => {
      const sms = {
        content: 'x',
        device_id,
        sim_subscription_id: 1,
        phone_numbers: '+447700900142',
      }
      const { status, body } = await call(process, 'POST', '/api/sms', {
        json: { ...sms, ...more },
      })
      expect(status).toBe(200)
      return body.data.sms_ids
    },
    fetchOf: async (process: Process, token: string): Promise<{ id: string; state: string }[]> =>
      (await asApp(process, 'GET', '/message', { token })).body,
    report: (process: Process, token: string, state: string, messages: { id: string }[]) =>
      asApp(process, 'PATCH', '/message', {
        token,
        json: messages.map(({ id }) => ({ id, state })),
      }),
    setSim: (process: Process, json: object) =>
      call(process, 'POST', `/api/devices/${device_id}/sims/1`, { json }),
  }
}

const manyNumbers = Array.from(
  { length: 250 },
  (_, place) => `+4477009${String(place).padStart(5, '0')}`,
)

describe.concurrent('a stream', () => {
  test('opens at once with what a new installation has to read first', async ({
    onTestFinished,
  }) => {
    const { startProcess, enrol } = await newScene(onTestFinished)
    const process = await startProcess()
    const stream = await openEventStream(process.url, await enrol(process))
    onTestFinished(() => stream.close())

    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': expect.stringContaining('no-cache'),
      'x-accel-buffering': 'no',
    })
    expect(await stream.next()).toMatchObject({ event: 'WebhooksUpdated', data: '{}' })
    expect(await stream.next()).toMatchObject({ event: 'SettingsUpdated', data: '{}' })
    expect(stream.waiting()).toEqual([])
  })

  test.for(['1.53.0', '1.43.0'])(
    'tells version %s to fetch, since it does not by itself',
    async (version, { onTestFinished }) => {
      const { startProcess, enrol, open } = await newScene(onTestFinished)
      const process = await startProcess()
      const stream = await open(process, await enrol(process, version), { fetches: false })

      expect(await stream.next()).toMatchObject({ event: 'MessageEnqueued', data: '{}' })
    },
  )

  test('without a token of a phone is a 401', async ({ onTestFinished }) => {
    const { startProcess } = await newScene(onTestFinished)
    const process = await startProcess()

    await expect(openEventStream(process.url, 'unknown')).rejects.toThrow('401')
  })

  test('several of one device all hear, and one that ends disturbs no other', async ({
    onTestFinished,
  }) => {
    const { startProcess, enrol, open, send } = await newScene(onTestFinished)
    const process = await startProcess()
    const token = await enrol(process)
    const [first, second, third] = [
      await open(process, token),
      await open(process, token),
      await open(process, token),
    ]
    first.close()

    await send(process)

    expect(await second.next()).toMatchObject({ event: 'MessageEnqueued' })
    expect(await third.next()).toMatchObject({ event: 'MessageEnqueued' })
  })

  test('the ninth of one device ends the oldest', async ({ onTestFinished }) => {
    const { startProcess, enrol, open, send } = await newScene(onTestFinished)
    const process = await startProcess()
    const token = await enrol(process)
    const opened = []
    for (let count = 0; count < 9; count += 1) opened.push(await open(process, token))

    await opened[0]?.ended
    await send(process)
    for (const stream of opened.slice(1))
      expect(await stream.next()).toMatchObject({ event: 'MessageEnqueued' })
  })

  test('of an installation that was replaced ends, and the new one stays', async ({
    onTestFinished,
  }) => {
    const { startProcess, enrol, open, send } = await newScene(onTestFinished)
    const process = await startProcess()
    const before = await open(process, await enrol(process))
    const token = await enrol(process)
    const after = await open(process, token)

    await before.ended
    await send(process)

    expect(await after.next()).toMatchObject({ event: 'MessageEnqueued' })
  })

  test('of a deleted device ends, at every process', async ({ onTestFinished }) => {
    const { device_id, startProcess, call, enrol, open } = await newScene(onTestFinished)
    const one = await startProcess()
    const two = await startProcess()
    const token = await enrol(one)
    const [here, there] = [await open(one, token), await open(two, token)]

    await call(one, 'DELETE', `/api/devices/${device_id}`)

    await Promise.all([here.ended, there.ended])
    await expect.poll(() => openEventStream(two.url, token).catch(String)).toContain('401')
  })

  test('ends when the process stops', async ({ onTestFinished }) => {
    const { startProcess, stop, enrol, open } = await newScene(onTestFinished)
    const process = await startProcess()
    const stream = await open(process, await enrol(process))

    await Promise.all([stop(process), stream.ended])
  })
})

describe.concurrent('a phone is woken', () => {
  test('at once for a new text', async ({ onTestFinished }) => {
    const { startProcess, enrol, open, send } = await newScene(onTestFinished)
    const process = await startProcess()
    const stream = await open(process, await enrol(process))
    const before = Date.now()

    await send(process)

    expect((await stream.next()).at - before).toBeLessThan(4500)
  })

  test('once for many texts, and again only when it has not come for five seconds', async ({
    onTestFinished,
  }) => {
    const { startProcess, enrol, open, send } = await newScene(onTestFinished)
    const process = await startProcess()
    const stream = await open(process, await enrol(process))
    for (let count = 0; count < 10; count += 1) await send(process)

    const first = await stream.next()
    const second = await stream.next()

    expect(second.at - first.at).toBeGreaterThan(4500)
    expect(stream.waiting()).toEqual([])
  })

  test('not sooner than two seconds after the time before', async ({ onTestFinished }) => {
    const { startProcess, enrol, open, send, fetchOf, setSim } = await newScene(onTestFinished)
    const process = await startProcess()
    const token = await enrol(process)
    const stream = await open(process, token)
    await setSim(process, { max_per_minute: 0 })
    await stream.next()
    await fetchOf(process, token)
    await send(process)
    const first = await stream.next()
    await fetchOf(process, token)
    await send(process)
    const second = await stream.next()

    expect(second.at - first.at).toBeGreaterThan(1900)
    expect(second.at - first.at).toBeLessThan(4500)
  })

  test('when the time of a text has come', async ({ onTestFinished }) => {
    const { startProcess, enrol, open, send } = await newScene(onTestFinished)
    const process = await startProcess({ withEngine: true })
    const stream = await open(process, await enrol(process))
    const due = Math.ceil(Date.now() / 1000) * 1000 + 2000

    await send(process, { is_scheduled: 1, scheduled_datetime: new Date(due).toISOString() })

    const { at } = await stream.next()
    expect(at).toBeGreaterThanOrEqual(due - 50)
    expect(at).toBeLessThan(due + 2500)
  })

  test('when the pace lets the next text go', async ({ onTestFinished }) => {
    const { startProcess, enrol, open, send, fetchOf, setSim } = await newScene(onTestFinished)
    const process = await startProcess()
    const token = await enrol(process)
    const stream = await open(process, token)
    await setSim(process, { max_per_minute: 20 })
    await send(process, { phone_numbers: '+447700900001,+447700900002' })
    await stream.next()
    expect(await fetchOf(process, token)).toHaveLength(1)
    const started = Date.now()

    const { at } = await stream.next()

    expect(at - started).toBeGreaterThan(1500)
    expect(at - started).toBeLessThan(4800)
    expect(await fetchOf(process, token)).toHaveLength(1)
  })

  test('before its supply runs out', async ({ onTestFinished }) => {
    const { startProcess, enrol, open, send, fetchOf, report, setSim } =
      await newScene(onTestFinished)
    const process = await startProcess()
    const token = await enrol(process)
    const stream = await open(process, token)
    await setSim(process, { max_per_minute: 0 })
    await send(process, { phone_numbers: manyNumbers })
    await stream.next()
    const given = await fetchOf(process, token)
    expect(given).toHaveLength(100)
    const before = Date.now()

    await report(process, token, 'Sent', given.slice(0, 60))

    const { at } = await stream.next()
    expect(at - before).toBeLessThan(4500)
    expect(await fetchOf(process, token)).toHaveLength(100)
  })

  test('when its device is no longer paused, and when its pace changes', async ({
    onTestFinished,
  }) => {
    const { device_id, startProcess, call, enrol, open, send, fetchOf } =
      await newScene(onTestFinished)
    const process = await startProcess()
    const token = await enrol(process)
    await call(process, 'POST', `/api/devices/${device_id}`, { json: { is_paused: 1 } })
    await send(process)
    const stream = await open(process, token)
    expect(await fetchOf(process, token)).toEqual([])

    await call(process, 'POST', `/api/devices/${device_id}`, { json: { is_paused: 0 } })

    expect(await stream.next()).toMatchObject({ event: 'MessageEnqueued' })
  })

  test('five seconds after it connected, when it has not fetched by itself', async ({
    onTestFinished,
  }) => {
    const { startProcess, enrol, open, send } = await newScene(onTestFinished)
    const process = await startProcess()
    const stream = await open(process, await enrol(process), { fetches: false })
    const before = Date.now()
    await send(process)

    expect((await stream.next()).at - before).toBeGreaterThan(4000)
  })

  test('by the look at the database for what no signal told of', async ({ onTestFinished }) => {
    const { user_id, device_id, startProcess, enrol, open } = await newScene(onTestFinished)
    const process = await startProcess({ withEngine: true })
    const stream = await open(process, await enrol(process))
    const [contact_id = 0] = await buildContacts(database.db, user_id, 1)
    await database.db
      .insertInto('messages')
      .values({
        user_id,
        contact_id,
        device_id,
        sim_subscription_id: 1,
        phone_number: '+447700900142',
        content: 'x',
        status: 'queued',
      })
      .execute()
    await database.db
      .updateTable('devices')
      .set({ total_pending: 1 })
      .where('id', '=', device_id)
      .execute()

    expect(await stream.next(15_000)).toMatchObject({ event: 'MessageEnqueued' })
  })
})

describe.concurrent('a withdrawn message', () => {
  test('is told by its id, at every process', async ({ onTestFinished }) => {
    const { startProcess, call, enrol, open, send, fetchOf } = await newScene(onTestFinished)
    const one = await startProcess()
    const two = await startProcess()
    const token = await enrol(one)
    const [here, there] = [await open(one, token), await open(two, token)]
    const [id] = await send(one)
    const [given] = await fetchOf(one, token)

    await call(two, 'DELETE', `/api/sms/${id}`)

    const told = { event: 'MessageCancelled', data: JSON.stringify({ messageId: given?.id }) }
    expect(await here.nextOf('MessageCancelled')).toMatchObject(told)
    expect(await there.nextOf('MessageCancelled')).toMatchObject(told)
  })

  test('is not told to an app that does not know the event', async ({ onTestFinished }) => {
    const { startProcess, call, enrol, open, send, fetchOf } = await newScene(onTestFinished)
    const process = await startProcess()
    const token = await enrol(process, '1.66.2')
    const stream = await open(process, token)
    const [id] = await send(process)
    await fetchOf(process, token)
    await call(process, 'DELETE', `/api/sms/${id}`)
    await send(process)
    await stream.nextOf('MessageEnqueued')

    expect(stream.raw).not.toContain('MessageCancelled')
  })
})

describe.concurrent('several processes', () => {
  test('wake the phone at the one that holds its stream', async ({ onTestFinished }) => {
    const { startProcess, enrol, open, send } = await newScene(onTestFinished)
    const one = await startProcess()
    const two = await startProcess()
    const stream = await open(one, await enrol(one))
    const before = Date.now()

    await send(two)

    expect((await stream.next()).at - before).toBeLessThan(4500)
  })

  test('know of fetches and reports that reach another one', async ({ onTestFinished }) => {
    const { startProcess, enrol, open, send, fetchOf, report, setSim } =
      await newScene(onTestFinished)
    const one = await startProcess()
    const two = await startProcess()
    const token = await enrol(one)
    const stream = await open(one, token)
    await setSim(one, { max_per_minute: 0 })
    await stream.next()
    await fetchOf(two, token)
    await send(two, { phone_numbers: manyNumbers })
    await stream.next()
    const given = await fetchOf(two, token)
    expect(given).toHaveLength(100)
    const before = Date.now()

    await report(two, token, 'Sent', given.slice(0, 60))

    expect((await stream.next()).at - before).toBeLessThan(4500)
  })

  test('keep the even pace of a phone whose stream another one holds', async ({
    onTestFinished,
  }) => {
    const { user_id, startProcess, enrol, open, send, fetchOf } = await newScene(onTestFinished)
    const one = await startProcess()
    const two = await startProcess()
    const token = await enrol(one)
    const stream = await open(one, token)
    await expect
      .poll(async () => {
        const row = await database.db
          .selectFrom('installations')
          .select('streamed_at')
          .where('user_id', '=', user_id)
          .executeTakeFirst()
        return row?.streamed_at
      })
      .not.toBeNull()
    await send(two, { phone_numbers: '+447700900001,+447700900002,+447700900003' })
    await stream.next()

    expect(await fetchOf(two, token)).toHaveLength(1)
  })
})
