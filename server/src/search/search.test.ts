import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildCampaign,
  buildContact,
  buildDevice,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

const database = useDatabase()
const app = useApp(database)

let user_id: number
let key: string

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
})

const search = (q: string) => app.call('GET', `/api/search?q=${encodeURIComponent(q)}`, { key })

describe('search', () => {
  test('finds contacts, campaigns, segments and phones by name, whatever the case', async () => {
    const { db } = database
    const { id: device_id } = await buildDevice(db, user_id, { name: 'Spring phone' })
    const contact = await buildContact(db, user_id, { name: 'Ana Spring' })
    const campaign = await buildCampaign(db, user_id, { device_id, name: 'The SPRING sale' })
    const segment = await buildSegment(db, user_id, { name: 'Spring people' })

    expect(dataOf(await search(' sPring '))).toEqual({
      contacts: [
        {
          id: contact,
          name: 'Ana Spring',
          phone_number: expect.stringMatching(/^\+44/),
          has_opted_out: false,
        },
      ],
      campaigns: [{ id: campaign, name: 'The SPRING sale', status: 'draft' }],
      segments: [{ id: segment, name: 'Spring people', type: 'custom' }],
      devices: [{ id: device_id, name: 'Spring phone' }],
    })
  })

  test.for(['+44 7700 900142', '07700 900142', '(0)7700-900142', '900142', '+4477'])(
    'finds a number that is written as %s',
    async (q) => {
      const id = await buildContact(database.db, user_id, { phone_number: '+447700900142' })

      expect(dataOf(await search(q))).toMatchObject({ contacts: [{ id }] })
    },
  )

  test('shows five at the most, those first that begin so', async () => {
    for (const name of ['Rosanna', 'Susan', 'Ann', 'Joann', 'Hannah', 'Diann', 'Annette'])
      await buildContact(database.db, user_id, { name })

    const { contacts } = dataOf(await search('ann')) as { contacts: { name: string }[] }
    expect(contacts).toHaveLength(5)
    expect(
      contacts
        .slice(0, 2)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Ann', 'Annette'])
  })

  test('takes % and _ as they are', async () => {
    await buildContact(database.db, user_id, { name: 'Ana' })
    const id = await buildContact(database.db, user_id, { name: '100% Ana_b' })

    expect(dataOf(await search('100%'))).toMatchObject({ contacts: [{ id }] })
    expect(dataOf(await search('a_b'))).toMatchObject({ contacts: [{ id }] })
    expect(dataOf(await search('%%%'))).toMatchObject({ contacts: [] })
  })

  test('finds nothing of another account, and nothing that was deleted', async () => {
    const other = await buildAccount(database.db)
    await buildContact(database.db, other.user_id, { name: 'Spring' })
    await buildSegment(database.db, other.user_id, { name: 'Spring' })
    const segment = await buildSegment(database.db, user_id, { name: 'Spring' })
    await app.call('DELETE', `/api/segments/${segment}`, { key })

    expect(dataOf(await search('spring'))).toEqual({
      contacts: [],
      campaigns: [],
      segments: [],
      devices: [],
    })
  })

  test.for(['', '  ', 'x'.repeat(101), 'a\u0000b'])('refuses %j', async (q) => {
    expect(problemsOf(await search(q))).toMatchObject([{ status: 400, field: 'q' }])
  })
})
