import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { expandNextChunk } from './expand.ts'

// What becomes of a text between the campaign and the phone.

const database = useDatabase()
const app = useApp(database)
const stop = 'Reply STOP to opt out'

let key: string
let user_id: number
let device_id: number
let phone: TestPhone

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ key, user_id } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(app, device.token)
  await call('POST', `/api/devices/${device_id}/sims/1`, { max_per_minute: 0 })
  await contact('Zoë')
})

const call = (method: string, url: string, json?: object) =>
  app.call(method, url, { key, ...(json === undefined ? {} : { json }) })
const contact = (name: string, custom_parameters = {}) =>
  buildContact(database.db, user_id, { name, custom_parameters })
const setRules = (rules: object) => call('POST', '/api/account', rules)
const create = async (content: string, more: object = {}) =>
  idOf(
    await call('POST', '/api/campaigns', {
      name: 'Sale',
      content,
      device_id,
      sim_subscription_id: 1,
      ...more,
    }),
  )
async function expand(): Promise<void> {
  while (await expandNextChunk(app.context));
}
async function launch(content: string, more: object = {}): Promise<number> {
  const id = await create(content, { send: 1, ...more })
  await expand()
  return id
}
const texts = async () => (await phone.fetch()).map(({ message }) => message)
const smsOf = async (id: number) => listOf(await call('GET', `/api/sms?campaign_id=${id}`))

describe('the footer of the account', () => {
  test('stands under a text for all, which is stored once, and is counted', async () => {
    await setRules({ opt_out_footer: stop })
    const content = 'x'.repeat(150)
    const id = await launch(content)

    expect(await texts()).toEqual([`${content}\n${stop}`])
    expect(await smsOf(id)).toMatchObject([{ content: `${content}\n${stop}`, parts: 2 }])
    expect(listOf(await call('GET', '/api/sms?search=reply stop'))).toHaveLength(1)
    const rows = await database.db.selectFrom('messages').select('content').execute()
    expect(rows.at(-1)?.content).toBeNull()
    expect(dataOf(await call('GET', `/api/campaigns/${id}`))).toMatchObject({ content })
    await expectTotalsToHold(database.db)
  })

  test('stands under a personal text too', async () => {
    await setRules({ opt_out_footer: stop })
    await launch('Hi {{ name }}')

    expect(await texts()).toEqual([`Hi Zoë\n${stop}`])
  })

  test('is settled at the launch, as the text is', async () => {
    await setRules({ opt_out_footer: stop })
    await create('Hi', { send: 1 })
    await create('Hi {{ name }}', { send: 1 })
    await setRules({ opt_out_footer: 'Write NO', smart_encoding: 1 })
    await expand()

    expect((await texts()).toSorted()).toEqual([`Hi\n${stop}`, `Hi Zoë\n${stop}`])
  })

  test('is left off where the campaign says so, and in its duplicate', async () => {
    await setRules({ opt_out_footer: stop })
    const id = await launch('Hi', { footer: 0 })
    const copy = idOf(await call('POST', `/api/campaigns/${id}/duplicate`))
    await call('POST', `/api/campaigns/${copy}`, { send: 1 })
    await expand()

    expect(await texts()).toEqual(['Hi', 'Hi'])
    expect(dataOf(await call('GET', `/api/campaigns/${copy}`))).toMatchObject({ footer: false })
  })

  test('may be switched on again while it is a draft', async () => {
    await setRules({ opt_out_footer: stop })
    const id = await create('Hi', { footer: 0 })
    await call('POST', `/api/campaigns/${id}`, { footer: 1, send: 1 })
    await expand()

    expect(await texts()).toEqual([`Hi\n${stop}`])
  })

  test('is in the test of a campaign, and not in a single text unless it is asked for', async () => {
    await setRules({ opt_out_footer: stop })
    const id = await create('Hi {{ name }}')
    await call('POST', `/api/campaigns/${id}/test`, { phone_number: '+447700900999' })
    const sms = { device_id, sim_subscription_id: 1, phone_numbers: '+447700900998' }
    await call('POST', '/api/sms', { ...sms, content: 'Your code is 1234' })
    await call('POST', '/api/sms', { ...sms, content: 'Sale!', footer: 1 })

    expect(await texts()).toEqual([`Hi \n${stop}`, 'Your code is 1234', `Sale!\n${stop}`])
  })

  test('is not under an answer to somebody', async () => {
    await setRules({ opt_out_footer: stop })
    const id = await contact('Ann')
    const answer = { content: 'Yes, until six.', device_id, sim_subscription_id: 1 }
    expect((await call('POST', `/api/conversations/${id}/reply`, answer)).status).toBe(200)

    expect(await texts()).toEqual(['Yes, until six.'])
  })
})

