import type { Tx } from '../db/transaction.ts'
import type { Owners } from '../messages/lock-owners.ts'

export type ContactsChange = 'make' | 'edit' | { segment_id: number }

/**
 * Hears of contacts that are made, edited or put into a segment, in the transaction that does it. Flows stand above
 * contacts and could not be asked from here.
 */
export type ContactWatcher = {
  /**
   * What may get messages because contacts are made, edited, or put into a segment: to be locked before contacts that are
   * there, and before any device, as everybody locks in one order.
   */
  ownersOf: (tx: Tx, user_id: number, change: ContactsChange) => Promise<Owners>
  /** Contacts are about to be edited. What `ownersOf` named is locked. */
  beforeEdit: (tx: Tx, user_id: number, contact_ids: readonly number[]) => Promise<void>
  /** Contacts have been made. */
  made: (tx: Tx, user_id: number, contact_ids: readonly number[]) => void
  /** Contacts that were no members of a segment are now. What `ownersOf` named is locked. */
  joined: (tx: Tx, user_id: number, segment_id: number, contact_ids: readonly number[]) => void
}
