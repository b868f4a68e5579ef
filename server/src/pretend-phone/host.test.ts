import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildAccount } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { startRuntime, type Runtime } from '../runtime.ts'

// Pretend phones inside real Simcast processes, over real HTTP.

const database = useDatabase()
let folder = ''
let runtimes: Runtime[] = []
let url = ''
let key = ''
let user_id = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simcast-host-'))
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
})

afterEach(async () => {
  await Promise.all(runtimes.map((one) => one.close()))
  runtimes = []
  await database.pool.query('delete from pretend_phones')
  rmSync(folder, { recursive: true, force: true })
})

/** A process; requests go to the one that was started last. */
async function start({ name = 'one', publicUrl = null }: Options = {}): Promise<Runtime> {
  const runtime = await startRuntime({
    connection: database.connection,
    log: pino({ level: 'silent' }),
    publicUrl,
    trustProxy: false,
    pretendFolder: join(folder, name),
  })
  runtimes.push(runtime)
  url = await runtime.app.listen({ host: '127.0.0.1', port: 0 })
  return runtime
}
type Options = { name?: string; publicUrl?: string | null }

async function stop(runtime: Runtime): Promise<void> {
  runtimes = runtimes.filter((one) => one !== runtime)
  await runtime.close()
}

type Asked = { status: number; data: Record<string, unknown>; titles: string[] }

async function ask(method: string, path: string, json?: object, by = key): Promise<Asked> {
  const response = await fetch(`${url}/api/devices${path}`, {
    method,
    headers: {
      authorization: `Bearer ${by}`,
      ...(json ? { 'content-type': 'application/json' } : {}),
    },
    ...(json ? { body: JSON.stringify(json) } : {}),
  })
  const answer = (await response.json()) as {
    data?: Record<string, unknown>
    errors?: { title: string }[]
  }
  const titles = (answer.errors ?? []).map(({ title }) => title)
  return { status: response.status, data: answer.data ?? {}, titles }
}

const make = async (json: object = {}) => Number((await ask('POST', '/pretend', json)).data['id'])
const get = async (id: number) => (await ask('GET', `/${id}`)).data
const untilOnline = (id: number) =>
  expect
    .poll(async () => [(await get(id))['status'], (await get(id))['is_listening']], slowly)
    .toEqual(['online', true])
/** Longer than a lease that nobody has ended. */
const slowly = { timeout: 25_000, interval: 50 }

async function texts(device_id: number) {
  const { rows } = await sql<{ status: string; content: string; phone_number: string }>`
    select status, content, phone_number from messages
     where user_id = ${user_id} and device_id = ${device_id} order by id`.execute(database.db)
  return rows
}

const installations = async (device_id: number) =>
  database.db
    .selectFrom('installations')
    .select('id')
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .execute()

const holderOf = async (device_id: number) =>
  database.db
    .selectFrom('pretend_phones')
    .select('holder')
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .executeTakeFirst()

