import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { continueImport } from '../imports/process.ts'
import { signingKeyOf, webhookSecretOf } from '../devices/served-settings.ts'
import { defaultConfirmation, defaultHelpAnswer } from '../keywords/texts.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')
const number = '+447700900142'

let user_id: number
let key: string
let device: { id: number; token: string }
let phone: TestPhone
let told: number

beforeEach(async () => {
  testApp.now = start
  told = 0
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
  device = await buildDevice(database.db, user_id)
  phone = await enrolTestPhone(testApp, device.token, {
    simCards: [{ simNumber: 1 }, { simNumber: 2 }],
  })
})

afterEach(() => expectTotalsToHold(database.db))

const post = (url: string, json: object = {}) => testApp.call('POST', url, { key, json })
const get = (url: string) => testApp.call('GET', url, { key })

type Text = { from?: string; sim?: number; at?: Date; by?: TestPhone }

/** A text comes in at the phone, which tells of it. */
async function receive(
  message: string,
  { from = number, sim = 1, at = testApp.now, by = phone }: Text = {},
) {
  told += 1
  const raw = JSON.stringify({
    id: `event ${told}`,
    event: 'sms:received',
    payload: { messageId: `m${told}`, sender: from, simNumber: sim, message, receivedAt: at },
  })
  const secret = webhookSecretOf(by.token)
  const timestamp = String(Math.floor(testApp.now.getTime() / 1000))
  const value = createHmac('sha256', signingKeyOf(secret)).update(raw).update(timestamp)
  const answer = await testApp.app.inject({
    method: 'POST',
    url: `/api/mobile/v1/hooks/${secret}`,
    headers: { 'x-signature': value.digest('hex'), 'x-timestamp': timestamp },
    payload: raw,
  })
  expect(answer.statusCode).toBe(200)
}

const contactBy = async (phone_number = number) =>
  listOf(
    await get(`/api/contacts?search_by=phone_number&search=${encodeURIComponent(phone_number)}`),
  )[0]
const texts = async (query = '') => listOf(await get(`/api/sms?order_type=ASC&${query}`))
const consent = async (id: unknown) => {
  const { body } = await get(`/api/contacts/${String(id)}/consent`)
  return (body as { data: Record<string, unknown>[] }).data
}
const optOuts = async (query = '') => listOf(await get(`/api/opt-outs?${query}`))
const minutesLater = (minutes: number) => {
  testApp.now = new Date(testApp.now.getTime() + minutes * 60_000)
}

