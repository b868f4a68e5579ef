import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { foldFigures } from '../messages/figures.ts'
import { removeMessages } from '../messages/remove.ts'
import { inTransaction } from '../db/transaction.ts'
import { webhookSecretOf } from '../devices/served-settings.ts'
import { daysBetween, hoursOf } from './figures.ts'

const database = useDatabase()
const app = useApp(database)
const today = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string
let device_id: number
let phone: TestPhone

beforeEach(async () => {
  app.now = today
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(app, device.token)
  await app.call('POST', `/api/devices/${device_id}/sims/1`, { key, json: { max_per_minute: 0 } })
  await buildContacts(database.db, user_id, 1)
})

type Row = Record<'key' | 'label', string> & Record<string, number>
type Report = { data: Row[]; totals: Row; previous: { data: Row[]; totals: Row } | null }

const report = async (query = '') => {
  const answer = await app.call('GET', `/api/reports?${query}`, { key })
  expect(answer.status).toBe(200)
  return answer.body as Report
}
const daysAgo = (days: number) => {
  app.now = new Date(today.getTime() - days * 86_400_000)
}
const send = async (numbers: number, content = 'Hello') => {
  const phone_numbers = Array.from({ length: numbers }, (_, n) => `+44770090${String(1000 + n)}`)
  const json = { content, device_id, sim_subscription_id: 1, phone_numbers }
  expect((await app.call('POST', '/api/sms', { key, json })).status).toBe(200)
  return phone.fetch()
}

describe('figures', () => {
  test('are those of the day on which a text was over, as it is by now', async () => {
    daysAgo(2)
    const texts = await send(5)
    await phone.report('Sent', texts.slice(0, 4))
    await phone.report('Failed', texts.slice(4))
    daysAgo(0)
    await phone.report('Delivered', texts.slice(0, 3))

    const { data, totals } = await report()
    expect(data.map((row) => row.key)).toEqual([
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ])
    const there = { sent: 4, delivered: 3, failed: 1, received: 0, opted_out: 0, parts: 4 }
    expect(data[4]).toMatchObject({ key: '2026-11-19', ...there })
    expect(totals).toEqual(there)
  })

  test('count parts, and go when a failed text is sent again', async () => {
    daysAgo(1)
    const [text] = await send(1, 'x'.repeat(200))
    await phone.report('Failed', text ? [text] : [], { error: 'RESULT_ERROR_NO_SERVICE' })
    expect((await report()).totals).toMatchObject({ sent: 0, failed: 1, parts: 0 })
    daysAgo(0)
    const [row] = await rows()
    await app.call('POST', `/api/sms/${row?.id}/retry`, { key })
    expect((await report()).totals).toMatchObject({ sent: 0, failed: 0 })
    await phone.report('Sent', await phone.fetch())

    const { data, totals } = await report()
    expect(totals).toMatchObject({ sent: 1, failed: 0, parts: 2 })
    expect(data.at(-1)).toMatchObject({ sent: 1, parts: 2 })
  })

  test('stay when the texts are deleted, and are the same once they are added up', async () => {
    await phone.report('Sent', await send(3))
    const before = (await report()).totals
    await inTransaction(database.db, (tx) => removeMessages(tx, user_id, sql`true`))
    expect((await report()).totals).toEqual(before)
    while (await foldFigures(database.db));

    expect((await report()).totals).toEqual(before)
    expect(before).toMatchObject({ sent: 3 })
  })

  test('count what came in, and who opted out by writing', async () => {
    await receive('Hello there')
    await receive('STOP')
    await app.call('POST', '/api/opt-outs', { key, json: { phone_numbers: '+447700900777' } })

    expect((await report()).totals).toMatchObject({ received: 2, opted_out: 1 })
  })

  test('are compared with as many days before', async () => {
    daysAgo(8)
    await phone.report('Sent', await send(2))
    daysAgo(0)
    await phone.report('Sent', await send(1))

    const { totals, previous } = await report('compare=1')
    expect(totals).toMatchObject({ sent: 1 })
    expect(previous?.totals).toMatchObject({ sent: 2 })
    expect(previous?.data.map((row) => row.key).slice(-1)).toEqual(['2026-11-14'])
    expect((await report()).previous).toBeNull()
  })

  test('go by the clock that is asked for', async () => {
    app.now = new Date('2026-11-20T19:00:00Z')
    await phone.report('Sent', await send(1))
    app.now = today

    const inIndia = await report('timezone=Asia/Kolkata&start_date=2026-11-20&end_date=2026-11-21')
    expect(inIndia.data.map((row) => [row.key, row['sent']])).toEqual([
      ['2026-11-20', 0],
      ['2026-11-21', 1],
    ])
    const byHour = await report('by=hour&timezone=Asia/Kolkata&start_date=2026-11-21')
    expect(byHour.data).toHaveLength(24)
    expect(byHour.data[0]).toMatchObject({
      key: '2026-11-20 18:30:00',
      label: '2026-11-21 00:00',
      sent: 1,
    })
  })

  test('are nobody else’s', async () => {
    await phone.report('Sent', await send(1))
    const other = await buildAccount(database.db)
    const { body } = await app.call('GET', '/api/reports', { key: other.key })

    expect((body as Report).totals).toMatchObject({ sent: 0 })
  })

  test('all that is wrong with a question is said at once', async () => {
    const wrong = 'by=week&compare=2&timezone=Rome&start_date=2026-02-30&end_date=2026-1-1'
    const answer = await app.call('GET', `/api/reports?${wrong}`, { key })
    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual([
      'by',
      'compare',
      'timezone',
      'end_date',
      'start_date',
    ])
    const turned = await app.call('GET', '/api/reports?start_date=2026-11-22', { key })
    expect(problemsOf(turned)).toMatchObject([
      { field: 'start_date', title: 'start_date must not be after end_date.' },
    ])
    const long = await app.call('GET', '/api/reports?by=hour&start_date=2026-01-01', { key })
    expect(problemsOf(long)).toMatchObject([
      { title: 'There may be 31 days at most by hour; these are 325.' },
    ])
  })
})

describe('days', () => {
  test('begin with the clock of the zone, and one is 25 hours long', () => {
    const days = daysBetween('Europe/Rome', '2026-10-24', '2026-10-26')
    expect(days.map(({ key: day, start }) => [day, start.toISOString()])).toEqual([
      ['2026-10-24', '2026-10-23T22:00:00.000Z'],
      ['2026-10-25', '2026-10-24T22:00:00.000Z'],
      ['2026-10-26', '2026-10-25T23:00:00.000Z'],
    ])
    expect(hoursOf('Europe/Rome', days.slice(1, 2))).toHaveLength(25)
  })

  test('that a zone left out are not there', () => {
    const days = daysBetween('Pacific/Apia', '2011-12-29', '2011-12-31')
    expect(days.map((day) => day.key)).toEqual(['2011-12-29', '2011-12-31'])
  })
})

async function rows(): Promise<{ id: number }[]> {
  return database.db.selectFrom('messages').select('id').where('user_id', '=', user_id).execute()
}

async function receive(message: string): Promise<void> {
  const payload = { messageId: message, sender: '+447700900555', simNumber: 1, message }
  const url = `/api/mobile/v1/hooks/${webhookSecretOf(phone.token)}`
  const event = JSON.stringify({ id: `event ${message}`, event: 'sms:received', payload })
  expect((await app.call('POST', url, { payload: event })).status).toBe(200)
}
