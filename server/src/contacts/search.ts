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
  return (term) => {
    if (!asPeopleWriteNumbers.test(term)) {
      // Such senders are of ASCII letters and digits, which every locale folds alike.
      return sql<SqlBool>`(not ${canBeSentTo} and ${phoneNumber} ilike ${searchPattern(fold(term))})`
    }
    const digits = term.replaceAll(/[^0-9]/g, '')
    if (digits === '') return sql<SqlBool>`false`
    const pattern = searchPattern(digits)
    if (pattern.startsWith('%')) return sql<SqlBool>`${phoneNumber} like ${pattern}`
    return sql<SqlBool>`(${phoneNumber} like ${`+${pattern}`} or ${phoneNumber} like ${pattern})`
  }
}

const asPeopleWriteNumbers = /^[\s\d+().\-/]*$/
