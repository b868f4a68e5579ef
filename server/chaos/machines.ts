import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { clusterName, findServerProcesses, signalAll } from '../src/postgres/processes.ts'
import { readSocketFolder } from '../src/postgres/socket.ts'
import { superuserConnection } from '../src/postgres/supervisor.ts'
import type { Dice } from './dice.ts'
import type { Findings } from './findings.ts'
import type { Topology } from './plan.ts'
import { startProgram, type Program } from './program.ts'
import type { Proxy } from './proxy.ts'

const main = join(import.meta.dirname, '../src/main.ts')
const databaseProgram = join(import.meta.dirname, '../test/postgres-program.ts')
/** A start that PostgreSQL was killed under may fail: a service manager tries again. */
const excusedMs = 8000
const startMs = 60_000

export const key = 'chaos-key-for-the-account'

/** The processes of Simcast and of its database. */
export type Machines = {
  count: number
  connection: () => ClientConfig
  killSimcast: (place: number, downMs: number, killedAgainMs: number | null) => Promise<void>
  freezeSimcast: (place: number, forMs: number) => Promise<void>
  killPostgres: () => void
  killBackends: (count: number) => void
  /** Settles when everything runs again. */
  heal: () => Promise<void>
  stop: () => Promise<void>
  output: () => string
}

type Options = {
  topology: Topology
  folder: string
  proxy: Proxy
  dice: Dice
  findings: Findings
}

export async function startMachines(options: Options): Promise<Machines> {
  const { topology, folder, proxy, dice, findings } = options
  const isOwn = topology === 'one with its own database'
  const dataDir = join(folder, 'data')
  const database = isOwn ? undefined : startProgram(databaseProgram, { args: ['start', dataDir] })
  await database?.says(/"files":/)
  const connection = () => {
    const socketFolder = readSocketFolder(join(dataDir, 'socket.json'))
    return { ...superuserConnection(socketFolder ?? ''), database: 'simcast' }
  }
  let databaseKilledAt = 0
  const simcasts = Array.from({ length: isOwn ? 1 : 2 }, (_, place) =>
    createSimcast({
      env: isOwn ? { DATA_DIR: dataDir } : { DATABASE_URL: toUrl(connection()) },
      isExcused: () => Date.now() - databaseKilledAt < excusedMs,
      listens: (port) => proxy.upstreams.set(place, port),
      gone: () => proxy.upstreams.delete(place),
      findings,
    }),
  )
  // One after the other: the first one migrates.
  for (const simcast of simcasts) await simcast.start()

  const serverProcesses = () => findServerProcesses(clusterName(join(dataDir, 'postgres')))
  const at = (place: number) => {
    const simcast = simcasts[place % simcasts.length]
    if (!simcast) throw new Error('There is at least one Simcast')
    return simcast
  }
  return {
    count: simcasts.length,
    connection,
    killSimcast: (place, downMs, killedAgainMs) => at(place).kill(downMs, killedAgainMs),
    freezeSimcast: (place, forMs) => at(place).freeze(forMs),
    killPostgres: () => {
      databaseKilledAt = Date.now()
      signalAll(
        serverProcesses().filter(({ isPostmaster }) => isPostmaster),
        'SIGKILL',
      )
    },
    killBackends: (count) => {
      databaseKilledAt = Date.now()
      const backends = serverProcesses().filter(({ isPostmaster }) => !isPostmaster)
      signalAll(dice.some(backends, count), 'SIGKILL')
    },
    heal: async () => {
      await Promise.all(simcasts.map((simcast) => simcast.heal()))
    },
    stop: async () => {
      await Promise.all(simcasts.map((simcast) => simcast.stop()))
      await database?.stop()
      signalAll(serverProcesses(), 'SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
    output: () => simcasts.map((simcast) => simcast.output()).join('\n'),
  }
}

type SimcastOptions = {
  env: Record<string, string>
  isExcused: () => boolean
  listens: (port: number) => void
  gone: () => void
  findings: Findings
}

/** Tries again and again: its database may be coming back just now. */
async function startInTime(
  launch: () => Program,
  listens: SimcastOptions['listens'],
): Promise<void> {
  const deadline = Date.now() + startMs
  for (;;) {
    try {
      const [, port] = await launch().says(/Simcast listens on http:\S+:(\d+)/)
      listens(Number(port))
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await rest(500)
    }
  }
}

/** One Simcast that is started again whenever it ends, as by a service manager. */
function createSimcast({ env, isExcused, listens, gone, findings }: SimcastOptions) {
  let program: Program | undefined
  let earlier = ''
  let isExpected = false
  /** What is done to it is done in turn. */
  let last: Promise<void> = Promise.resolve()

  function launch(): Program {
    const started = startProgram(main, {
      env: { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ADMIN_API_KEY: key, ...env },
    })
    earlier += program?.output() ?? ''
    program = started
    isExpected = false
    void started.ended.then(({ code, signal }) => {
      gone()
      if (isExpected || isExcused()) return
      findings.add('crash', `Simcast ended by itself (${signal ?? code}):\n${started.output()}`)
    })
    return started
  }

  const start = () => startInTime(launch, listens)

  async function end(): Promise<void> {
    isExpected = true
    gone()
    await program?.kill()
  }

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work)
    return last
  }
  return {
    start,
    kill: (downMs: number, killedAgainMs: number | null) =>
      inTurn(async () => {
        await end()
        await rest(downMs)
        if (killedAgainMs !== null) {
          launch()
          await rest(killedAgainMs)
          await end()
        }
        await start()
      }),
    freeze: (forMs: number) =>
      inTurn(async () => {
        program?.freeze()
        await rest(forMs)
        program?.thaw()
      }),
    heal: () =>
      inTurn(async () => {
        if (!program?.isAlive()) await start()
      }),
    stop: async () => {
      await last.catch(() => undefined)
      isExpected = true
      await program?.stop()
    },
    output: () => earlier + (program?.output() ?? ''),
  }
}

function toUrl({ host, port, user, database }: ClientConfig): string {
  const query = new URLSearchParams({ host: String(host), port: String(port) })
  return `postgresql://${user}@/${database}?${query.toString()}`
}
