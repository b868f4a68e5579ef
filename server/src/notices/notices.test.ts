import { createServer } from 'node:net'
import { createHmac } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { startMailServer } from '../../test/mail-server.ts'
import { startReceiver } from '../../test/webhook-receiver.ts'
import { inTransaction } from '../db/transaction.ts'
import { startRuntime } from '../runtime.ts'
import type { Outside } from './outside.ts'
import { sendNotices } from './send.ts'
import { endDeliveries, writeNotices, type Notice } from './write.ts'

const database = useDatabase()
const mail = { url: '', from: 'Simcast <alerts@example.com>' }
const outside: Outside = { mail, allows_private_addresses: true, data_dir: null }
const app = useApp(database, { outside })

let mailServer: Awaited<ReturnType<typeof startMailServer>>
let receiver: Awaited<ReturnType<typeof startReceiver>>
let user_id: number
let key: string

beforeAll(async () => {
  mailServer = await startMailServer()
  receiver = await startReceiver()
})
afterAll(async () => {
  await mailServer.close()
  await receiver.close()
})
beforeEach(async () => {
  await database.pool.query('truncate notices, notice_deliveries')
  mail.url = mailServer.url
  mailServer.mails.length = 0
  mailServer.refuse.clear()
  receiver.received.length = 0
  receiver.answer = undefined
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
})

const settings = (json: object) => app.call('POST', '/api/account', { key, json })
const notices = async () => listOf(await app.call('GET', '/api/account/notifications', { key }))
const deliveriesOf = (notice: Record<string, unknown> | undefined) =>
  notice?.['deliveries'] as Record<string, unknown>[]
const laterBy = (seconds: number) => {
  app.now = new Date(app.now.getTime() + seconds * 1000)
}
const imported: Notice = {
  kind: 'import_failed',
  subject_type: 'import',
  subject_id: 7,
  subject_name: 'people.csv',
  details: { error: 'Segment 3 was deleted.' },
}
const write = (...written: Notice[]) =>
  inTransaction(database.db, (tx) => writeNotices(tx, user_id, written, app.now))
/** Until nothing is due. */
const sendAll = async () => {
  while (await sendNotices(app.context));
}

describe('by e-mail', () => {
  test('each address gets a mail of its own', async () => {
    await settings({ notification_emails: ['ana@example.org', 'ben@example.org'] })
    expect(await write(imported)).toBe(2)
    await sendAll()

    expect(mailServer.mails.map(({ to }) => to.join()).toSorted()).toEqual([
      'ana@example.org',
      'ben@example.org',
    ])
    const [first] = mailServer.mails
    expect(first?.raw).toContain('From: Simcast <alerts@example.com>')
    expect(first?.raw).toContain('Subject: Simcast: The import people.csv failed')
    expect(first?.raw).toContain('Segment 3 was deleted.')
    expect(deliveriesOf((await notices())[0])).toEqual([
      expect.objectContaining({ address: 'ana@example.org', error: null, next_datetime: null }),
      expect.objectContaining({ sent_datetime: '2026-11-21 12:00:00', attempts: 1 }),
    ])
  })

  test('what happens at one moment is one mail', async () => {
    await settings({ notification_emails: ['ana@example.org'] })
    await write(...Array.from({ length: 50 }, () => imported))
    await sendAll()

    expect(mailServer.mails).toHaveLength(1)
    expect(mailServer.mails[0]?.raw).toContain('Subject: Simcast: 50 notices')
  })

  test('a name with line breaks adds no header', async () => {
    await settings({ notification_emails: ['ana@example.org'] })
    await write({ ...imported, subject_name: 'x\r\nBcc: all@example.org' })
    await sendAll()

    expect(mailServer.mails[0]?.to).toEqual(['ana@example.org'])
    expect(mailServer.mails[0]?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
  })

  test('one that is refused is tried again, later each time, and then given up', async () => {
    await settings({ notification_emails: ['nobody@example.org', 'ana@example.org'] })
    mailServer.refuse.add('nobody@example.org')
    await write(imported)
    const pauses: number[] = []
    for (let tries = 0; tries < 100; tries += 1) {
      await sendAll()
      const { rows } = await database.pool.query<{ next_at: Date | null }>(
        `select next_at from notice_deliveries where address like 'nobody%'`,
      )
      const next = rows[0]?.next_at
      if (!next) break
      pauses.push((next.getTime() - app.now.getTime()) / 1000)
      app.now = next
    }

    expect(pauses.slice(0, 4)).toEqual([30, 60, 120, 240])
    expect(Math.max(...pauses)).toBe(3600)
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(26 * 3600)
    expect(mailServer.mails.map(({ to }) => to)).toEqual([['ana@example.org']])
    const [, given] = deliveriesOf((await notices())[0])
    expect(given?.['error']).toContain('Nobody of that name')
  })

  test('a mail server that is down or says nothing holds nothing else up', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    try {
      const address = silent.address()
      const port = typeof address === 'object' ? address?.port : 0
      await settings({
        notification_emails: ['ana@example.org'],
        notification_webhook_url: receiver.url,
      })
      for (const url of ['smtp://127.0.0.1:1', `smtp://127.0.0.1:${port}`]) {
        mail.url = url
        await write(imported)
        const sent = sendNotices(app.context)
        await expect.poll(() => receiver.received.length, { timeout: 5000 }).toBeGreaterThan(0)
        await sent
        receiver.received.length = 0
      }
      mail.url = mailServer.url
      laterBy(30)
      await sendAll()
      expect(mailServer.mails).toHaveLength(1)
    } finally {
      silent.close()
    }
  })
})

