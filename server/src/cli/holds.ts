import { pino } from 'pino'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../db/transaction.ts'
import { createEntrance } from '../flows/entering.ts'
import { cancelHeld, releaseHeld } from '../holds/release.ts'
import { findAccount, withLocalDatabase, type Local } from './local-database.ts'

/** Lets go, or cancels, what a restore has held back: of one account, or of all. */
export async function releaseHere(
  config: Config,
  { account, cancel }: { account?: number; cancel: boolean },
  say: (text: string) => void,
): Promise<void> {
  await withLocalDatabase(config, async (local) => {
    const settle = cancel ? cancelHeld : releaseHeld
    const context = contextOf(local, config)
    for (const { user_id, name } of await findAccounts(local, account)) {
      const { campaigns, total_sms, recurring_campaigns, rss_automations } = await inTransaction(
        local.db,
        (tx) => settle(tx, context, user_id),
      )
      const makers = recurring_campaigns.length + rss_automations.length
      const what =
        `campaigns ${campaigns.length}, single texts ${total_sms}` +
        (makers > 0 ? `, recurring campaigns and RSS automations ${makers}` : '')
      say(`Account ${user_id}, ${name}: ${cancel ? 'cancelled' : 'released'} ${what}.`)
    }
  })
}

async function findAccounts({ db }: Local, account: number | undefined) {
  if (account !== undefined) return [await findAccount(db, account)]
  return db.selectFrom('accounts').select(['user_id', 'name']).orderBy('user_id').execute()
}

function contextOf({ db, wake }: Local, { publicUrl }: Config): Context {
  const now = () => new Date()
  const contactWatcher = createEntrance({ now, wake })
  return { db, wake, contactWatcher, publicUrl, now, log: pino({ level: 'silent' }) }
}