describe('STOP', () => {
  test('opts the number out and is answered once, from the SIM that was written to', async () => {
    await receive('Stop.', { sim: 2 })

    const contact = await contactBy()
    expect(contact).toMatchObject({ has_opted_out: true })
    expect(await texts('type=sent')).toMatchObject([
      {
        content: defaultConfirmation,
        status: 'pending',
        phone_number: number,
        device_id: device.id,
        sim_subscription_id: 2,
        purpose: 'confirmation',
        parts: 1,
      },
    ])
    const listed = await phone.fetch()
    expect(listed).toMatchObject([
      { message: defaultConfirmation, phoneNumbers: [number], simNumber: 2 },
    ])
    await phone.report('Sent', listed)
    expect(await texts('type=sent')).toMatchObject([{ status: 'sent' }])
  })

  test('withdraws what is pending in the same moment, also from the phone', async () => {
    const contact_id = await buildContact(database.db, user_id, { phone_number: number })
    const campaign = await post('/api/sms', {
      content: 'In hand',
      device_id: device.id,
      sim_subscription_id: 1,
      phone_numbers: number,
    })
    expect(campaign.status).toBe(200)
    const [held] = await phone.fetch()
    await post('/api/sms', {
      content: 'Queued',
      device_id: device.id,
      sim_subscription_id: 1,
      phone_numbers: number,
      is_scheduled: 1,
      scheduled_datetime: '2026-11-22 12:00:00',
    })

    await receive('STOP')

    expect(await texts('type=sent')).toMatchObject([
      { content: 'In hand', status: 'cancelled', error: 'The contact has opted out' },
      { content: 'Queued', status: 'cancelled', error: 'The contact has opted out' },
      { content: defaultConfirmation, status: 'pending' },
    ])
    const listed = await phone.fetch()
    expect(listed).toMatchObject([
      { id: held?.id, state: 'Cancelling' },
      { message: defaultConfirmation, state: 'Pending' },
    ])
    expect(await contactBy()).toMatchObject({ id: contact_id, total_pending_sms: 1 })
  })

  test('withdraws what a flow has in store', async () => {
    await post('/api/flows', {
      name: 'Welcome',
      content: 'Welcome!',
      device_id: device.id,
      sim_subscription_id: 1,
      wait_time: 3,
      wait_time_type: 'days',
    })
    await post('/api/contacts', { phone_number: number })
    expect(await texts('status=pending')).toMatchObject([{ content: 'Welcome!' }])

    await receive('STOP')

    expect(await texts('status=pending')).toMatchObject([{ content: defaultConfirmation }])
    expect(await texts('status=cancelled')).toMatchObject([
      { content: 'Welcome!', error: 'The contact has opted out' },
    ])
  })

  test('counts for the number when its contact was made at the same moment', async () => {
    const sms = { content: 'Hello', device_id: device.id, sim_subscription_id: 1 }
    await post('/api/sms', { ...sms, phone_numbers: number })
    // As if the one had not seen the other: both were under way.
    await database.db
      .insertInto('opt_outs')
      .values({ user_id, phone_number: number, opted_out_at: start })
      .execute()

    expect(await phone.fetch()).toEqual([])
    expect(await texts()).toMatchObject([
      { status: 'cancelled', error: 'The contact has opted out' },
    ])
  })

  test('said again is not answered again, and nothing else goes there either', async () => {
    await receive('STOP')
    await phone.report('Sent', await phone.fetch())
    minutesLater(5)
    await receive('stop!!')
    await receive('STOP please')
    const answer = await post('/api/sms', {
      content: 'Hello',
      device_id: device.id,
      sim_subscription_id: 1,
      phone_numbers: number,
    })

    expect(answer.status).toBe(200)
    expect(await phone.fetch()).toEqual([])
    expect((await texts('type=sent')).map(({ status }) => status)).toEqual(['sent', 'failed'])
    expect(await consent((await contactBy())?.['id'])).toHaveLength(1)
  })

  test('told twice by a phone is one', async () => {
    await receive('STOP')
    told -= 1
    await receive('STOP')

    expect(await texts()).toHaveLength(2)
  })

  test('stays with the number when its contact is deleted and comes back', async () => {
    await receive('STOP')
    const contact = await contactBy()
    await testApp.call('DELETE', `/api/contacts/${String(contact?.['id'])}`, { key })
    const again = idOf(await post('/api/contacts', { phone_number: number, has_opted_out: 0 }))

    expect(await contactBy()).toMatchObject({ id: again, has_opted_out: true })
    expect(await consent(again)).toMatchObject([
      { change: 'opted_out', how: 'reply', text: 'STOP' },
    ])
    expect(await optOuts()).toMatchObject([{ phone_number: number, contact_id: again }])
  })

  test('of a sender that is no number is minded and not answered', async () => {
    await receive('STOP', { from: 'MYBANK' })

    expect(await optOuts()).toMatchObject([{ phone_number: 'MYBANK', how: 'reply' }])
    expect(await texts('type=sent')).toEqual([])
  })

  test('that merely stands in a text does nothing', async () => {
    await receive("don't stop by tomorrow")

    expect(await contactBy()).toMatchObject({ has_opted_out: false })
    expect(await optOuts()).toEqual([])
    expect(await texts('type=sent')).toEqual([])
  })

  test('is stored as a text like any other', async () => {
    await receive('STOP')

    expect(await texts('type=received')).toMatchObject([
      { content: 'STOP', status: 'received', purpose: 'ordinary' },
    ])
  })
})