describe('smart encoding', () => {
  test('makes a text for all cheaper, once for everybody', async () => {
    await setRules({ smart_encoding: 1 })
    const id = await launch(`“${'x'.repeat(100)}”`)

    expect(await texts()).toEqual([`"${'x'.repeat(100)}"`])
    expect(await smsOf(id)).toMatchObject([{ parts: 1 }])
  })

  test('looks at each personal text by itself', async () => {
    await setRules({ smart_encoding: 1 })
    await contact('Bob')
    await launch('“{{ name }}”')

    expect(await texts()).toEqual(['“Zoë”', '"Bob"'])
  })

  test('is for single texts too', async () => {
    await setRules({ smart_encoding: 1 })
    const sms = { device_id, sim_subscription_id: 1, phone_numbers: '+447700900998' }
    await call('POST', '/api/sms', { ...sms, content: 'It’s here…' })

    expect(await texts()).toEqual(["It's here..."])
  })
})

describe('a template that means harm', () => {
  const looping =
    '{% assign a = custom_parameters.list | split: "" %}{% for x in a %}{% for y in a %}{% for z in a %}{% endfor %}{% endfor %}{% endfor %}Hi {{ name }}'

  test.each([
    ['{% for i in (1..100000000) %}x{% endfor %}', 'it takes too much time or memory'],
    [
      `{% assign a = "xxxxxxxxxx" %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`,
      'memory',
    ],
    [`${'{% if name %}'.repeat(700)}`, 'not closed'],
    ['{{ custom_parameters.constructor.constructor }}', 'There is no variable'],
    ['{{ contacts }}', 'There is no variable "contacts"'],
    ['{{ this }}{{ global }}{{ process.env }}', 'There is no variable'],
    ['{% include "/etc/passwd" %}', 'tag "include" not found'],
  ])('%s is refused where it is saved, with the field', async (content, title) => {
    const answer = await call('POST', '/api/campaigns', {
      name: 'x',
      content,
      device_id,
      sim_subscription_id: 1,
      send: 1,
    })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)[0]).toMatchObject({ field: 'content' })
    expect(problemsOf(answer)[0]?.title).toContain(title)
  })

  test('fails where it comes out only for some, and nothing waits for it', async () => {
    await contact('Mallory', { list: 'x'.repeat(1000) })
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const id = await launch(looping)
    clearInterval(timer)

    expect(await texts()).toEqual(['Hi Zoë'])
    expect(await smsOf(id)).toMatchObject([
      { status: 'failed', error: 'The text cannot be made: it takes too much time or memory.' },
      {},
    ])
    expect(turns).toBeGreaterThan(0)
    await expectTotalsToHold(database.db)
  })

  test('reads nothing of another contact, of another account or of the program', async () => {
    const names = ['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'env']
    const reading = names
      .map((name) => `{% assign k = "${name}" %}[{{ custom_parameters[k] }}{{ name[k] }}]`)
      .join('')
    const answer = await call('POST', '/api/campaigns', {
      name: 'x',
      content: `${reading}.`,
      device_id,
      sim_subscription_id: 1,
      send: 1,
    })
    await expand()

    if (answer.status === 200) expect(await texts()).toEqual([`${'[]'.repeat(names.length)}.`])
    else expect(problemsOf(answer)[0]).toMatchObject({ field: 'content' })
  })
})
