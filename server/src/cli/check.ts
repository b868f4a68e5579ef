import type { Config } from '../config.ts'
import { sentenceOf } from '../totals/check.ts'
import { findWrongTotals } from '../totals/wrong-totals.ts'
import { findAccount, withLocalDatabase, type Local } from './local-database.ts'

const shownMax = 20

/** Proves the totals of one account, or of all, against their rows. Throws when any differ, and changes nothing. */
export async function checkHere(
  config: Config,
  { account }: { account?: number },
  say: (text: string) => void,
): Promise<void> {
  let total = 0
  await withLocalDatabase(config, async ({ db }) => {
    for (const { user_id, name } of await findAccounts(db, account)) {
      const wrong = await findWrongTotals(db, user_id)
      total += wrong.length
      say(
        `Account ${user_id}, ${name}: ${wrong.length === 0 ? 'all totals hold' : `${wrong.length} ${wrong.length === 1 ? 'total differs' : 'totals differ'}`}.`,
      )
      for (const difference of wrong.slice(0, shownMax)) say(`  ${sentenceOf(difference)}`)
      if (wrong.length > shownMax) say(`  and ${wrong.length - shownMax} more`)
    }
  })
  if (total > 0) throw new Error('Totals differ from what was counted. Please report it as a bug.')
}

async function findAccounts(db: Local['db'], account: number | undefined) {
  if (account !== undefined) return [await findAccount(db, account)]
  return db.selectFrom('accounts').select(['user_id', 'name']).orderBy('user_id').execute()
}
