import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { pino } from 'pino'
import { clientConfig } from '../src/db/pool.ts'
import { joinPostgres } from '../src/postgres/server.ts'
import { startBareRoutes, startSimcast } from './children.ts'
import { readPostmaster, type World } from './world.ts'

type Settings = Pick<World, 'size' | 'seconds' | 'idleSeconds'> & { profileDir: string | undefined }

const apiKey = 'sk_bench_0123456789_0123456789'

/** A new installation of Simcast in a temporary folder, which is gone after `close`. */
export async function openWorld({
  profileDir,
  ...settings
}: Settings): Promise<{ world: World; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'simcast-bench-'))
  // The database may run as a user who has to pass through.
  chmodSync(folder, 0o711)
  const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  let closing: Promise<void> | undefined
  const close = () => (closing ??= closeAll(closers))
  try {
    const dataDir = join(folder, 'data')
    const simcast = await startSimcast({ dataDir, apiKey, profileDir })
    closers.push(() => simcast.stop())
    const postgres = await joinPostgres({ dataDir, log: pino({ level: 'warn' }) })
    closers.push(() => postgres.stop())
    const bare = await startBareRoutes(postgres.connection)
    closers.push(() => bare.stop())
    const pool = new Pool({ ...clientConfig(postgres.connection), max: 10 })
    // It may be closed from under us when we are stopped.
    pool.on('error', () => undefined)
    closers.push(() => pool.end())
    const postmaster = readPostmaster(postgres.files)
    const standing = { contacts: 0 }
    return {
      close,
      world: { ...settings, simcast, bare, apiKey, pool, folder, postmaster, standing },
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function closeAll(closers: (() => unknown)[]): Promise<void> {
  for (const close of closers.toReversed()) {
    await Promise.resolve(close()).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
    })
  }
}
