import type { Message } from './message.ts'
import type { Random } from './random.ts'

/**
 * What becomes of a text: sent and reported; refused by the network; sent, with every report of it lost; or handed over
 * with no word from the network ever after.
 */
export type Outcome = 'sent' | 'failed' | 'unreported' | 'unconfirmed'

export type Decide = (message: Readonly<Message>) => Outcome

/** Lets so many texts of a hundred fail and so many go unreported, by lot. */
export function decideByLot(random: Random, shares: { fail: number; noReport: number }): Decide {
  return () => {
    const lot = random()
    if (lot < shares.fail) return 'failed'
    return lot < shares.fail + shares.noReport ? 'unreported' : 'sent'
  }
}

/** What Android says of a text that the network did not take. */
export function failureText(random: Random): string {
  return failures[Math.floor(random() * failures.length)] ?? failures[0]
}

const failures = [
  'Send result: RESULT_ERROR_GENERIC_FAILURE (The radio reported an error)',
  'Send result: RESULT_ERROR_NO_SERVICE (There is no network service)',
  'Send result: RESULT_RIL_NETWORK_ERR (The network could not be reached)',
] as const
