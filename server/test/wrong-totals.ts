import type { Db } from '../src/db/pool.ts'
import { findWrongTotals as findOfAccount } from '../src/totals/wrong-totals.ts'

/** Every total of every account that is not what a count of the rows says, as the nightly check finds them. */
export async function findWrongTotals(db: Db): Promise<object[]> {
  const accounts = await db.selectFrom('accounts').select('user_id').orderBy('user_id').execute()
  const wrong: object[] = []
  for (const { user_id } of accounts) {
    const found = await findOfAccount(db, user_id)
    wrong.push(...found.map((difference) => ({ user_id, ...difference })))
  }
  return wrong
}
