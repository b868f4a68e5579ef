// Simcast as it is, which tells the test that started it how much it holds.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * What is left after the garbage was collected, how many connections are open, and for how long nothing else was done at
 * most since it was measured last.
 */
export type Measured = { heap: number; rss: number; sockets: number; stuckMs: number }

setFlagsFromString('--expose-gc')
// Not a global of this realm, which was made before the flag.
const collect = runInNewContext('gc') as () => void

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

process.on('message', () => {
  const stuckMs = Math.round(delay.max / 1e6)
  collect()
  collect()
  const { heapUsed, rss, external } = process.memoryUsage()
  const sockets = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length
  delay.reset()
  process.send?.({ heap: heapUsed + external, rss, sockets, stuckMs } satisfies Measured)
})
// The end of the test is not waited for when Simcast has been stopped.
process.channel?.unref()

await import('../../src/main.ts')
