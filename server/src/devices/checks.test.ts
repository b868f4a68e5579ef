import { beforeEach, describe, expect, test } from 'vitest'
import { listOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice, buildMessage } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { checkNames, checksOf, type CheckFacts } from './checks.ts'

const at = new Date('2026-11-21T12:00:00Z')
const well: CheckFacts = {
  enrolled_at: at,
  reached_over: 'https',
  is_hosted: false,
  is_online: true,
  is_listening: true,
  streaming_since: at,
  last_heard_at: at,
  model: 'google Pixel 8',
  app_version: '1.75.0',
  sims: [{ subscription_id: 1, phone_number: '+447700900123' }],
  sims_reported_at: at,
  last_received_at: at,
  last_sent_at: at,
  refused: null,
}
const unseen: CheckFacts = {
  ...well,
  enrolled_at: null,
  reached_over: null,
  is_online: false,
  is_listening: false,
  streaming_since: null,
  last_heard_at: null,
  model: null,
  app_version: null,
  sims: [],
  sims_reported_at: null,
  last_received_at: null,
  last_sent_at: null,
}

describe('the checks of a phone', () => {
  test('are fine where all is well, and ask for nothing', () => {
    const checks = checksOf(well)

    expect(checks.map(({ check }) => check)).toEqual(checkNames)
    expect(checks.map(({ state, advice }) => [state, advice])).toEqual(
      checkNames.map(() => ['ok', null]),
    )
  })

  test('wait for one that has not come, and say how it comes', () => {
    const checks = checksOf(unseen)

    expect(checks.map(({ state }) => state)).toEqual(checkNames.map(() => 'waiting'))
    expect(checks[0]?.advice).toContain('/api/mobile/v1')
  })

  test.for([
    ['reached', 'warning', { reached_over: 'http' }, 'without encryption', 'https://'],
    ['reached', 'ok', { reached_over: null }, 'It reached us.', ''],
    ['reached', 'ok', { is_hosted: true, reached_over: 'http' }, 'inside Simcast', ''],
    ['app', 'problem', { app_version: '1.49.2' }, '1.49.2', '15 minutes late'],
    ['app', 'warning', { app_version: '1.60.0' }, '1.60.0', 'pausing and cancelling bite later'],
    ['app', 'warning', { app_version: '1.70.3' }, '1.70.3', 'lose a report'],
    ['app', 'warning', { app_version: null }, 'does not say', 'Update'],
    ['app', 'ok', { app_version: '1.70.4' }, 'google Pixel 8, app 1.70.4.', ''],
    ['sims', 'problem', { sims: [], sims_reported_at: null }, 'no SIM', 'permission “Phone”'],
    [
      'sims',
      'warning',
      { sims: [], sims_reported_at: null, app_version: '1.60.0' },
      'does not name',
      'SIM 1 to 3',
    ],
    ['listening', 'warning', { is_listening: false }, 'Not listening', '“SSE only”'],
    ['listening', 'problem', { is_online: false }, 'Nothing is heard', 'battery optimisation'],
    [
      'permission',
      'problem',
      { refused: { error: 'SIM selection requires READ_PHONE_STATE permission', at } },
      'may not send',
      'READ_PHONE_STATE',
    ],
    ['permission', 'waiting', { last_sent_at: null }, 'first text', 'allow it'],
    ['received', 'waiting', { last_received_at: null }, 'No text received', '+447700900123'],
    ['sent', 'waiting', { last_sent_at: null }, 'No text sent', 'Send a test'],
  ] as const)('%s is %s for %j', ([name, state, facts, title, advice]) => {
    const check = checksOf({ ...well, ...facts }).find((one) => one.check === name)

    expect(check).toMatchObject({ state, title: expect.stringContaining(title) })
    if (state === 'ok') expect(check?.advice).toBeNull()
    else expect(check?.advice).toContain(advice)
  })
})

describe('over HTTP', () => {
  const database = useDatabase()
  const app = useApp(database)
  let user_id: number
  let key: string
  let device: { id: number; token: string }

  beforeEach(async () => {
    ;({ user_id, key } = await buildAccount(database.db))
    device = await buildDevice(database.db, user_id)
  })

  const states = async () => {
    const checks = listOf(await app.call('GET', `/api/devices/${device.id}/checks`, { key }))
    return Object.fromEntries(checks.map(({ check, state }) => [check, state]))
  }

  test('a phone that comes is seen step by step', async () => {
    expect(await states()).toMatchObject({ reached: 'waiting', app: 'waiting', sims: 'waiting' })

    // The app of the test calls by http, at another name than the public one.
    await enrolTestPhone(app, device.token, { simCards: [{ slotIndex: 0, simNumber: 1 }] })

    expect(await states()).toEqual({
      reached: 'warning',
      app: 'ok',
      sims: 'ok',
      listening: 'warning',
      permission: 'waiting',
      received: 'waiting',
      sent: 'waiting',
    })
  })

  test('the name that phones are told, behind a proxy that does not speak of https, is https', async () => {
    await app.call('POST', '/api/mobile/v1/device', {
      key: device.token,
      json: { name: 'google/pixel' },
      headers: { host: 'sms.example.org', 'user-agent': 'me.capcom.smsgateway/1.75.0' },
    })

    expect(await states()).toMatchObject({ reached: 'ok', sims: 'problem' })
  })

  test('a refusal for want of a permission is told until a text has gone out', async () => {
    await enrolTestPhone(app, device.token)
    const contact_id = await buildContact(database.db, user_id)
    const id = await buildMessage(database.db, user_id, {
      contact_id,
      device_id: device.id,
      status: 'failed',
    })
    await database.pool.query(
      `update messages set error = 'requires READ_PHONE_STATE permission', finished_at = $1
        where user_id = $2 and id = $3`,
      [app.now, user_id, id],
    )
    expect(await states()).toMatchObject({ permission: 'problem' })

    await database.pool.query(
      'update devices set last_sent_at = $1 where user_id = $2 and id = $3',
      [new Date(app.now.getTime() + 1000), user_id, device.id],
    )
    expect(await states()).toMatchObject({ permission: 'ok', sent: 'ok' })
  })
})
