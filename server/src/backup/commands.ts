import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ClientConfig } from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { wireDatetime } from '../http/wire.ts'
import { filesIn, findHome } from '../postgres/placement.ts'
import { joinPostgres, startPostgres, type Postgres } from '../postgres/server.ts'
import { BackupError } from './error.ts'
import { formatBytes, formatCount, ProgressLine, type Terminal } from './progress.ts'
import { restoreBackup, type RestoreStep } from './restore.ts'
import { writeBackup } from './write.ts'

export type CommandOptions = {
  config: Config
  log: Logger
  file: string
  /** What is told on the way. */
  progress: Terminal
  /** What came of it. */
  output: Terminal
  signal: AbortSignal
}

/** `simcast backup FILE`: also while Simcast runs on the same data. */
export async function backupCommand(options: CommandOptions & { force: boolean }): Promise<void> {
  const { config, log, force, signal, output } = options
  const line = new ProgressLine(options.progress)
  if (config.databaseUrl === null && !existsSync(filesIn(findHome(config.dataDir)))) {
    throw new BackupError(
      `There is no database in ${config.dataDir}, so there is nothing to back up.`,
    )
  }
  const summary = await withDatabase(config, joinPostgres, log, async (connection) =>
    writeBackup({
      connection,
      file: resolve(options.file),
      force,
      signal,
      onProgress: ({ table, bytes }) =>
        line.show(`Backing up ${table}, ${formatBytes(bytes)} so far`),
    }).finally(() => line.clear()),
  )
  const { file, rows, tables, bytes, content_bytes, taken_at } = summary
  output.write(
    `Wrote ${file}: ${formatCount(rows)} rows of ${tables} tables as of ${wireDatetime(taken_at)} UTC, ` +
      `${formatBytes(bytes)} (${formatBytes(content_bytes)} uncompressed).\n`,
  )
}

/** `simcast restore FILE`: into an empty DATA_DIR or DATABASE_URL, on which nothing runs. */
export async function restoreCommand(options: CommandOptions): Promise<void> {
  const { config, log, signal, output } = options
  const line = new ProgressLine(options.progress)
  const { rows, tables, taken_at, held } = await withDatabase(
    config,
    startPostgres,
    log,
    async (connection) =>
      restoreBackup({
        connection,
        file: resolve(options.file),
        log,
        signal,
        onProgress: (step) => line.show(describe(step)),
      }).finally(() => line.clear()),
  )
  output.write(
    `Restored ${formatCount(rows)} rows of ${tables} tables as of ${wireDatetime(taken_at)} UTC.\n`,
  )
  const { campaigns, single_texts, in_hand } = held
  if (campaigns + single_texts > 0) {
    output.write(
      `Held, because they may have been sent since: ${formatCount(campaigns)} campaigns, ` +
        `${formatCount(single_texts)} single texts. Nothing of it is sent until you release it ` +
        '(npm run simcast -- release) or cancel it (npm run simcast -- release --cancel).\n',
    )
  }
  if (in_hand > 0) {
    output.write(
      `${formatCount(in_hand)} texts were in the hands of phones: they are shown as failed and may have gone out.\n`,
    )
  }
}

function describe(step: RestoreStep): string {
  if (step.step === 'indexing') return `Building indexes, ${step.done} of ${step.of}`
  const percent = Math.floor((step.bytes / Math.max(step.of, 1)) * 100)
  return `${step.step === 'checking' ? 'Checking the file' : 'Loading'}, ${percent} %`
}

async function withDatabase<T>(
  config: Config,
  open: (options: { dataDir: string; log: Logger }) => Promise<Postgres>,
  log: Logger,
  work: (connection: ClientConfig) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl !== null) return work({ connectionString: config.databaseUrl })
  const postgres = await open({ dataDir: config.dataDir, log })
  try {
    return await work(postgres.connection)
  } finally {
    await postgres.stop()
  }
}