describe('START', () => {
  test('undoes an opt-out and withdraws the confirmation that has not left', async () => {
    await receive('STOP')
    minutesLater(1)
    await receive('start')

    const contact = await contactBy()
    expect(contact).toMatchObject({ has_opted_out: false })
    expect(await texts('type=sent')).toMatchObject([{ status: 'cancelled' }])
    expect(await phone.fetch()).toEqual([])
    expect(await consent(contact?.['id'])).toMatchObject([
      { change: 'opted_in', how: 'reply', text: 'start', datetime: '2026-11-21 12:01:00' },
      { change: 'opted_out', how: 'reply', text: 'STOP', datetime: '2026-11-21 12:00:00' },
    ])
    expect(await optOuts()).toEqual([])
  })

  test.for(['Yes', 'START', 'unstop'])(
    'without an opt-out %s is a text like any other',
    async (word) => {
      await receive(word)

      expect(await consent((await contactBy())?.['id'])).toEqual([])
      expect(await texts('type=sent')).toEqual([])
    },
  )

  test('that comes late does not undo an opt-out that came after it', async () => {
    await receive('STOP')
    minutesLater(60)
    await receive('START', { at: new Date(start.getTime() - 3600_000) })
    expect(await contactBy()).toMatchObject({ has_opted_out: true })

    await receive('START', { at: new Date(start.getTime() + 60_000) })
    expect(await contactBy()).toMatchObject({ has_opted_out: false })
  })

  test('by a phone whose clock is a few minutes slow is minded', async () => {
    await receive('STOP')
    await receive('START', { at: new Date(start.getTime() - 600_000) })

    expect(await contactBy()).toMatchObject({ has_opted_out: false })
  })
})

describe('HELP', () => {
  test('is answered, also to who has opted out', async () => {
    await receive('help?')
    await phone.report('Sent', await phone.fetch())
    await receive('STOP')
    await phone.report('Sent', await phone.fetch())
    await receive('INFO')

    const sent = await texts('type=sent')
    expect(sent.map(({ content }) => content)).toEqual([
      defaultHelpAnswer,
      defaultConfirmation,
      defaultHelpAnswer,
    ])
    expect(await phone.fetch()).toMatchObject([{ message: defaultHelpAnswer }])
  })

  test('from somebody who answers by itself is answered three times a day', async () => {
    for (let round = 0; round < 10; round += 1) {
      minutesLater(1)
      await receive('HELP')
    }
    expect(await texts('type=sent')).toHaveLength(3)
    minutesLater(24 * 60)
    await receive('HELP')
    expect(await texts('type=sent')).toHaveLength(4)
  })

  test('does not use up the answer to an opt-out', async () => {
    for (let round = 0; round < 5; round += 1) await receive('HELP')
    await receive('STOP')

    const sent = await texts('type=sent&status=pending')
    expect(sent.map(({ content }) => content)).toEqual([defaultConfirmation])
  })

  test('after many times of in and out nothing is answered any more', async () => {
    for (let round = 0; round < 20; round += 1) {
      await receive('STOP')
      await receive('START')
    }
    expect(await texts('type=sent')).toHaveLength(6)
  })

  test('of yesterday is not answered today', async () => {
    await receive('HELP', { at: new Date(start.getTime() - 25 * 3600_000) })

    expect(await texts('type=sent')).toEqual([])
  })
})

