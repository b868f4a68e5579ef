/** Why the embedded database cannot run; the message is for the person who starts Simcast. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError'
}
