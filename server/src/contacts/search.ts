import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { fold } from '../lib/fold.ts'
import { searchPattern, type Condition } from '../http/list.ts'

/**
 * Looks for a number by its digits, however they are written; one or two of them only at its start. A term with
 * letters finds the senders that are no numbers, such as MYBANK.
 */
export function searchNumbers(
  phoneNumber: RawBuilder<unknown>,
  canBeSentTo: RawBuilder<unknown>,
): (term: string) => Condition {
  const has = (digits: string) => {
    const pattern = searchPattern(digits)
    if (pattern.startsWith('%')) return sql<SqlBool>`${phoneNumber} like ${pattern}`
    return sql<SqlBool>`(${phoneNumber} like ${`+${pattern}`} or ${phoneNumber} like ${pattern})`
  }
  return (term) => {
    if (!asPeopleWriteNumbers.test(term)) {
      // Such senders are of ASCII letters and digits, which every locale folds alike.
      return sql<SqlBool>`(not ${canBeSentTo} and ${phoneNumber} ilike ${searchPattern(fold(term))})`
    }
    const digits = digitsOf(term)
    if (digits === '') return sql<SqlBool>`false`
    // At home people write zeros that are not stored; where they are, what follows them is found too.
    const stored = digits.replace(/^0+/, '')
    return has(stored.length >= 3 ? stored : digits)
  }
}

const asPeopleWriteNumbers = /^[\s\d+().\-/]*$/

/** Without the zero that people put between brackets after the code of a country. */
function digitsOf(term: string): string {
  return term.replace(/\(\s*0\s*\)/, '').replaceAll(/[^0-9]/g, '')
}
