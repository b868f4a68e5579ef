import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { createCredentialFinder } from '../accounts/credentials.ts'
import { ensureFirstAccount } from './first-account.ts'

const database = useDatabase()

test('two processes that start together make one account, with one key and its person', async () => {
  const admin = { email: 'owner@example.org', password: 'correct horse', api_key: null }
  const keys = await Promise.all(
    Array.from({ length: 4 }, () =>
      inTransaction(database.db, (tx) => ensureFirstAccount(tx, admin)),
    ),
  )

  const [key, ...others] = keys.filter((made) => made !== undefined)
  expect(others).toEqual([])
  const finder = createCredentialFinder(database.db, () => new Date())
  expect(await finder.find('api_key', key ?? '')).toMatchObject({ user_id: 1 })
  for (const table of ['accounts', 'people', 'api_keys', 'sign_in_addresses'] as const)
    expect(await database.db.selectFrom(table).selectAll().execute()).toHaveLength(1)
})
