import { join } from 'node:path'
import { startProgram } from '../../chaos/program.ts'
import type { Measured } from './measured-simcast.ts'

export type MeasuredSimcast = {
  url: string
  port: number
  output: () => string
  measure: () => Promise<Measured>
  stop: () => Promise<void>
}

/** Starts Simcast on this database in a process of its own, with the heap that it has in production. */
export async function startMeasured(env: Record<string, string>): Promise<MeasuredSimcast> {
  const program = startProgram(join(import.meta.dirname, 'measured-simcast.ts'), {
    env: {
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      NODE_OPTIONS: '--max-semi-space-size=16 --max-old-space-size=1536',
      ...env,
    },
  })
  const [, url = ''] = await program.says(/Simcast listens on (http:\S+)/)
  const waiting: ((measured: Measured) => void)[] = []
  // It sends nothing else.
  program.onMessage((message) => waiting.shift()?.(message as Measured))
  return {
    url,
    port: Number(new URL(url).port),
    output: program.output,
    measure: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        program.send('measure')
      }),
    stop: async () => {
      await program.stop()
    },
  }
}
