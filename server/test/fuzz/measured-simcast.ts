// Simcast as it is, which tells the test that started it how much it holds.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What is left after the garbage was collected, and how many connections are open. */
export type Measured = { heap: number; rss: number; sockets: number }

setFlagsFromString('--expose-gc')
// Not a global of this realm, which was made before the flag.
const collect = runInNewContext('gc') as () => void

process.on('message', () => {
  collect()
  collect()
  const { heapUsed, rss, external } = process.memoryUsage()
  const sockets = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length
  process.send?.({ heap: heapUsed + external, rss, sockets } satisfies Measured)
})
// The end of the test is not waited for when Simcast has been stopped.
process.channel?.unref()

await import('../../src/main.ts')
