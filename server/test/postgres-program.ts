// A program that does nothing but run the embedded database, for tests that kill it.
// Usage: postgres-program.ts start|join DATA_DIR
import { pino } from 'pino'
import { PostgresError } from '../src/postgres/error.ts'
import { joinPostgres, startPostgres } from '../src/postgres/server.ts'

const [how, dataDir = ''] = process.argv.slice(2)
const log = pino({ level: 'info' }, process.stderr)

try {
  const open = how === 'join' ? joinPostgres : startPostgres
  const { connection, files, stop } = await open({ dataDir, log })
  process.once('SIGTERM', () => void stop())
  // Leaves without a word to anyone, as after an exception that nobody caught.
  process.once('SIGUSR2', () => process.exit(3))
  if (how === 'join') setInterval(() => undefined, 1000).unref()
  process.stdout.write(`${JSON.stringify({ connection, files })}\n`)
} catch (error) {
  if (!(error instanceof PostgresError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
