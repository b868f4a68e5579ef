import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

const database = useDatabase()
const app = useApp(database)

let key: string
let user_id: number
let device_id: number

beforeEach(async () => {
  ;({ key, user_id } = await buildAccount(database.db))
  device_id = (await buildDevice(database.db, user_id)).id
})

const call = (method: string, url: string, json?: object) =>
  app.call(method, url, { key, ...(json === undefined ? {} : { json }) })
const sim = () => ({ device_id, sim_subscription_id: 1 })
const contact = (fields: Parameters<typeof buildContact>[2] = {}) =>
  buildContact(database.db, user_id, fields)

describe('sending to the number of contacts that one has seen', () => {
  const fields = () => ({ name: 'Sale', content: 'Hi', ...sim(), send: 1 })
  const audienceChanged = (actual: number) => ({
    status: 400,
    code: 'audience_changed',
    field: 'expected_recipients',
    actual,
  })

  test('goes ahead when it is still so', async () => {
    await contact()
    await contact({ opted_out_at: new Date() })

    const id = idOf(await call('POST', '/api/campaigns', { ...fields(), expected_recipients: 1 }))

    expect(dataOf(await call('GET', `/api/campaigns/${id}`))).toMatchObject({
      status: 'processing',
      total_recipients: 1,
    })
  })

  test('is refused when another came to match, and nothing is written', async () => {
    await contact()
    await contact()
    const bulk = { segment: 'bulk', phone_numbers: '+447700900777' }
    const before = await everything()

    for (const [more, expected_recipients, actual] of [
      [{}, 1, 2],
      [{ is_scheduled: 1, scheduled_datetime: '2026-11-22 12:00:00' }, 3, 2],
      [bulk, 2, 1],
    ] as const) {
      const answer = await call('POST', '/api/campaigns', {
        ...fields(),
        ...more,
        expected_recipients,
      })
      expect(problemsOf(answer)).toEqual([expect.objectContaining(audienceChanged(actual))])
    }
    expect(await everything()).toEqual(before)
  })

  test('is asked of a draft only when it is sent', async () => {
    await contact()
    const id = idOf(
      await call('POST', '/api/campaigns', { ...fields(), send: 0, expected_recipients: 9 }),
    )
    const url = `/api/campaigns/${id}`

    expect(problemsOf(await call('POST', url, { send: 1, expected_recipients: 2 }))).toEqual([
      expect.objectContaining(audienceChanged(1)),
    ])
    expect(dataOf(await call('GET', url))).toMatchObject({ status: 'draft', revision: 1 })
    expect((await call('POST', url, { send: 1, expected_recipients: 1 })).status).toBe(200)
    expect(dataOf(await call('GET', url))).toMatchObject({ status: 'processing' })
  })
})

/** Every row of the account that a campaign is written to. */
async function everything(): Promise<unknown> {
  const tables = ['contacts', 'campaigns', 'campaign_audiences', 'messages', 'opt_outs', 'segments']
  const found: unknown[] = []
  for (const table of tables) {
    const { rows } = await sql`
      select to_jsonb(t) as row from ${sql.table(table)} t where user_id = ${user_id} order by 1`.execute(
      database.db,
    )
    found.push([table, rows])
  }
  return found
}
