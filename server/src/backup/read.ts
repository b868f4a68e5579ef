import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { addAbortSignal, pipeline } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { BackupError, notOurs } from './error.ts'
import {
  parse,
  readHeader,
  rowsEnd,
  type End,
  type Header,
  type TableEnd,
  type TableHeader,
} from './format.ts'

const zstdMagic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])
const lineBytesMax = 4 * 1024 * 1024
const endOfFirst = Buffer.from(rowsEnd)
const endOfOthers = Buffer.from(`\n${rowsEnd}`)

/** The contents of a backup in their order. Throws a BackupError where the file is not what was written. */
export class BackupReader {
  readonly #chunks: AsyncIterator<Buffer>
  readonly #hash = createHash('sha256')
  #rest: Buffer = Buffer.alloc(0)
  #rows = 0
  /** Of the file, read so far. */
  bytesRead = 0

  constructor(file: string, signal?: AbortSignal) {
    const source = createReadStream(file, { highWaterMark: 256 * 1024 })
    source.on('data', (chunk) => (this.bytesRead += chunk.length))
    const content = createZstdDecompress({ chunkSize: 256 * 1024 })
    // Its errors come out of the iteration below.
    pipeline(signal ? addAbortSignal(signal, source) : source, content, () => undefined)
    // What a stream of bytes yields is bytes.
    this.#chunks = (content as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  }

  async header(): Promise<Header> {
    return readHeader(await this.#line())
  }

  /** The next table, or the end with its checksum, which has been compared. */
  async next(): Promise<TableHeader | End> {
    const expected = this.#hash.copy().digest('hex')
    const part = parse(await this.#line()) as TableHeader | End | undefined
    if (part && 'table' in part) return part
    const isWhole = part?.end && part.sha256 === expected && part.rows === this.#rows
    if (!isWhole || this.#rest.length > 0 || (await this.#more())) throw damaged()
    return part
  }

  /** The rows of the table that `next` has named, as they go into COPY. Afterwards `tableEnd` is to be asked. */
  async *rows(): AsyncGenerator<Buffer> {
    if (await this.#skip(endOfFirst)) return
    for (;;) {
      const place = this.#rest.indexOf(endOfOthers)
      if (place >= 0) {
        yield this.#take(place + 1)
        await this.#skip(endOfFirst)
        return
      }
      // The mark may lie across two chunks.
      const safe = this.#rest.length - endOfOthers.length + 1
      if (safe > 0) yield this.#take(safe)
      if (!(await this.#more())) throw damaged()
    }
  }

  async tableEnd(): Promise<TableEnd> {
    const end = parse(await this.#line()) as TableEnd | undefined
    if (typeof end?.rows !== 'number') throw damaged()
    this.#rows += end.rows
    return end
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #line(): Promise<string> {
    for (;;) {
      const place = this.#rest.indexOf(10)
      if (place >= 0) return this.#take(place + 1).toString()
      if (this.#rest.length > lineBytesMax || !(await this.#more())) throw damaged()
    }
  }

  async #skip(bytes: Buffer): Promise<boolean> {
    while (this.#rest.length < bytes.length) if (!(await this.#more())) throw damaged()
    if (!this.#rest.subarray(0, bytes.length).equals(bytes)) return false
    this.#take(bytes.length)
    return true
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    this.#hash.update(taken)
    return taken
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next().catch((error: unknown) => {
      throw explain(error)
    })
    if (done) return false
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value])
    return true
  }
}

export type CheckOptions = {
  /** Throws when it is of no use to the caller, before all of it is read. */
  accept?: (header: Header) => void
  signal?: AbortSignal
  onProgress?: (bytesRead: number) => void
}

/** Reads a backup from its beginning to its end and compares its checksum. Answers what it is. */
export async function checkBackup(
  file: string,
  { accept, signal, onProgress }: CheckOptions = {},
): Promise<{ header: Header; rows: number }> {
  refuseOtherFiles(file)
  const reader = new BackupReader(file, signal)
  try {
    const header = await reader.header()
    accept?.(header)
    for (;;) {
      const part = await reader.next()
      if ('end' in part) return { header, rows: part.rows }
      for await (const _ of reader.rows()) onProgress?.(reader.bytesRead)
      await reader.tableEnd()
    }
  } finally {
    await reader.close()
  }
}

function refuseOtherFiles(file: string): void {
  const start = Buffer.alloc(zstdMagic.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, start)
  } finally {
    closeSync(handle)
  }
  if (!start.equals(zstdMagic)) throw notOurs()
}

function damaged(cause?: unknown): BackupError {
  return new BackupError(
    'The backup is damaged or incomplete: it does not end as it was written. Nothing was restored from it. ' +
      'Take another copy of the file, or an older backup.',
    { cause },
  )
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error.name === 'AbortError') return new BackupError('The restore was broken off.')
  const code = 'code' in error ? String(error.code) : ''
  if (code.startsWith('ZSTD') || code.startsWith('Z_') || code.startsWith('ERR_')) {
    return damaged(error)
  }
  return new BackupError(`The backup cannot be read: ${error.message}`, { cause: error })
}
