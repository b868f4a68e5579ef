import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type Listed, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { continueSweep } from '../messages/sweep.ts'
import { expandNextChunk } from './expand.ts'
import { finishCampaigns } from './launch.ts'
import { usualBucket, widen } from './statistics.ts'

// What happened to the texts of a campaign, and sending some of them again.

const database = useDatabase()
const app = useApp(database)

let key: string
let user_id: number
let device_id: number
let phone: TestPhone
let campaign: number
let taken: Listed[]

beforeEach(async () => {
  at('12:00:05')
  await database.pool.query(`update campaigns set status = 'cancelled', paused_from = null`)
  ;({ key, user_id } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id, { name: 'Front desk' })
  device_id = device.id
  for (let n = 1; n <= 6; n += 1)
    await buildContact(database.db, user_id, { phone_number: `+44770090010${n}` })
  await buildContact(database.db, user_id, { name: 'Nobody', phone_number: '+447700900107' })
  await call('POST', `/api/devices/${device_id}/sims/1`, { max_per_minute: 0 })
  phone = await enrolTestPhone(app, device.token)
  campaign = idOf(
    await call('POST', '/api/campaigns', {
      name: 'Sale',
      content: 'Hi {{ name }}',
      device_id,
      sim_subscription_id: 1,
      send: 1,
    }),
  )
  while (await expandNextChunk(app.context));
  taken = await phone.fetch()
})

afterEach(() => expectTotalsToHold(database.db))

function at(time: string): void {
  app.now = new Date(`2026-11-21T${time}Z`)
}
const call = (method: string, path: string, json?: object) =>
  app.call(method, path, { key, ...(json === undefined ? {} : { json }) })
const statistics = async (query = '') =>
  dataOf(await call('GET', `/api/campaigns/${campaign}/statistics?${query}`)) as {
    bucket_seconds: number
    timeline: { datetime: string; sent: number; delivered: number; failed: number }[]
    sims: object[]
    errors: { code: string; total: number; total_retryable: number }[]
    cancellations: { code: string; total: number }[]
  }
const get = async () => dataOf(await call('GET', `/api/campaigns/${campaign}`))
const retry = (json: object = {}) => call('POST', `/api/campaigns/${campaign}/retry`, json)
const some = (from: number, to: number) => taken.slice(from, to)

/** Two delivered, one only sent, and of each kind of failure one. */
async function happen(): Promise<void> {
  at('12:00:30')
  await phone.report('Sent', some(0, 2))
  at('12:01:10')
  await phone.report('Sent', some(2, 3))
  await phone.report('Delivered', some(0, 2))
  at('12:02:00')
  await phone.report('Failed', some(3, 4), { error: 'Send result: RESULT_ERROR_NO_SERVICE (4)' })
  await phone.report('Failed', some(4, 5), { error: 'Send result: RESULT_ERROR_FDN_CHECK_FAILURE' })
  await phone.report('Failed', some(5, 6), { error: 'Send result: RESULT_ERROR_GENERIC_FAILURE' })
  await sql`
    update contacts set opted_out_at = now()
     where user_id = ${user_id} and phone_number = '+447700900107'`.execute(database.db)
  await call('POST', `/api/campaigns/${campaign}/pause`)
}

describe('the statistics', () => {
  test('tell when texts left, arrived and failed, by which SIM, and why not', async () => {
    await happen()
    expect(await statistics('bucket_seconds=60')).toEqual({
      bucket_seconds: 60,
      timeline: [
        { datetime: '2026-11-21 12:00:00', sent: 2, delivered: 0, failed: 0 },
        { datetime: '2026-11-21 12:01:00', sent: 1, delivered: 2, failed: 0 },
        { datetime: '2026-11-21 12:02:00', sent: 0, delivered: 0, failed: 3 },
      ],
      sims: [
        {
          device_id,
          device_name: 'Front desk',
          sim_subscription_id: 1,
          sent: 3,
          delivered: 2,
          failed: 3,
          cancelled: 0,
          pending: 1,
          on_phone: 1,
        },
      ],
      errors: [
        {
          code: 'no_service',
          title: 'No service',
          error: 'Send result: RESULT_ERROR_NO_SERVICE (4)',
          is_retryable: true,
          total: 1,
          total_retryable: 1,
        },
        expect.objectContaining({
          code: 'number_not_allowed',
          is_retryable: false,
          total_retryable: 0,
        }),
        expect.objectContaining({ code: 'refused', total: 1, total_retryable: 1 }),
      ],
      cancellations: [],
    })
  })

  test('say by what the rest was withdrawn', async () => {
    await call('POST', `/api/campaigns/${campaign}/cancel`)
    const { cancellations, errors } = await statistics()
    expect(cancellations).toMatchObject([{ code: 'cancelled', total: 7, total_retryable: 0 }])
    expect(errors).toEqual([])
  })

  test('count time as finely as it is asked for, with an end to it', () => {
    expect([5, 600, 3600, 86_400, 40 * 86_400].map(usualBucket)).toEqual([10, 10, 60, 1800, 86_400])
    expect(widen(10, 4000)).toBe(10)
    expect(widen(10, 86_400)).toBe(300)
    expect(widen(1, 10 * 365 * 86_400)).toBe(7 * 86_400 + 25_920)
  })

  test.for(['0', '-1', '1.5', 'x', '604801'])('refuse %s seconds', async (seconds) => {
    const answer = await call(
      'GET',
      `/api/campaigns/${campaign}/statistics?bucket_seconds=${seconds}`,
    )
    expect(problemsOf(answer)).toMatchObject([
      {
        title: 'bucket_seconds must be a whole number from 1 to 604800.',
        field: 'bucket_seconds',
      },
    ])
  })

  test('of another account are not there', async () => {
    const stranger = await buildAccount(database.db)
    for (const [method, path] of [
      ['GET', 'statistics'],
      ['POST', 'retry'],
    ] as const)
      expect(
        (await app.call(method, `/api/campaigns/${campaign}/${path}`, { key: stranger.key }))
          .status,
      ).toBe(404)
  })
})

