import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { Client, type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { migrationLock } from '../db/migrate.ts'
import { clientConfig } from '../db/pool.ts'
import { version } from '../http/version.ts'
import { renameDurably } from '../postgres/files.ts'
import { BackupError } from './error.ts'
import { formatVersion, rowsEnd, toLine, type Header } from './format.ts'
import { copyStatement, findSequences, findTables, prepareSession } from './tables.ts'

export type Progress = { table: string; rows: number; bytes: number }

export type BackupOptions = {
  connection: ClientConfig
  file: string
  /** Whether a file of that name may be replaced. */
  force?: boolean
  signal?: AbortSignal
  /** Told before any row is read: another session can look at the same moment by this name. */
  onSnapshot?: (name: string) => Promise<void>
  onProgress?: (progress: Progress) => void
}

export type BackupSummary = {
  file: string
  /** Of the file, and of the rows in it before they were compressed. */
  bytes: number
  content_bytes: number
  rows: number
  tables: number
  taken_at: Date
  /** How long the database had to keep the state of that moment. */
  snapshot_ms: number
}

// Level 3 takes half the time of COPY itself on one core; gzip took four times as long as COPY, and the snapshot is
// open all that time.
const compression = {
  chunkSize: 256 * 1024,
  params: {
    [constants.ZSTD_c_compressionLevel]: 3,
    [constants.ZSTD_c_checksumFlag]: 1,
  },
}

/**
 * Writes the whole database as it is at one moment into one file, while Simcast goes on. The file gets its name when it
 * is complete and on the disk. Memory does not grow with the database.
 */
export async function writeBackup(asked: BackupOptions): Promise<BackupSummary> {
  const { connection, file, force = false, signal, onSnapshot, onProgress } = asked
  refuseToReplace(file, force)
  const part = `${file}.${process.pid}.part`
  const client = new Client({ ...clientConfig(connection), application_name: 'simcast backup' })
  // Whoever waits for a query gets the error.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const header = await openSnapshot(client)
    if (onSnapshot) await onSnapshot(await exportSnapshot(client))
    const content = new Content(client, header, onProgress)
    const chunks = Readable.from(content.chunks())
    // Everything in it is personal: for its owner's eyes only.
    const target = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
    const options = signal ? { signal } : {}
    await pipeline(chunks, createZstdCompress(compression), target, options)
    refuseToReplace(file, force)
    renameDurably(part, file)
    return { file, bytes: statSync(file).size, ...content.summary() }
  } catch (error) {
    rmSync(part, { force: true })
    throw explain(error, file)
  } finally {
    // A query that was cut off leaves the connection in the middle of an answer.
    client.connection.stream.destroy()
  }
}

function refuseToReplace(file: string, force: boolean): void {
  if (!existsSync(dirname(file))) {
    throw new BackupError(`There is no folder ${dirname(file)} to put the backup into.`)
  }
  if (!existsSync(file)) return
  if (!statSync(file).isFile()) throw new BackupError(`${file} is not a file.`)
  if (!force) throw new BackupError(`${file} is there already. Add --force to replace it.`)
}

/**
 * Begins the transaction that sees one moment. Migrations have to be over, and one that comes later waits; everything
 * else goes on beside it.
 */
async function openSnapshot(client: Client): Promise<Header> {
  await client.query('select pg_advisory_lock_shared($1)', [migrationLock])
  await client.query('begin isolation level repeatable read read only')
  await prepareSession(client)
  const tables = await findTables(client)
  if (!tables.some(({ table }) => table === 'accounts')) {
    throw new BackupError('There is no database of Simcast here, so there is nothing to back up.')
  }
  const names = tables.map(({ table }) => client.escapeIdentifier(table)).join(', ')
  await client.query(`lock table ${names} in access share mode`)
  await client.query('select pg_advisory_unlock_shared($1)', [migrationLock])
  const { rows } = await client.query<{ taken_at: Date; version: string; migrations: string[] }>(`
    select now() as taken_at, current_setting('server_version') as version,
           (select array_agg(name order by number) from migrations) as migrations`)
  const [state] = rows
  if (!state) throw new Error('A select without from answers one row')
  return {
    simcast_backup: formatVersion,
    simcast_version: version,
    postgres_version: state.version,
    taken_at: state.taken_at.toISOString(),
    migrations: state.migrations,
    tables,
    sequences: await findSequences(client),
  }
}

async function exportSnapshot(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name')
  return rows[0]?.name ?? ''
}

/** What is in the file, piece by piece, as the database hands it out. */
class Content {
  readonly #client: Client
  readonly #header: Header
  readonly #onProgress: ((progress: Progress) => void) | undefined
  readonly #hash = createHash('sha256')
  readonly #startedAt = performance.now()
  #rows = 0
  #bytes = 0
  #snapshotMs = 0

  constructor(client: Client, header: Header, onProgress?: (progress: Progress) => void) {
    this.#client = client
    this.#header = header
    this.#onProgress = onProgress
  }

  async *chunks(): AsyncGenerator<Buffer> {
    yield this.#line(toLine(this.#header))
    for (const table of this.#header.tables) {
      yield this.#line(toLine(table))
      const stream = this.#client.query(copyTo(copyStatement(this.#client, table, 'to stdout')))
      // What a stream of bytes yields is bytes.
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        yield this.#count(chunk)
        this.#tell(table.table)
      }
      this.#rows += stream.rowCount
      yield this.#line(rowsEnd)
      yield this.#line(toLine({ rows: stream.rowCount }))
    }
    await this.#client.query('commit')
    this.#snapshotMs = Math.round(performance.now() - this.#startedAt)
    yield Buffer.from(toLine({ end: true, rows: this.#rows, sha256: this.#hash.digest('hex') }))
  }

  summary(): Omit<BackupSummary, 'file' | 'bytes'> {
    return {
      content_bytes: this.#bytes,
      rows: this.#rows,
      tables: this.#header.tables.length,
      taken_at: new Date(this.#header.taken_at),
      snapshot_ms: this.#snapshotMs,
    }
  }

  #line(text: string): Buffer {
    return this.#count(Buffer.from(text))
  }

  #count(bytes: Buffer): Buffer {
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    return bytes
  }

  #tell(table: string): void {
    this.#onProgress?.({ table, rows: this.#rows, bytes: this.#bytes })
  }
}

function explain(error: unknown, file: string): unknown {
  if (error instanceof BackupError || !(error instanceof Error)) return error
  if (error.name === 'AbortError') return new BackupError('The backup was broken off.')
  return new BackupError(`${file} could not be written: ${error.message}`, { cause: error })
}
