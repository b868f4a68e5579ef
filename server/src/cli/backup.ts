import { existsSync } from 'node:fs'
import type { ClientConfig } from 'pg'
import { pino, type Logger } from 'pino'
import { BackupError } from '../backup/error.ts'
import { restoreBackup, type RestoreStep } from '../backup/restore.ts'
import { writeBackup } from '../backup/write.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../db/pool.ts'
import type { Held } from '../holds/hold.ts'
import { wireDatetime } from '../http/wire.ts'
import { pathOf } from '../lib/path-of.ts'
import { filesIn, findHome } from '../postgres/placement.ts'
import { joinPostgres, startPostgres, type Postgres } from '../postgres/server.ts'
import { createProgress, type Screen } from './progress.ts'

type Tools = { screen: Screen; signal: AbortSignal }

const redrawMs = 200

/** Writes everything into one file; also while Simcast runs and sends. */
export async function backupHere(
  config: Config,
  { file, force }: { file: string; force: boolean },
  { screen, signal }: Tools,
): Promise<void> {
  if (config.databaseUrl === null && !existsSync(filesIn(findHome(config.dataDir)))) {
    throw new BackupError(
      `There is no database in ${config.dataDir}, so there is nothing to back up.`,
    )
  }
  const progress = createSlowProgress(screen)
  const summary = await withDatabase(config, joinPostgres, async (connection) =>
    writeBackup({
      connection,
      file: pathOf(file, process.env),
      force,
      signal,
      onProgress: ({ table, bytes }) =>
        progress.show(() => `Backing up ${table}, ${formatBytes(bytes)} so far`),
    })
      .finally(progress.end)
      .then(async (written) => {
        await noteBackup(connection, written.taken_at)
        return written
      }),
  )
  const { rows, tables, bytes, content_bytes, taken_at } = summary
  screen.write(
    `Wrote ${summary.file}: ${formatCount(rows)} rows of ${tables} tables as of ${wireDatetime(taken_at)} UTC, ` +
      `${formatBytes(bytes)} (${formatBytes(content_bytes)} uncompressed).\n`,
  )
}

/** Brings a file of `backupHere` into an empty installation that does not run. */
export async function restoreHere(
  config: Config,
  { file }: { file: string },
  { screen, signal }: Tools,
): Promise<void> {
  const progress = createSlowProgress(screen)
  const restored = await withDatabase(config, startPostgres, async (connection, log) =>
    restoreBackup({
      connection,
      file: pathOf(file, process.env),
      log,
      signal,
      onProgress: (step) => progress.show(() => describe(step)),
    }).finally(progress.end),
  )
  const { rows, tables, taken_at } = restored
  screen.write(
    `Restored ${formatCount(rows)} rows of ${tables} tables as of ${wireDatetime(taken_at)} UTC.\n` +
      describeHeld(restored.held),
  )
}

function describe(step: RestoreStep): string {
  if (step.step === 'indexing') return `Building indexes, ${step.done} of ${step.of}`
  const percent = Math.floor((step.bytes / Math.max(step.of, 1)) * 100)
  return `${step.step === 'checking' ? 'Checking the file' : 'Loading'}, ${percent} %`
}

function describeHeld({ campaigns, single_texts, makers, in_hand }: Held): string {
  const held =
    `Held, because it may have been sent since: campaigns ${formatCount(campaigns)}, single texts ` +
    `${formatCount(single_texts)}. Nothing of it is sent until you release it (npm run simcast -- release) ` +
    'or cancel it (npm run simcast -- release --cancel).\n'
  const ended = `Texts in the hands of phones: ${formatCount(in_hand)}. They are shown as failed and may have gone out.\n`
  const stopped = `Recurring campaigns and RSS automations that are held: ${formatCount(makers)}. They go on when you release them.\n`
  return (
    (campaigns + single_texts > 0 ? held : '') +
    (makers > 0 ? stopped : '') +
    (in_hand > 0 ? ended : '')
  )
}

async function withDatabase<T>(
  config: Config,
  open: (options: { dataDir: string; log: Logger }) => Promise<Postgres>,
  work: (connection: ClientConfig, log: Logger) => Promise<T>,
): Promise<T> {
  const log = pino({ level: 'silent' })
  if (config.databaseUrl !== null) return work({ connectionString: config.databaseUrl }, log)
  const postgres = await open({ dataDir: config.dataDir, log })
  try {
    return await work(postgres.connection, log)
  } finally {
    await postgres.stop()
  }
}

/** For the owners to see; a database that cannot be written to is backed up all the same. */
async function noteBackup(connection: ClientConfig, taken_at: Date): Promise<void> {
  const { db, close } = openDatabase(connection, { log: pino({ level: 'silent' }), max: 1 })
  try {
    await db.updateTable('accounts').set({ backed_up_at: taken_at }).execute()
  } catch {
    // The file is there, which is what was asked for.
  } finally {
    await close()
  }
}

/** Told of thousands of steps a second, it shows a few of them. */
function createSlowProgress(screen: Screen) {
  const progress = createProgress(screen)
  let shownAt = performance.now()
  return {
    show: (line: () => string) => {
      if (performance.now() - shownAt < redrawMs) return
      shownAt = performance.now()
      progress.show(line())
    },
    end: progress.end,
  }
}

/** 1,234,567 */
function formatCount(count: number): string {
  return count.toLocaleString('en-US')
}

/** 45.2 MB */
function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`
}