describe('an account', () => {
  test('has our words and texts until it says otherwise', async () => {
    expect(dataOf(await get('/api/account'))).toMatchObject({
      opt_out_words: expect.arrayContaining(['STOP', 'ARRET']),
      opt_in_words: ['START', 'YES', 'UNSTOP'],
      help_words: ['HELP', 'INFO'],
      opt_out_confirmation: defaultConfirmation,
      is_opt_out_confirmed: true,
      help_answer: defaultHelpAnswer,
      is_help_answered: true,
      inbound_from: 'anyone',
    })
  })

  test('has words of its own', async () => {
    await post('/api/account', { opt_out_words: ['Опт-аут', 'STOP'] })
    await receive('опт аут!')

    expect(await contactBy()).toMatchObject({ has_opted_out: true })
    expect(dataOf(await get('/api/account'))).toMatchObject({ opt_out_words: ['Опт-аут', 'STOP'] })
  })

  test('keeps its words only where they differ from ours', async () => {
    const { opt_out_words, help_answer } = dataOf(await get('/api/account'))
    await post('/api/account', { opt_out_words: ['AUS'], help_answer: 'Ask us.' })
    await post('/api/account', { opt_out_words, help_answer })

    const stored = await database.db
      .selectFrom('accounts')
      .select(['opt_out_words', 'help_answer'])
      .where('user_id', '=', user_id)
      .executeTakeFirst()
    expect(stored).toEqual({ opt_out_words: null, help_answer: null })
  })

  test.for([
    [{ opt_out_words: [] }, 'opt_out_words'],
    [{ opt_out_words: ['🛑'] }, 'opt_out_words[0]'],
    [{ help_words: ['Stop!'] }, 'help_words[0]'],
    [{ opt_in_words: ['x'.repeat(101)] }, 'opt_in_words[0]'],
    [{ opt_out_confirmation: '' }, 'opt_out_confirmation'],
    [{ opt_out_confirmation: 'x'.repeat(481) }, 'opt_out_confirmation'],
    [{ inbound_from: 'friends' }, 'inbound_from'],
  ] as const)('refuses %j', async ([change, field]) => {
    const answer = await post('/api/account', change)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field }])
  })

  test('answers with texts of its own, or not at all', async () => {
    await post('/api/account', { opt_out_confirmation: 'Bye {{ name }}.', is_help_answered: 0 })
    await receive('STOP')
    await receive('HELP')

    expect((await texts('type=sent')).map(({ content }) => content)).toEqual(['Bye {{ name }}.'])

    await post('/api/account', { is_opt_out_confirmed: 0 })
    await receive('STOP', { from: '+447700900143' })
    expect(await texts('type=sent')).toHaveLength(1)
    expect(await contactBy('+447700900143')).toMatchObject({ has_opted_out: true })
  })

  test.for([
    ['Stop please.', { action: 'opt_out', word: 'STOP' }],
    ['YES', { action: 'opt_in', word: 'YES' }],
    ['info', { action: 'help', word: 'INFO' }],
    ['stop by tomorrow', { action: null, word: null }],
  ] as const)('can try what %s would do', async ([text, expected]) => {
    expect(dataOf(await post('/api/opt-out-words/try', { text }))).toEqual(expected)
  })

  test('that keeps only texts of its contacts minds an opt-out of a stranger all the same', async () => {
    await post('/api/account', { inbound_from: 'contacts' })
    await receive('Hello')
    await receive('STOP')
    expect(await texts()).toEqual([])
    expect(await contactBy()).toBeUndefined()
    expect(await optOuts()).toMatchObject([
      { phone_number: number, contact_id: null, text: 'STOP' },
    ])

    await receive('START')
    expect(await optOuts()).toEqual([])

    await buildContact(database.db, user_id, { phone_number: number })
    await receive('Hello again')
    expect(await texts()).toMatchObject([{ content: 'Hello again' }])
  })
})

