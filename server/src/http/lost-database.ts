/** Connection errors of the socket, and the SQLSTATEs of a server that is starting, stopping or full. */
const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
])
/** What `pg` says, without a code, when a connection ends under a query or cannot be had in time. */
const lostMessages =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error|^Cannot use a pool after/

/** True when an error means that the database is out of reach, not that the statement was wrong. */
export function isLostDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && lostCodes.has(error.code)) return true
  return lostMessages.test(error.message)
}
