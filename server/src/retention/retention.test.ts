import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice, buildFlow } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type Listed, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { expandNextChunk } from '../campaigns/expand.ts'
import { doChore, giveChores } from '../chores/chores.ts'
import { inTransaction } from '../db/transaction.ts'
import { webhookSecretOf } from '../devices/served-settings.ts'
import { choresOf } from '../housekeeping.ts'
import { insertReceived } from '../messages/receive.ts'

const database = useDatabase()
const app = useApp(database)

let user_id: number
let key: string
let device_id: number
let contact: number
let phone: TestPhone

beforeEach(async () => {
  await database.pool.query('truncate account_chores')
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  contact = await buildContact(database.db, user_id)
  phone = await enrolTestPhone(app, device.token)
})
afterEach(() => expectTotalsToHold(database.db))

const dayMs = 24 * 3600 * 1000
const later = (days: number) => {
  app.now = new Date(app.now.getTime() + days * dayMs)
}
const keep = async (json: object) => {
  expect((await app.call('POST', '/api/account', { key, json })).status).toBe(200)
}
const doChores = async () => {
  await giveChores(app.context)
  while (await doChore(app.context, choresOf(app.context)));
}
const texts = async () => listOf(await app.call('GET', '/api/sms?order_type=ASC', { key }))
const queue = (content = 'Hello Ana', more: object = {}) =>
  queueForTest(database.db, user_id, {
    contact_ids: [contact],
    device_id,
    now: app.now,
    content,
    ...more,
  })
/** Takes what there is, and reports it all so. */
const sendAll = async (state = 'Sent'): Promise<Listed[]> => {
  const taken = await phone.fetch()
  await phone.report(state, taken)
  return taken
}
const receive = (content: string) =>
  inTransaction(database.db, async (tx) => {
    const place = { contact_id: contact, phone_number: '+1', device_id, sim_subscription_id: 1 }
    const text = { ...place, content, parts: 1, received_at: app.now, event_id: content }
    return insertReceived(tx, user_id, text, app.now)
  })
const rowsOf = async (table: string) =>
  (await database.pool.query(`select * from ${table} where user_id = $1`, [user_id])).rows

describe('words', () => {
  test('of what was sent and received go after so many days, and nothing else does', async () => {
    await keep({ retention_text_days: 30 })
    await queue()
    await sendAll()
    await receive('My address is …')
    later(29)
    await doChores()
    expect((await texts()).map(({ content }) => content)).toEqual(['Hello Ana', 'My address is …'])

    later(1.1)
    await doChores()
    expect(await texts()).toEqual([
      expect.objectContaining({ content: '', type: 'sent' }),
      expect.objectContaining({ content: '', type: 'received' }),
    ])
  })

  test('that are null stay for ever', async () => {
    await queue()
    await sendAll()
    later(3650)
    await doChores()
    expect((await texts())[0]?.['content']).toBe('Hello Ana')
  })

  test('of what is pending stay, and go once it is over for so long', async () => {
    await keep({ retention_text_days: 10 })
    await queue('Later', { send_at: new Date(app.now.getTime() + 20 * dayMs) })
    later(15)
    await doChores()
    expect((await texts())[0]?.['content']).toBe('Later')

    later(6)
    expect((await sendAll()).map(({ message }) => message)).toEqual(['Later'])
    later(8)
    await doChores()
    expect((await texts())[0]?.['content']).toBe('Later')
    later(8)
    await doChores()
    expect((await texts())[0]?.['content']).toBe('')
  })

  test('that a campaign says to all stay with it, personal ones go', async () => {
    await keep({ retention_text_days: 30 })
    const make = async (content: string) =>
      idOf(
        await app.call('POST', '/api/campaigns', {
          key,
          json: { name: content, content, device_id, sim_subscription_id: 1, send: 1 },
        }),
      )
    await make('To all')
    await make('To {{ phone_number }}')
    while (await expandNextChunk(app.context));
    await sendAll()
    later(31)
    await doChores()
    // Which of the two is expanded first is not settled.
    expect((await texts()).map(({ content }) => String(content)).toSorted()).toEqual(['', 'To all'])
    const campaigns = listOf(await app.call('GET', '/api/campaigns?order_type=ASC', { key }))
    expect(campaigns.map(({ content }) => content)).toEqual(['To all', 'To {{ phone_number }}'])
  })

  test('that are gone are never sent as an empty text', async () => {
    await keep({ retention_text_days: 1 })
    const [id = 0] = await queue()
    await sendAll('Failed')
    later(3)
    await doChores()
    const answer = await app.call('POST', `/api/sms/${id}/retry`, { key })
    expect(problemsOf(answer)[0]?.title).toContain('no longer kept')
    expect(await phone.fetch()).toEqual([])
  })

  test('of a consent are its proof, and stay', async () => {
    await keep({ retention_text_days: 1, retention_sms_days: 2 })
    const payload = {
      messageId: 'a',
      sender: '+447700900142',
      simNumber: 1,
      message: 'Stop!',
      receivedAt: app.now.toISOString(),
    }
    await app.app.inject({
      method: 'POST',
      url: `/api/mobile/v1/hooks/${webhookSecretOf(phone.token)}`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ id: 'a', event: 'sms:received', payload }),
    })
    await sendAll()
    later(5)
    await doChores()
    expect(await texts()).toEqual([])
    expect(await rowsOf('consent_records')).toEqual([
      expect.objectContaining({ change: 'opted_out', text: 'Stop!' }),
    ])
    expect(await rowsOf('inbound_receipts')).toHaveLength(1)
  })
})

