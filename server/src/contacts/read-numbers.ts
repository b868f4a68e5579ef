import { setImmediate as breathe } from 'node:timers/promises'
import { getAccount } from '../accounts/service.ts'
import type { Db } from '../db/pool.ts'
import { readPhoneNumber } from '../lib/phone-number.ts'
import { ProblemList } from '../lib/problem-list.ts'
import type { KnownNumber } from './ensure.ts'

// About 20 ms of reading at a stretch: other requests go on while a list of a million is read.
const readAtOnce = 5000

/**
 * Reads phone numbers as people wrote them, merging those that are the same; each bad one is a problem of `field`. The
 * account's default country is asked only when a number needs it.
 */
export async function readNumbers(
  db: Db,
  user_id: number,
  texts: readonly string[],
  field: string,
): Promise<{ numbers: KnownNumber[]; problems: ProblemList }> {
  const isNational = texts.some((text) => !text.trimStart().startsWith('+'))
  const country = isNational ? (await getAccount(db, user_id)).default_country : null
  const numbers = new Map<string, KnownNumber>()
  const problems = new ProblemList()
  for (const [place, text] of texts.entries()) {
    const number = readPhoneNumber(text, country)
    if ('problem' in number) problems.add({ title: `${number.problem}.`, field })
    else numbers.set(number.phone_number, number)
    if (place % readAtOnce === readAtOnce - 1) await breathe()
  }
  return { numbers: [...numbers.values()], problems }
}
