import { rateLimited, unavailable } from '../errors.ts'

/** Each holds a few MiB while it arrives. */
const uploadsMax = 16
/** One account cannot keep the others from theirs. */
const uploadsOfAccountMax = 4
const retryAfterSeconds = 5

/** Files that may arrive at one moment. `take` answers how to give the place back. */
export type UploadSlots = { take: (user_id: number) => () => void }

/** Counts the uploads of one process: beyond an account's own share 429, beyond all of them 503. */
export function createUploadSlots(): UploadSlots {
  const ofAccount = new Map<number, number>()
  let total = 0
  return {
    take: (user_id) => {
      const own = ofAccount.get(user_id) ?? 0
      if (own >= uploadsOfAccountMax) {
        const title = `This account is sending ${own} files already. Send the next when one of them has arrived.`
        throw rateLimited(title, retryAfterSeconds)
      }
      if (total >= uploadsMax) {
        const title = 'Too many files are being received just now. Try again in a moment.'
        throw unavailable(title, retryAfterSeconds)
      }
      total += 1
      ofAccount.set(user_id, own + 1)
      return () => {
        total -= 1
        const left = (ofAccount.get(user_id) ?? 1) - 1
        if (left > 0) ofAccount.set(user_id, left)
        else ofAccount.delete(user_id)
      }
    },
  }
}