describe('by webhook', () => {
  test('the document is signed with the secret of the account', async () => {
    await settings({ notification_webhook_url: receiver.url })
    const account = dataOf(await app.call('GET', '/api/account', { key }))
    const secret = account['notification_webhook_secret'] as string
    await write(imported)
    await sendAll()

    const [post] = receiver.received
    const [, time, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
      String(post?.headers['x-simcast-signature']),
    ) as unknown as [string, string, string]
    expect(createHmac('sha256', secret).update(`${time}.${post?.raw}`).digest('hex')).toBe(mac)
    expect(JSON.parse(post?.raw ?? '')).toEqual({
      notices: [
        {
          id: expect.any(Number),
          kind: 'import_failed',
          subject: { type: 'import', id: 7, name: 'people.csv' },
          title: 'The import people.csv failed',
          text: expect.stringContaining('Segment 3 was deleted.'),
          details: { error: 'Segment 3 was deleted.' },
          datetime: '2026-11-21 12:00:00',
        },
      ],
    })
  })

  test.each([
    [
      'answers 500',
      (response: { writeHead: (status: number) => { end: () => void } }) =>
        response.writeHead(500).end(),
      'status 500',
    ],
    [
      'leads elsewhere',
      (response: { writeHead: (status: number, headers?: object) => { end: () => void } }) =>
        response.writeHead(302, { location: receiver.url }).end(),
      'status 302',
    ],
    ['hangs', () => undefined, 'No answer within 10 seconds'],
  ])('a receiver that %s is tried again until it takes it', async (_name, answer, error) => {
    await settings({ notification_webhook_url: receiver.url })
    await write(imported)
    receiver.answer = answer
    await sendNotices(app.context)
    expect(await sendNotices(app.context)).toBe(false)
    expect(deliveriesOf((await notices())[0])).toEqual([
      expect.objectContaining({
        sent_datetime: null,
        next_datetime: '2026-11-21 12:00:30',
        error: expect.stringContaining(error),
      }),
    ])

    receiver.answer = undefined
    laterBy(30)
    await sendAll()

    expect(deliveriesOf((await notices())[0])).toEqual([
      expect.objectContaining({ attempts: 2, error: null, next_datetime: null }),
    ])
  })

  test('two processes send each notice once', async () => {
    await settings({ notification_webhook_url: receiver.url })
    for (let nth = 0; nth < 20; nth += 1) await write(imported)
    await Promise.all([sendAll(), sendAll(), sendAll()])

    const ids = receiver.received.flatMap(({ raw }) =>
      (JSON.parse(raw) as { notices: { id: number }[] }).notices.map(({ id }) => id),
    )
    expect(ids).toHaveLength(20)
    expect(new Set(ids).size).toBe(20)
  })

  test('one that a process took with it when it died is sent after its lease', async () => {
    await settings({ notification_webhook_url: receiver.url })
    await write(imported)
    await database.pool.query(`update notice_deliveries set attempts = 1, next_at = $1`, [
      new Date(app.now.getTime() + 120_000),
    ])
    await sendAll()
    expect(receiver.received).toHaveLength(0)
    laterBy(120)
    await sendAll()
    expect(receiver.received).toHaveLength(1)
  })

  test('what a backup brings back is told by nobody', async () => {
    await settings({ notification_webhook_url: receiver.url })
    await write(imported)
    await inTransaction(database.db, endDeliveries)
    await sendAll()
    expect(receiver.received).toHaveLength(0)
  })

  test('a private address is refused, and is not reached by a name either', async () => {
    outside.allows_private_addresses = false
    try {
      expect(problemsOf(await settings({ notification_webhook_url: receiver.url }))).toEqual([
        expect.objectContaining({
          field: 'notification_webhook_url',
          title: expect.stringContaining('127.0.0.1 leads into a private network'),
        }),
      ])
      const byName = receiver.url.replace('127.0.0.1', 'localhost')
      expect((await settings({ notification_webhook_url: byName })).status).toBe(200)
      await write(imported)
      await sendAll()
      expect(receiver.received).toHaveLength(0)
      expect(deliveriesOf((await notices())[0])[0]?.['error']).toContain(
        'localhost leads into a private network',
      )
    } finally {
      outside.allows_private_addresses = true
    }
  })
})

