import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContacts,
  buildDevice,
  buildFlow,
  buildMessage,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { doChore, giveChores } from '../chores/chores.ts'
import { choresOf } from '../housekeeping.ts'
import { findWrongTotals } from './wrong-totals.ts'

const database = useDatabase()
const app = useApp(database)

let user_id: number
let key: string
let device_id: number
let contact: number
let campaign: number
let flow: number

beforeEach(async () => {
  const { db, pool } = database
  await pool.query('truncate notices, notice_deliveries, checks, account_chores')
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(db))
  const device = await buildDevice(db, user_id)
  device_id = device.id
  const [one = 0, other = 0] = await buildContacts(db, user_id, 2)
  contact = one
  flow = await buildFlow(db, user_id, { device_id })
  campaign = idOf(
    await app.call('POST', '/api/campaigns', {
      key,
      json: { name: 'x', content: 'x', device_id, sim_subscription_id: 1 },
    }),
  )
  const queue = { contact_ids: [contact, other], device_id, now: app.now }
  await queueForTest(db, user_id, { ...queue, campaign_id: campaign })
  await queueForTest(db, user_id, { ...queue, flow_id: flow })
  await queueForTest(db, user_id, queue)
  const phone = await enrolTestPhone(app, device.token)
  const taken = await phone.fetch()
  expect(taken.length).toBeGreaterThan(1)
  await phone.report('Sent', taken.slice(0, 1))
  await phone.report('Failed', taken.slice(1))
})

const break_ = (statement: string, ...values: unknown[]) => database.pool.query(statement, values)
/** Does what is due until nothing is. */
const doChores = async () => {
  await giveChores(app.context)
  while (await doChore(app.context, choresOf(app.context)));
}
const health = async () => dataOf(await app.call('GET', '/api/health/details', { key }))
const checksOf = async () =>
  (await break_('select * from checks where user_id = $1 order by id', user_id)).rows

describe('the proof of the totals', () => {
  test('finds nothing where nothing is wrong', async () => {
    expect(await findWrongTotals(database.db, user_id)).toEqual([])
  })

  test.each([
    [
      'contacts',
      'sent',
      () => ['update contacts set total_sent = total_sent + 1 where id = $1', contact],
    ],
    [
      'contacts',
      'failed',
      () => ['update contacts set total_failed = total_failed + 1 where id = $1', contact],
    ],
    [
      'contacts',
      'received',
      () => ['update contacts set total_received = 7 where id = $1', contact],
    ],
    [
      'devices',
      'pending',
      () => ['update devices set total_pending = total_pending + 1 where id = $1', device_id],
    ],
    [
      'devices',
      'received',
      () => ['update devices set total_received = 1 where id = $1', device_id],
    ],
    [
      'campaigns',
      'sent',
      () => ['update campaigns set total_sent = total_sent + 1 where id = $1', campaign],
    ],
    ['flows', 'entered', () => ['update flows set total_entered = 0 where id = $1', flow]],
    ['flows', 'waiting', () => ['update flows set total_waiting = 1 where id = $1', flow]],
    [
      'conversations',
      'unread',
      () => [
        `insert into conversations (user_id, contact_id, unread, last_at, last_received_id)
       select user_id, $1, 2, now(), null from contacts where id = $1`,
        contact,
      ],
    ],
  ] as [string, string, () => [string, number]][])(
    'finds wrong totals of %s: %s',
    async (table, total, how) => {
      const [statement, id] = how()
      expect((await break_(statement, id)).rowCount).toBe(1)

      const wrong = await findWrongTotals(database.db, user_id)
      expect(wrong).toEqual([{ table, id, told: expect.anything(), counted: expect.anything() }])
      expect(wrong[0]?.told[total]).not.toBe(wrong[0]?.counted[total])
    },
  )

  test('finds a message that was lost', async () => {
    await break_(`delete from messages where user_id = $1 and status = 'sent'`, user_id)
    const tables = (await findWrongTotals(database.db, user_id)).map(({ table }) => table)
    expect(tables).toContain('devices')
    expect(tables).toContain('contacts')
  })

  test('says nothing of what another account has', async () => {
    const other = await buildAccount(database.db)
    const { id } = await buildDevice(database.db, other.user_id)
    const [one = 0] = await buildContacts(database.db, other.user_id, 1)
    await buildMessage(database.db, other.user_id, {
      contact_id: one,
      device_id: id,
      status: 'sent',
    })
    expect(await findWrongTotals(database.db, user_id)).toEqual([])
    expect((await findWrongTotals(database.db, other.user_id)).length).toBeGreaterThan(0)
    await break_('delete from messages where user_id = $1', other.user_id)
  })
})

