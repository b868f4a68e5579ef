// One Simcast process on a database whose clock a test sets. Says on which port it listens; a message is the time from now
// on, and that there is something to look at.
import { pino } from 'pino'
import { startRuntime } from '../src/runtime.ts'

const [connectionString = '', begin = ''] = process.argv.slice(2)
let now = new Date(begin)
const { app, context } = await startRuntime({
  connection: { connectionString },
  // Whole errors: whoever reads them has nothing else.
  log: pino({ level: 'error', serializers: { error: pino.stdSerializers.err } }, process.stderr),
  publicUrl: null,
  trustProxy: false,
  allowsPrivateFeeds: true,
  now: () => now,
})
await app.listen({ port: 0, host: '127.0.0.1' })
process.on('message', (time: string) => {
  now = new Date(time)
  context.wake.tell({ about: 'engine' })
})
process.on('disconnect', () => process.exit())
const address = app.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
