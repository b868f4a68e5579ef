import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildAutomation,
  buildCampaign,
  buildContact,
  buildContacts,
  buildDevice,
  buildFlow,
  buildRecurring,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

const database = useDatabase()
const testApp = useApp(database)
const outAt = new Date('2026-11-01T10:00:00Z')

let user_id: number
let key: string

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
})

type Built = Parameters<typeof buildContact>[2]
const contact = (values: Built = {}) => buildContact(database.db, user_id, values)
const spender = (total_spent: string | number, values: Built = {}) =>
  contact({ custom_parameters: { total_spent, loyalty: 'Gold' }, ...values })
const preview = (json: unknown, caller = key) =>
  testApp.call('POST', '/api/segments/preview', { key: caller, json })
const row = (parameter: string, condition: string, value: string) => ({
  key: parameter,
  condition,
  value,
})
const sampleOf = (data: Record<string, unknown>) =>
  (data['sample'] as { id: number }[]).map(({ id }) => id)

describe('the preview of a filter', () => {
  test('counts who matches, who of them cannot be texted, and shows the ten newest', async () => {
    const matched = []
    for (let place = 0; place < 12; place++) matched.push(await spender(300 + place))
    const out = await spender(400, { opted_out_at: outAt })
    const sender = await spender(400, { phone_number: 'MYBANK', can_be_sent_to: false })
    await spender(100)

    const filters_custom_parameters = [
      row('loyalty', 'exact', 'gold'),
      row('total_spent', 'bigger_than', '250'),
    ]
    const data = dataOf(await preview({ type: 'filter', filters_custom_parameters }))

    expect(data).toMatchObject({ total: 14, opted_out: 1, cannot_be_texted: 1, incomparable: [] })
    expect(sampleOf(data)).toEqual([sender, out, ...matched.toReversed()].slice(0, 10))
  })

  test('names the values that could not be compared, of those that all else matches', async () => {
    await spender(300)
    await spender('n/a')
    await spender('a lot')
    await spender('2026-01-01')
    await spender('')
    await contact({ custom_parameters: { total_spent: 'n/a', loyalty: 'Silver' } })
    await contact({ custom_parameters: { loyalty: 'Gold' } })

    const filters_custom_parameters = [
      row('loyalty', 'exact', 'Gold'),
      row('total_spent', 'bigger_than', '250'),
      row('total_spent', 'lower_than', '1000'),
    ]
    const data = dataOf(await preview({ type: 'filter', filters_custom_parameters }))

    expect(data).toMatchObject({
      total: 1,
      incomparable: [
        { key: 'total_spent', total: 3, example: '2026-01-01', compared_as: 'number' },
      ],
    })
  })

  test('says when the value of a row is itself neither a number nor a date', async () => {
    await spender(300)

    const filters_custom_parameters = [row('total_spent', 'bigger_than', 'much')]
    const data = dataOf(await preview({ type: 'filter', filters_custom_parameters }))

    expect(data).toMatchObject({
      total: 0,
      incomparable: [{ key: 'total_spent', total: 1, example: '300', compared_as: null }],
    })
  })

  test('compares two keys, each among those that the other matches', async () => {
    const both = { visits: 3, last: '2026-05-01' }
    await contact({ custom_parameters: both })
    await contact({ custom_parameters: { ...both, last: 'soon' } })
    await contact({ custom_parameters: { visits: 'many', last: 'soon' } })

    const filters_custom_parameters = [
      row('visits', 'bigger_than', '1'),
      row('last', 'bigger_than', '2026-01-01'),
    ]
    const data = dataOf(await preview({ type: 'filter', filters_custom_parameters }))

    expect(data).toMatchObject({
      total: 1,
      incomparable: [{ key: 'last', total: 1, example: 'soon', compared_as: 'date' }],
    })
  })

  test('is of ten among tens of thousands as well', async () => {
    const ids = await buildContacts(database.db, user_id, 10_500)

    const data = dataOf(
      await preview({
        type: 'filter',
        filters_custom_parameters: [row('gone', 'not_exact', 'yes')],
      }),
    )

    expect(data).toMatchObject({ total: 10_500, opted_out: 0 })
    expect(sampleOf(data)).toEqual(ids.slice(-10).toReversed())
  })

  test('is refused with all that is wrong with it', async () => {
    const answer = await preview({
      type: 'filter',
      filters_custom_parameters: [row('a', 'is', 'x'), row('b', 'contains', '')],
      filters_countries: ['Italy'],
    })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual([
      'filters_custom_parameter_condition',
      'filters_custom_parameter_value',
      'filters_countries',
    ])
  })
})