describe('a pretend phone inside Simcast', () => {
  test('comes by itself, marked as what it is, and sends', async () => {
    // Nobody answers at the address that real phones are told.
    await start({ publicUrl: 'https://sms.example.org' })
    const id = await make()
    await untilOnline(id)

    expect(await get(id)).toMatchObject({
      name: 'Pretend phone',
      is_pretend: true,
      is_hosted: true,
      sims: [{ subscription_id: 1, max_per_minute: 600, max_per_day: 20_000 }],
    })
    expect((await ask('POST', `/${id}/test`, { phone_number: '07700 900142' })).status).toBe(200)
    await expect
      .poll(() => texts(id), slowly)
      .toMatchObject([
        {
          status: 'delivered',
          phone_number: '+447700900142',
          content: 'A test from Simcast: Pretend phone can send.',
        },
      ])
  })

  test('can be written to, and a STOP opts out', async () => {
    await start({ publicUrl: 'https://sms.example.org' })
    const id = await make({ name: 'Try-out' })
    const text = { phone_number: '07700 900142', content: 'STOP' }

    // Before it is there, and the same words twice.
    expect((await ask('POST', `/${id}/pretend-texts`, text)).status).toBe(200)
    await ask('POST', `/${id}/pretend-texts`, { ...text, content: 'Hello' })

    await expect
      .poll(
        async () =>
          (await texts(id))
            .filter(({ status }) => status === 'received')
            .map(({ content }) => content)
            .toSorted(),
        slowly,
      )
      .toEqual(['Hello', 'STOP'])
    const { rows } = await sql`
      select from opt_outs where user_id = ${user_id} and phone_number = '+447700900142'`.execute(
      database.db,
    )
    expect(rows).toHaveLength(1)
  })

  test('is the same phone after a restart, with what it held', async () => {
    const first = await start()
    const id = await make()
    await untilOnline(id)
    await stop(first)

    await start()
    await untilOnline(id)

    expect(await installations(id)).toHaveLength(1)
    await ask('POST', `/${id}/test`, { phone_number: '+447700900142' })
    await expect.poll(async () => (await texts(id))[0]?.status, slowly).toBe('delivered')
  })

  test('ends with its device, and leaves nothing behind', async () => {
    await start()
    const id = await make()
    await untilOnline(id)
    expect(readdirSync(join(folder, 'one'))).toEqual([`inside-${user_id}-${id}`])

    expect((await ask('DELETE', `/${id}`)).status).toBe(200)

    await expect
      .poll(() => existsSync(join(folder, 'one', `inside-${user_id}-${id}`)), slowly)
      .toBe(false)
    expect(await holderOf(id)).toBeUndefined()
  })

  test('is run by one process of several, and by another when that one ends', async () => {
    const first = await start({ name: 'one' })
    await start({ name: 'two' })
    const id = await make()
    await untilOnline(id)
    const before = await holderOf(id)
    expect(await installations(id)).toHaveLength(1)
    const where = existsSync(join(folder, 'one')) ? 'one' : 'two'
    expect(existsSync(join(folder, where === 'one' ? 'two' : 'one'))).toBe(false)

    await stop(where === 'one' ? first : (runtimes[1] ?? first))
    if (where === 'two') url = await addressOf(first)
    await expect.poll(async () => (await installations(id)).length, slowly).toBe(2)
    await untilOnline(id)

    expect(await holderOf(id)).not.toEqual(before)
    await ask('POST', `/${id}/test`, { phone_number: '+447700900142' })
    await expect.poll(async () => (await texts(id))[0]?.status, slowly).toBe('delivered')
  })
})

async function addressOf({ app }: Runtime): Promise<string> {
  const address = app.server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

describe('is refused', () => {
  test('a text to a device whose phone is none of ours, with what to do', async () => {
    await start()
    const { data } = await ask('POST', '', { name: 'Real', is_pretend: true })
    const text = { phone_number: '+447700900142', content: 'Hi' }

    const refused = await ask('POST', `/${String(data['id'])}/pretend-texts`, text)

    expect(refused).toMatchObject({ status: 400 })
    expect(refused.titles[0]).toContain('write a text from a phone')
  })

  test('every bad field at once, and nothing comes in', async () => {
    await start()
    const id = await make()

    expect((await ask('POST', `/${id}/pretend-texts`, {})).titles).toHaveLength(2)
    expect(
      (await ask('POST', `/${id}/pretend-texts`, { phone_number: 'x', content: 'Hi' })).status,
    ).toBe(400)
    expect(await database.db.selectFrom('pretend_texts').select('id').execute()).toEqual([])
  })

  test('a new token for one, and a sixth of them', async () => {
    await start()
    const ids = []
    for (let count = 0; count < 5; count += 1) ids.push(await make())
    expect(await get(ids[1] ?? 0)).toMatchObject({ name: 'Pretend phone 2' })

    expect((await ask('POST', `/${ids[0]}/token`)).titles[0]).toContain('needs no token')
    const sixth = await ask('POST', '/pretend')
    expect(sixth).toMatchObject({ status: 400 })
    expect(sixth.titles[0]).toContain('Remove one first')
    const other = await buildAccount(database.db)
    expect((await ask('POST', '/pretend', {}, other.key)).status).toBe(200)
    const text = { phone_number: '+447700900142', content: 'Hi' }
    expect((await ask('POST', `/${ids[0]}/pretend-texts`, text, other.key)).status).toBe(404)
  })
})
