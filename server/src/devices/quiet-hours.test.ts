import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { postponeQuiet } from '../messages/postpone.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let device_id: number
let phone: TestPhone

beforeEach(async () => {
  // 21:00 in Tokyo, 13:00 in Rome, 07:00 in New York.
  testApp.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(testApp, device.token)
  await database.db.updateTable('sims').set({ max_per_minute: 0 }).execute()
  await setAccount({ quiet_hours_start: '21:00', quiet_hours_end: '09:00' })
})

afterEach(() => expectTotalsToHold(database.db))

const setAccount = (change: object) =>
  database.db.updateTable('accounts').set(change).where('user_id', '=', user_id).execute()
const contact = (phone_number: string, custom_parameters: Record<string, string> = {}) =>
  buildContact(database.db, user_id, { phone_number, custom_parameters })
const queue = async (
  to: number | number[],
  more: Partial<Parameters<typeof queueForTest>[2]> = {},
) =>
  queueForTest(database.db, user_id, {
    contact_ids: [to].flat(),
    device_id,
    now: testApp.now,
    ...more,
  })
/** To whom a fetch of the phone lets texts go, which it sends. */
const numbers = async () => {
  const listed = await phone.fetch()
  await phone.report('Sent', listed)
  return listed.flatMap(({ phoneNumbers }) => phoneNumbers)
}
const at = (time: string) => {
  testApp.now = new Date(time)
}
const rows = () =>
  database.db
    .selectFrom('messages')
    .select(['id', 'phone_number', 'send_at', 'valid_until', 'status', 'error'])
    .where('user_id', '=', user_id)
    .orderBy('id')
    .execute()