describe('the preview of', () => {
  test('pasted numbers counts those that would become contacts, and makes none', async () => {
    const known = await contact({ phone_number: '+447700900001' })
    await contact({ phone_number: '+447700900002', opted_out_at: outAt })
    await database.db
      .insertInto('opt_outs')
      .values({ user_id, phone_number: '+447700900003', opted_out_at: outAt })
      .execute()

    const phone_numbers = '07700 900001, 07700 900002\n07700 900003\n07700 900004\n07700 900004'
    const data = dataOf(await preview({ type: 'bulk', phone_numbers }))

    expect(data).toMatchObject({ total: 4, opted_out: 2, new_numbers: 2, cannot_be_texted: 0 })
    expect(sampleOf(data)).toContain(known)
    expect(listOf(await testApp.call('GET', '/api/contacts', { key }))).toHaveLength(2)
  })

  test('chosen contacts names those that are nobody', async () => {
    const mine = await contact()
    const theirs = await buildContact(database.db, (await buildAccount(database.db)).user_id)

    expect(dataOf(await preview({ contacts_ids: [mine] }))).toMatchObject({ total: 1 })
    const answer = await preview({ contacts_ids: [mine, theirs] })
    expect(problemsOf(answer)).toMatchObject([
      { title: `There is no contact ${theirs}.`, field: 'contacts_ids' },
    ])
  })

  test('a segment that there is needs nothing but its id, and is not that of others', async () => {
    const member = await contact()
    await spender(1)
    const chosen = await buildSegment(database.db, user_id, { members: [member] })
    const filtered = await buildSegment(database.db, user_id, {
      filter: { filters_custom_parameters: [row('loyalty', 'exact', 'Gold') as never] },
    })
    const stranger = await buildAccount(database.db)

    expect(dataOf(await preview({ segment_id: chosen }))).toMatchObject({ total: 1 })
    expect(dataOf(await preview({ segment_id: filtered }))).toMatchObject({ total: 1 })
    const answer = await preview({ segment_id: chosen }, stranger.key)
    expect(problemsOf(answer)).toMatchObject([
      { title: `There is no segment ${chosen}.`, field: 'segment_id' },
    ])
  })
})

describe('the contacts of a segment', () => {
  test('are listed as any contacts, of members as of a filter', async () => {
    const ann = await spender(300, { name: 'Ann' })
    const ben = await spender(400, { name: 'Ben' })
    await contact({ name: 'Cid' })
    const chosen = await buildSegment(database.db, user_id, { members: [ben] })
    const filtered = await buildSegment(database.db, user_id, {
      filter: { filters_custom_parameters: [row('loyalty', 'exact', 'Gold') as never] },
    })
    const list = async (id: number, query = '', caller = key) =>
      testApp.call('GET', `/api/segments/${id}/contacts${query}`, { key: caller })
    const ids = async (id: number, query = '') =>
      listOf(await list(id, query)).map((one) => one['id'])

    expect(await ids(chosen)).toEqual([ben])
    expect(await ids(filtered, '?order_by=name&order_type=ASC')).toEqual([ann, ben])
    expect(await ids(filtered, '?search=ann')).toEqual([ann])
    expect((await list(filtered)).body).toMatchObject({ meta: { total: 2 } })
    expect((await list(chosen, '', (await buildAccount(database.db)).key)).status).toBe(404)
  })
})

describe('what uses a segment', () => {
  test('is listed until it is over or deleted', async () => {
    const { db } = database
    const segment_id = await buildSegment(db, user_id, { name: 'Loyal', members: [] })
    const { id: device_id } = await buildDevice(db, user_id)
    const used = { device_id, segment_id }
    const usage = async () =>
      dataOf(await testApp.call('GET', `/api/segments/${segment_id}/usage`, { key }))

    expect(await usage()).toEqual({ is_used: false, uses: [] })
    const campaign = await buildCampaign(db, user_id, {
      ...used,
      name: 'Sale',
    })
    const flow = await buildFlow(db, user_id, { ...used, name: 'Welcome' })
    const recurring = await buildRecurring(db, user_id, { ...used, name: 'Weekly' })
    const automation = await buildAutomation(db, user_id, { ...used, name: 'News' })

    expect(await usage()).toMatchObject({
      is_used: true,
      uses: [
        { type: 'campaign', id: campaign, name: 'Sale', is_enabled: null },
        { type: 'flow', id: flow, name: 'Welcome', is_enabled: expect.any(Boolean) },
        { type: 'recurring_campaign', id: recurring, name: 'Weekly' },
        { type: 'rss_automation', id: automation, name: 'News' },
      ],
    })
    await db.updateTable('flows').set({ deleted_at: outAt }).where('id', '=', flow).execute()
    const rest = (await usage())['uses'] as { type: string }[]
    expect(rest.map(({ type }) => type)).toEqual([
      'campaign',
      'recurring_campaign',
      'rss_automation',
    ])
  })
})