test('an address that is removed is told nothing more', async () => {
  await settings({ notification_emails: ['ana@example.org', 'ben@example.org'] })
  await write(imported)
  await settings({ notification_emails: ['ben@example.org'] })
  await sendAll()
  expect(mailServer.mails.map(({ to }) => to)).toEqual([['ben@example.org']])
  expect(deliveriesOf((await notices())[0])[0]?.['error']).toContain('was removed')
})

describe('the settings', () => {
  test.each([
    [{ notification_emails: ['ana'] }, '"ana" is none'],
    [{ notification_emails: ['a@b.c, d@e.f'] }, 'is none'],
    [{ notification_webhook_url: 'ftp://example.org' }, 'begins with https:// or http://'],
    [{ notification_webhook_url: 'https://a:b@example.org' }, 'user name or a password'],
    [{ retention_text_days: 0 }, 'whole number from 1 to 3650'],
    [{ retention_sms_days: 1.5 }, 'whole number from 1 to 3650'],
    [{ retention_sms_days: 'soon' }, 'whole number from 1 to 3650'],
  ])('%j is refused', async (json, sentence) => {
    const answer = await settings(json)
    expect(answer.status).toBe(400)
    expect(problemsOf(answer)[0]?.title).toContain(sentence)
    expect(problemsOf(answer)[0]?.field).toMatch(new RegExp(`^${Object.keys(json)[0]}`))
  })

  test('are kept, and cleared', async () => {
    const account = async () => dataOf(await app.call('GET', '/api/account', { key }))
    await settings({
      notification_emails: ['ana@example.org'],
      notification_webhook_url: receiver.url,
      retention_text_days: 30,
      retention_sms_days: '90',
    })
    const first = await account()
    expect(first).toMatchObject({
      notification_emails: ['ana@example.org'],
      notification_webhook_secret: expect.stringMatching(/^whs_/),
      retention_text_days: 30,
      retention_sms_days: 90,
    })
    await settings({ notification_webhook_url: receiver.url })
    expect((await account())['notification_webhook_secret']).toBe(
      first['notification_webhook_secret'],
    )
    await settings({
      notification_emails: [],
      notification_webhook_url: '',
      retention_text_days: '',
      retention_sms_days: '',
    })
    expect(await account()).toMatchObject({
      notification_emails: [],
      notification_webhook_url: null,
      notification_webhook_secret: null,
      retention_text_days: null,
      retention_sms_days: null,
    })
  })
})

describe('a test', () => {
  const send = () => app.call('POST', '/api/account/notifications/test', { key })

  test('reaches every address', async () => {
    await settings({
      notification_emails: ['ana@example.org'],
      notification_webhook_url: receiver.url,
    })
    expect(dataOf(await send())).toEqual({ total: 2 })
    await sendAll()
    expect(mailServer.mails).toHaveLength(1)
    expect(receiver.received).toHaveLength(1)
  })

  test('is refused where it could reach nobody', async () => {
    expect(problemsOf(await send())[0]?.title).toContain('There is nobody to tell')
    await settings({ notification_emails: ['ana@example.org'] })
    const kept = outside.mail
    outside.mail = null
    try {
      expect(problemsOf(await send())[0]?.title).toContain('no SMTP_URL')
    } finally {
      outside.mail = kept
    }
  })
})

test('a running Simcast tells by itself, within seconds', async () => {
  const running = await startRuntime({
    connection: database.connection,
    log: pino({ level: 'silent' }),
    publicUrl: null,
    trustProxy: false,
    outside,
  })
  try {
    await settings({ notification_webhook_url: receiver.url })
    const answer = await running.app.inject({
      method: 'POST',
      url: '/api/account/notifications/test',
      headers: { authorization: `Bearer ${key}` },
    })
    expect(answer.statusCode).toBe(200)
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1)
    expect(receiver.received[0]?.raw).toContain('"kind":"test"')
  } finally {
    await running.close()
  }
})
