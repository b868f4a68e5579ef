import type { Logger } from 'pino'
import type { ContactWatcher } from './contacts/watcher.ts'
import type { Db } from './db/pool.ts'
import type { Wake } from './db/wake.ts'
import type { Outside } from './notices/outside.ts'

/** What business code needs from the world. Built once in main.ts, or by a test. */
export type Context = {
  db: Db
  now: () => Date
  log: Logger
  wake: Wake
  contactWatcher: ContactWatcher
  /** The address that people and phones reach us at, without a slash at the end; null: as each request names it. */
  publicUrl: string | null
  /** Whether feeds may be fetched from private networks too. Not said: they may not. */
  allowsPrivateFeeds?: boolean
  /** What the world is told by. Not said: by nothing. */
  outside?: Outside
}