describe('the nightly check', () => {
  test('comes once a night, by the clock of the account', async () => {
    await break_(`update accounts set timezone = 'America/New_York' where user_id = $1`, user_id)
    await doChores()
    expect(await checksOf()).toEqual([])
    const next = String((await health())['next_check_datetime'])
    // From three o'clock in New York, which is eight in UTC.
    expect(next >= '2026-11-22 08:00:00' && next < '2026-11-22 09:30:00').toBe(true)

    app.now = new Date('2026-11-22T09:30:00Z')
    await doChores()
    await doChores()
    expect(await checksOf()).toHaveLength(1)
    expect(String((await health())['next_check_datetime']).slice(0, 10)).toBe('2026-11-23')
  })

  test('says what it has seen, and writes no notice where all is well', async () => {
    await doChores()
    app.now = new Date('2026-11-22T12:00:00Z')
    await doChores()
    expect((await health())['last_check']).toEqual({
      datetime: '2026-11-22 12:00:00',
      total_checked: 5,
      total_differences: 0,
      differences: [],
    })
    expect((await break_('select from notices where user_id = $1', user_id)).rowCount).toBe(0)
  })

  test('tells the owner and the log of what differs, and repairs nothing', async () => {
    await doChores()
    await break_('update devices set total_sent = 50 where id = $1', device_id)
    app.now = new Date('2026-11-22T12:00:00Z')
    const lines: string[] = []
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
    const context = { ...app.context, log }
    while (await doChore(context, choresOf(context)));

    expect(lines.join('')).toContain('totals differ')
    expect((await health())['last_check']).toMatchObject({
      total_differences: 1,
      differences: [{ table: 'devices', id: device_id, told: { sent: 50 }, counted: { sent: 1 } }],
    })
    const told = await app.call('GET', '/api/account/notifications', { key })
    expect(told.body).toMatchObject({
      data: [
        {
          kind: 'totals_differ',
          text: expect.stringContaining(`devices ${device_id}: told sent 50; counted sent 1`),
        },
      ],
    })
    expect(await findWrongTotals(database.db, user_id)).toHaveLength(1)
    await break_('update devices set total_sent = 1 where id = $1', device_id)
  })

  test('of one account that fails holds up no other', async () => {
    const other = await buildAccount(database.db)
    await doChores()
    app.now = new Date('2026-11-22T12:00:00Z')
    const chores = choresOf(app.context)
    const failing: typeof chores = {
      ...chores,
      check: async (tx, account) => {
        if (account.user_id === user_id) throw new Error('Something is broken')
        return chores.check(tx, account)
      },
    }
    while (await doChore(app.context, failing).catch(() => true));
    const { rows } = await break_('select user_id from checks')
    expect(rows).toContainEqual({ user_id: other.user_id })
    expect(await checksOf()).toEqual([])
  })

  test('goes page by page, and on where it was when a process dies', async () => {
    const ids = await buildContacts(database.db, user_id, 11_000)
    await doChores()
    await break_('update contacts set total_sent = 1 where id = $1', ids.at(-1))
    app.now = new Date('2026-11-22T12:00:00Z')
    let steps = 0
    while (await doChore(app.context, choresOf(app.context))) steps += 1
    expect(steps).toBeGreaterThan(3)
    expect((await health())['last_check']).toMatchObject({
      total_checked: 11_005,
      total_differences: 1,
    })
    await break_('update contacts set total_sent = 0 where id = $1', ids.at(-1))
  })
})

test('the health names the database, the phones and what is not there', async () => {
  expect(await health()).toMatchObject({
    version: expect.any(String),
    database: { version: expect.stringMatching(/^\d+/), bytes: expect.any(Number) },
    disk: null,
    devices: { total: 1, offline: [] },
    mail: { is_configured: false },
    last_check: null,
    last_backup_datetime: null,
  })
})