describe('every change leaves a record', () => {
  test('by the API: with whose key, and why', async () => {
    const id = idOf(await post('/api/contacts', { phone_number: number }))
    await post(`/api/contacts/${id}`, { has_opted_out: 1, consent_note: 'Asked on the phone' })
    minutesLater(1)
    await post(`/api/contacts/${id}`, { has_opted_out: 1, consent_note: 'Asked again' })
    await post(`/api/contacts/${id}`, { has_opted_out: 0, consent_note: 'Signed at the desk' })

    expect(await consent(id)).toEqual([
      {
        datetime: '2026-11-21 12:01:00',
        change: 'opted_in',
        how: 'api',
        text: null,
        sms_id: null,
        import_id: null,
        line: null,
        person: 'Test',
        note: 'Signed at the desk',
        file_name: null,
      },
      expect.objectContaining({ change: 'opted_out', how: 'api', note: 'Asked on the phone' }),
    ])
  })

  test('by a contact that is made so', async () => {
    const id = idOf(await post('/api/contacts', { phone_number: number, has_opted_out: 1 }))

    expect(await consent(id)).toMatchObject([{ change: 'opted_out', how: 'api', person: 'Test' }])
  })

  test('by a note alone nothing changes', async () => {
    const id = idOf(await post('/api/contacts', { phone_number: number }))
    await post(`/api/contacts/${id}`, { consent_note: 'Nothing' })

    expect(await consent(id)).toEqual([])
    expect(dataOf(await get(`/api/contacts/${id}`))).toMatchObject({ revision: 1 })
  })

  test('by a text: with its words and its message', async () => {
    await receive('Stop please')
    const [sms] = await texts('type=received')

    expect(await consent((await contactBy())?.['id'])).toMatchObject([
      { how: 'reply', text: 'Stop please', sms_id: sms?.['sms_id'], person: null },
    ])
  })

  test('by an import: with the line of the file', async () => {
    await post('/api/contacts', { phone_number: '+447700900150', has_opted_out: 1 })
    const file = 'phone_number,has_opted_out\n+447700900149,0\n+447700900142,1\n+447700900150,1\n'
    const boundary = 'x'
    const upload = await testApp.call('POST', '/api/imports', {
      key,
      payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${file}\r\n--${boundary}--\r\n`,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    const import_id = idOf(upload)
    while (await continueImport(testApp.context));

    expect(await consent((await contactBy())?.['id'])).toMatchObject([
      { change: 'opted_out', how: 'import', import_id, line: 3 },
    ])
    expect(await consent((await contactBy('+447700900150'))?.['id'])).toMatchObject([
      { how: 'api' },
    ])
  })
})

describe('opt-outs', () => {
  test('are brought along as a list, also of numbers that are no contacts', async () => {
    const contact_id = await buildContact(database.db, user_id, { phone_number: number })
    await post('/api/sms', {
      content: 'Hello',
      device_id: device.id,
      sim_subscription_id: 1,
      phone_numbers: number,
    })
    await receive('STOP', { from: '+447700900144' })

    const answer = await post('/api/opt-outs', {
      phone_numbers: `07700 900142\n+447700900143,+447700900144\n+447700900143`,
      consent_note: 'From the old tool',
    })

    expect(answer.body).toEqual({ data: { added: 2, known: 1 } })
    expect(await contactBy()).toMatchObject({
      id: contact_id,
      has_opted_out: true,
      total_pending_sms: 0,
    })
    expect(await consent(contact_id)).toMatchObject([
      { how: 'list', note: 'From the old tool', person: 'Test' },
    ])
    expect(await optOuts('search=900143')).toMatchObject([
      { phone_number: '+447700900143', contact_id: null, how: 'list', note: 'From the old tool' },
    ])
    const fresh = idOf(await post('/api/contacts', { phone_number: '+447700900143' }))
    expect(dataOf(await get(`/api/contacts/${fresh}`))).toMatchObject({ has_opted_out: true })
  })

  test('of a list with a bad number are none', async () => {
    const answer = await post('/api/opt-outs', { phone_numbers: `${number},x` })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field: 'phone_numbers' }])
    expect(await optOuts()).toEqual([])
  })

  test('of a list that is too long are none', async () => {
    const numbers = Array.from({ length: 100_001 }, (_, place) => `+${1_000_000 + place}`)
    const answer = await post('/api/opt-outs', { phone_numbers: numbers.join() })

    expect(problemsOf(answer)).toMatchObject([{ field: 'phone_numbers', status: 400 }])
  })

  test('are a list with pages, search and order', async () => {
    for (const last of ['0', '1', '2']) {
      await receive('STOP', { from: `+44770090014${last}` })
      minutesLater(1)
    }
    const numbers = async (query: string) =>
      (await optOuts(query)).map(({ phone_number }) => String(phone_number).slice(-1))

    expect(await numbers('')).toEqual(['2', '1', '0'])
    expect(await numbers('order_by=phone_number&order_type=ASC')).toEqual(['0', '1', '2'])
    expect(await numbers('search=%2B44 7700 900141')).toEqual(['1'])
    expect(await numbers('datetime_start=2026-11-21 12:01:00')).toEqual(['2', '1'])
    expect((await get('/api/opt-outs?results_per_page=7')).status).toBe(400)
  })

  test('are exported as a file', async () => {
    await receive('=Stop, please', { from: '+447700900140' })
    await receive('STOP')
    await post('/api/opt-outs', { phone_numbers: '+447700900144', consent_note: '=1+1' })
    const answer = await testApp.app.inject({
      url: '/api/opt-outs?results_per_page=10',
      headers: { authorization: `Bearer ${key}`, accept: 'text/csv' },
    })

    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.body.split('\r\n')).toEqual([
      'phone_number,datetime,how,text,note',
      `+447700900140,2026-11-21 12:00:00,reply,"'=Stop, please",`,
      '+447700900142,2026-11-21 12:00:00,reply,STOP,',
      `+447700900144,2026-11-21 12:00:00,list,,'=1+1`,
      '',
    ])
  })

  test('of others are in no list and in no file', async () => {
    await receive('STOP')
    const other = await buildAccount(database.db)

    expect(listOf(await testApp.call('GET', '/api/opt-outs', { key: other.key }))).toEqual([])
    const id = (await contactBy())?.['id']
    expect(
      (await testApp.call('GET', `/api/contacts/${String(id)}/consent`, { key: other.key })).status,
    ).toBe(404)
  })
})

test('our words can be listed with their languages', async () => {
  const { body } = await get('/api/opt-out-words')

  expect((body as { data: object[] }).data).toContainEqual({
    word: 'ARRET',
    language: 'fr',
    action: 'opt_out',
  })
})
