import { Connection, type Answer } from './connection.ts'
import { Histogram } from './histogram.ts'

export type Load = { perSecond: number; answers: number; latency: Histogram }

/** The next request of a connection; undefined when it has none left. */
export type NextRequest = (connection: number) => string | undefined

/**
 * Asks over so many connections for so long, each one again as soon as it has its answer. What is answered during the
 * warm-up is not measured, and all that is answered is counted in `answers`. An answer that is no success ends it all.
 */
export async function drive(options: {
  port: number
  connections: number
  warmUpSeconds: number
  seconds: number
  next: NextRequest
  onMeasuring?: () => void
}): Promise<Load> {
  const { port, warmUpSeconds, seconds, next, onMeasuring } = options
  const connections = await openConnections(port, options.connections)
  const startedAt = performance.now()
  const measureFrom = startedAt + warmUpSeconds * 1000
  const measureTo = measureFrom + seconds * 1000
  const latency = new Histogram()
  let answers = 0
  let lastAt = measureFrom
  const timer = setTimeout(() => onMeasuring?.(), warmUpSeconds * 1000)

  await Promise.all(
    connections.map(async (connection, place) => {
      for (let askedAt = performance.now(); askedAt < measureTo;) {
        const request = next(place)
        if (request === undefined) return
        expectSuccess(await connection.ask(request))
        const now = performance.now()
        answers += 1
        if (now >= measureFrom && now < measureTo) {
          latency.add(now - askedAt)
          lastAt = now
        }
        askedAt = now
      }
    }),
  ).finally(() => {
    clearTimeout(timer)
    for (const connection of connections) connection.close()
  })
  // A run whose requests ended early is measured as far as it went.
  const measured = Math.max(lastAt - measureFrom, 1) / 1000
  return { perSecond: latency.count / measured, answers, latency }
}

export async function openConnections(port: number, count: number): Promise<Connection[]> {
  const connections: Connection[] = []
  // The queue of those who wait to be accepted holds 511.
  for (let start = 0; start < count; start += 100) {
    const some = Array.from({ length: Math.min(100, count - start) }, () => Connection.open(port))
    connections.push(...(await Promise.all(some)))
  }
  return connections
}

export function expectSuccess(answer: Answer): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer
  throw new Error(`An answer was ${answer.status}: ${answer.body.toString().slice(0, 300)}`)
}
