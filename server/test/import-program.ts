// One Simcast process on a database, for tests that kill it or measure it. Says on which port it listens, and when asked
// the most memory that it has had, in bytes.
import { pino } from 'pino'
import { startRuntime } from '../src/runtime.ts'

const [connectionString = ''] = process.argv.slice(2)
const { app } = await startRuntime({
  connection: { connectionString },
  log: pino({ level: 'error' }, process.stderr),
  publicUrl: null,
  trustProxy: false,
})
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.on('message', () => process.send?.({ memory: process.resourceUsage().maxRSS * 1024 }))
process.on('disconnect', () => process.exit())
process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
