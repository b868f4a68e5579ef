import { sql } from 'kysely'
import { named, type Db } from '../db/pool.ts'
import type { TextRules } from './compose.ts'

/** What the account does to its texts now; `footer` is for those kinds of sending that take one. */
export async function findTextRules(db: Db, user_id: number): Promise<TextRules> {
  const { rows } = await sql<TextRules>`${named}
    select smart_encoding, opt_out_footer as footer from accounts where user_id = ${user_id}`.execute(
    db,
  )
  const [rules] = rows
  if (!rules) throw new Error(`There is no account ${user_id}`)
  return rules
}