describe('retrying', () => {
  test('leaves those that would fail for the same reason', async () => {
    await happen()
    const answer = await retry({ expected_recipients: 2 })
    expect(dataOf(answer)).toEqual({ id: campaign, retried: 2 })
    expect(await get()).toMatchObject({ total_failed_sms: 1, total_pending_sms: 3 })
    expect((await statistics()).errors).toMatchObject([{ code: 'number_not_allowed' }])
  })

  test('takes some kinds of failure only, or some texts', async () => {
    await happen()
    expect(dataOf(await retry({ codes: ['no_service'] }))['retried']).toBe(1)
    expect((await statistics()).errors.map(({ code }) => code)).toEqual([
      'number_not_allowed',
      'refused',
    ])
    const [left] = listOf(await call('GET', `/api/sms?campaign_id=${campaign}&error_code=refused`))
    expect(left).toMatchObject({ status: 'failed', error_code: 'refused' })
    expect(dataOf(await retry({ sms_ids: [left?.['sms_id']] }))['retried']).toBe(1)
    expect(await get()).toMatchObject({ total_failed_sms: 1, status: 'paused' })
  })

  test('is refused when another number would be sent again, and writes nothing', async () => {
    await happen()
    expect(problemsOf(await retry({ expected_recipients: 3 }))).toMatchObject([
      {
        title: 'It would send 2 texts again now, not 3. Look at it again before you send them.',
        field: 'expected_recipients',
        code: 'audience_changed',
        actual: 2,
      },
    ])
    expect(await get()).toMatchObject({ total_failed_sms: 3 })
  })

  test('leaves who has opted out since', async () => {
    await happen()
    await sql`update contacts set opted_out_at = now() where user_id = ${user_id}`.execute(
      database.db,
    )
    expect((await statistics()).errors.map((one) => one.total_retryable)).toEqual([0, 0, 0])
    expect(dataOf(await retry())['retried']).toBe(0)
  })

  test('says all that is wrong at once', async () => {
    await happen()
    const wrong = { codes: ['opted_out', 'no_service'], sms_ids: 'x', expected_recipients: -1 }
    expect(problemsOf(await retry(wrong)).map(({ field }) => field)).toEqual([
      'codes[0]',
      'sms_ids',
      'expected_recipients',
    ])
    const others = listOf(await call('GET', '/api/sms?status=sent'))
    expect(problemsOf(await retry({ sms_ids: [others[0]?.['sms_id'], 987_654] }))).toHaveLength(2)
    expect(await get()).toMatchObject({ total_failed_sms: 3 })
  })

  test('done twice at once happens once', async () => {
    await happen()
    const answers = await Promise.all([
      retry({ expected_recipients: 2 }),
      retry({ expected_recipients: 2 }),
    ])
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 400,
    ])
    expect(await get()).toMatchObject({ total_failed_sms: 1, total_pending_sms: 3 })
  })

  test('goes on in the background with the kinds that were asked for', async () => {
    await happen()
    await sql`
      insert into sweeps (user_id, action, campaign_id, codes, created_at)
      values (${user_id}, 'retry', ${campaign}, '{refused}', ${app.now})`.execute(database.db)
    while (await continueSweep(database.db, app.now));
    expect((await statistics()).errors.map(({ code }) => code)).toEqual([
      'no_service',
      'number_not_allowed',
    ])
  })

  test('never sends a text that could not be made as it was written', async () => {
    await sql`
      update messages set status = 'failed', error = 'The text is empty for this contact.', finished_at = now()
       where user_id = ${user_id}`.execute(database.db)
    await sql`update campaigns set total_pending = 0, total_failed = 7 where id = ${campaign}`.execute(
      database.db,
    )
    await sql`update devices set total_pending = 0, total_failed = 7 where id = ${device_id}`.execute(
      database.db,
    )
    await sql`update contacts set total_failed = 1 where user_id = ${user_id}`.execute(database.db)
    await finishCampaigns(app.context)

    expect(dataOf(await retry())['retried']).toBe(0)
    const [sms] = listOf(await call('GET', `/api/sms?campaign_id=${campaign}`))
    const answer = await call('POST', `/api/sms/${String(sms?.['sms_id'])}/retry`)
    expect(problemsOf(answer)[0]?.title).toContain('No text could be made')
    expect(sms).toMatchObject({ error_code: 'not_made' })
  })
})