const campaign = async (change: object = {}) => {
  const { id } = await database.db
    .insertInto('campaigns')
    .values({
      user_id,
      name: 'One',
      name_folded: 'one',
      content: 'Hello',
      content_folded: 'hello',
      device_id,
      sim_subscription_id: 1,
      status: 'running',
      ...change,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const tokyo = '+81312345678'
const rome = '+393331234567'
const newYork = '+12125551234'

describe('in quiet hours', () => {
  test('each is written to by the clock of the own number', async () => {
    for (const number of [tokyo, rome, newYork]) await queue(await contact(number))

    expect(await numbers()).toEqual([rome])
    at('2026-11-21T14:00:00Z')
    expect(await numbers()).toEqual([newYork])
    at('2026-11-21T23:59:59Z')
    expect(await numbers()).toEqual([])
    at('2026-11-22T00:00:00Z')
    expect(await numbers()).toEqual([tokyo])
  })

  test('a text that waits says since when it may leave', async () => {
    await queue(await contact(tokyo))
    await phone.fetch()

    expect(await rows()).toMatchObject([
      { status: 'queued', send_at: new Date('2026-11-22T00:00:00Z') },
    ])
  })

  test('the parameter that the account names says the zone', async () => {
    await setAccount({ timezone_parameter: 'zone' })
    const there = await contact(tokyo, { zone: 'Europe/Rome' })
    const nowhere = await contact('+81312345679', { zone: 'Middle-earth/Shire' })
    await queue([there, nowhere])

    expect(await numbers()).toEqual([tokyo])
  })

  test('a number of no country goes by the zone of the account', async () => {
    await setAccount({ timezone: 'Asia/Tokyo' })
    await queue(await contact('+88161234567'))

    expect(await numbers()).toEqual([])
    await setAccount({ timezone: 'Europe/Rome' })
    at('2026-11-22T08:00:00Z')
    expect(await numbers()).toEqual(['+88161234567'])
  })

  test('answers, confirmations and tests go at any hour', async () => {
    const ids = await queue(
      await Promise.all([tokyo, '+81312345671', '+81312345672'].map((one) => contact(one))),
    )
    for (const [place, purpose] of (['reply', 'confirmation', 'test'] as const).entries())
      await database.db
        .updateTable('messages')
        .set({ purpose })
        .where('id', '=', ids[place] ?? 0)
        .execute()

    expect(await numbers()).toHaveLength(3)
  })

  test('a thousand that wait for the morning hold up nobody behind them', async () => {
    const { rows: made } = await sql<{ id: number }>`
      insert into contacts (user_id, phone_number)
      select ${user_id}, '+8131' || (1000000 + n) from generate_series(1, 1000) n returning id`.execute(
      database.db,
    )
    await queue(made.map(({ id }) => id))
    await queue(await contact(rome))

    const seen = [await numbers(), await numbers(), await numbers()].flat()

    expect(seen).toEqual([rome])
    expect((await rows()).filter(({ send_at }) => send_at > testApp.now)).toHaveLength(1000)
  })

  test('what waits when they begin is put off by the engine, in every queue', async () => {
    const mine = await campaign()
    const others = await campaign({ quiet_hours: 'off' })
    for (const campaign_id of [mine, others]) {
      await queue(await contact(`+8131234567${campaign_id % 10}`), { campaign_id })
      await queue(await contact(`+3933312345${campaign_id % 10}`), { campaign_id })
    }
    await queue(await contact(tokyo))

    while (await postponeQuiet(database.db, testApp.now));

    const late = (await rows()).filter(({ send_at }) => send_at > testApp.now)
    expect(late.map(({ phone_number }) => phone_number)).toEqual([`+8131234567${mine % 10}`, tokyo])
  })
})

describe('a campaign', () => {
  test.for([
    { change: { quiet_hours: 'account' }, goes: [rome] },
    { change: { quiet_hours: 'off' }, goes: [tokyo, rome] },
    {
      change: { quiet_hours: 'own', quiet_hours_start: '12:00', quiet_hours_end: '15:00' },
      goes: [tokyo],
    },
  ])('with $change goes to $goes', async ({ change, goes }) => {
    const campaign_id = await campaign(change)
    await queue([await contact(tokyo), await contact(rome)], { campaign_id })

    expect(await numbers()).toEqual(goes)
  })

  test('that has expired is given to no phone', async () => {
    const campaign_id = await campaign({ expires_at: new Date('2026-11-21T12:00:00Z') })
    await queue(await contact(rome), { campaign_id })

    expect(await numbers()).toEqual([])
  })
})

describe('what a phone holds', () => {
  test('is not to be sent when the night has begun, or the campaign is over', async () => {
    const campaign_id = await campaign({ expires_at: new Date('2026-11-21T18:00:00Z') })
    await queue(await contact(rome))
    await queue(await contact('+393331234568'), { campaign_id })
    await setAccount({ quiet_hours_start: '21:30' })

    const until = (await phone.fetch()).map(({ validUntil }) => validUntil)

    expect(until).toEqual(['2026-11-21T20:30:00.000Z', '2026-11-21T18:00:00.000Z'])
  })

  test('is told so by the clock of the phone, where that is off', async () => {
    await database.db
      .updateTable('installations')
      .set({ clock_skew_seconds: 86_400 })
      .where('user_id', '=', user_id)
      .execute()
    await queue(await contact(rome))

    const [listed] = await phone.fetch()

    expect(listed?.validUntil).toBe('2026-11-22T20:00:00.000Z')
  })

  test('is asked about in the night and goes again in the morning when it was not sent', async () => {
    await queue(await contact(rome))
    const held = await phone.fetch()
    at('2026-11-21T21:00:00Z')
    const [asked] = await phone.fetch()

    expect(asked).toMatchObject({ id: held[0]?.id, validUntil: '2026-11-20T21:00:00.000Z' })
    await phone.report('Failed', held, { error: 'TTL expired' })
    expect(await phone.fetch()).toEqual([])
    at('2026-11-22T08:00:00Z')
    expect(await numbers()).toEqual([rome])
  })
})
