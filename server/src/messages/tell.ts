import type { Wake } from '../db/wake.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import type { Withdrawn } from './withdraw.ts'

/** Tells the phones about messages that they must not send, once the transaction is committed. */
export function tellPhones(
  tx: Tx,
  { wake }: { wake: Wake },
  user_id: number,
  withdrawn: readonly Withdrawn[],
): void {
  if (withdrawn.length === 0) return
  afterCommit(tx, () => {
    for (const { device_id, wire_id } of withdrawn) {
      wake.tell({ about: 'withdrawal', user_id, device_id, wire_id })
    }
  })
}