describe('rows', () => {
  test('go after so many days, and the totals count them still', async () => {
    await keep({ retention_sms_days: 90 })
    await queue()
    await sendAll()
    await receive('Hi')
    later(89)
    await queue('Waits', { send_at: new Date(app.now.getTime() + 500 * dayMs) })
    await doChores()
    expect(await texts()).toHaveLength(3)

    later(2)
    await doChores()
    expect((await texts()).map(({ content }) => content)).toEqual(['Waits'])
    const device = dataOf(await app.call('GET', `/api/devices/${device_id}`, { key }))
    expect(device).toMatchObject({ total_sent_sms: 1, total_received_sms: 1, total_pending_sms: 1 })
    const [conversation] = listOf(await app.call('GET', '/api/conversations', { key }))
    expect(conversation).toMatchObject({ unread: 0 })
  })

  test('more than a page of them go in several steps', async () => {
    await keep({ retention_sms_days: 1 })
    await database.pool.query(
      `insert into messages (user_id, contact_id, device_id, sim_subscription_id, phone_number, content, status, sent_at, created_at)
       select $1, $2, $3, 1, '+1', 'x', 'sent', $4, $4 from generate_series(1, 5000)`,
      [user_id, contact, device_id, app.now],
    )
    await database.pool.query(`update contacts set total_sent = 5000 where id = $1`, [contact])
    await database.pool.query(`update devices set total_sent = 5000 where id = $1`, [device_id])
    later(2)
    await giveChores(app.context)
    let steps = 0
    while (await doChore(app.context, choresOf(app.context))) steps += 1
    expect(steps).toBeGreaterThanOrEqual(5)
    expect(await rowsOf('messages')).toEqual([])
    expect(await rowsOf('removed_messages')).toHaveLength(5000)
  })

  test('two processes share the work', async () => {
    await keep({ retention_sms_days: 1 })
    for (let nth = 0; nth < 10; nth += 1) await queue(`Text ${nth}`)
    await sendAll()
    later(2)
    await Promise.all([doChores(), doChores(), doChores()])
    expect(await texts()).toEqual([])
    expect(await rowsOf('removed_messages')).toHaveLength(10)
  })
})

describe('what is left of a removed text', () => {
  const remove = async () => {
    await keep({ retention_sms_days: 1 })
    later(2)
    await doChores()
  }
  /** Rows say by the database's clock when they were removed. */
  const age = (days: number) =>
    database.pool.query(`update removed_messages set removed_at = $1 where user_id = $2`, [
      new Date(app.now.getTime() - days * dayMs),
      user_id,
    ])
  const fold = async () => {
    await database.pool.query('truncate account_chores')
    await doChores()
  }

  test('becomes a sum after sixty days, by which the totals are proved', async () => {
    await queue()
    await queue()
    await sendAll()
    await receive('Hi')
    await remove()
    await age(59)
    await fold()
    expect(await rowsOf('removed_messages')).toHaveLength(3)

    await age(61)
    await fold()
    expect(await rowsOf('removed_messages')).toEqual([])
    expect(await rowsOf('removed_totals')).toEqual([
      expect.objectContaining({ owner: 'contacts', sent: 2, received: 1, removed: 3 }),
      expect.objectContaining({ owner: 'devices', sent: 2, received: 1, removed: 3 }),
    ])
    await queue()
    await sendAll()
    await remove()
    await age(61)
    await fold()
    expect((await rowsOf('removed_totals')).map(({ sent }) => sent as number)).toEqual([3, 3])
  })

  test('of a flow stays as long as the flow and the contact, so that nobody enters twice', async () => {
    const flow = await buildFlow(database.db, user_id, { device_id })
    await queue('Welcome', { flow_id: flow })
    await sendAll()
    await remove()
    await age(61)
    await fold()
    expect(await rowsOf('removed_messages')).toHaveLength(1)

    expect((await app.call('DELETE', `/api/flows/${flow}`, { key })).status).toBe(200)
    await fold()
    expect(await rowsOf('removed_messages')).toEqual([])
  })

  test('of a contact goes with the contact', async () => {
    await queue()
    await sendAll()
    await remove()
    await age(61)
    await fold()
    expect((await app.call('DELETE', `/api/contacts/${contact}`, { key })).status).toBe(200)
    const left = await rowsOf('removed_totals')
    expect(left.map(({ owner }) => owner as string)).toEqual(['devices'])
  })
})
