import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs'

/** A file of JSON lines that only grows. What is written stays when the process is killed. */
export type LinesFile = {
  append: (value: unknown) => void
  /** Written with everything else of this turn of the event loop: one write in place of hundreds. */
  appendSoon: (value: unknown) => void
  flush: () => void
  /** Forgets what was not written yet, as a kill would. */
  abandon: () => void
  close: () => void
}

export function openLinesFile(path: string): LinesFile {
  const file = openSync(path, 'a+', 0o600)
  if (isTorn(file)) writeSync(file, '\n')
  let soon: string[] = []
  let isClosed = false
  const toLine = (value: unknown) => `${JSON.stringify(value)}\n`

  function flush(): void {
    if (soon.length === 0 || isClosed) return
    const lines = soon.join('')
    soon = []
    writeSync(file, lines)
  }

  function close(): void {
    if (isClosed) return
    flush()
    isClosed = true
    closeSync(file)
  }

  return {
    append: (value) => {
      if (isClosed) return
      flush()
      writeSync(file, toLine(value))
    },
    appendSoon: (value) => {
      if (isClosed) return
      if (soon.length === 0) setImmediate(flush)
      soon.push(toLine(value))
    },
    flush,
    abandon: () => {
      soon = []
      close()
    },
    close,
  }
}

/** Every line that can be read; the last may have been torn by a kill. */
export function readLinesFile(path: string): unknown[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8').split('\n').flatMap(parseLine)
}

/** Puts other lines in place of all, in one step. */
export function rewriteLinesFile(path: string, values: Iterable<unknown>): void {
  const file = openSync(`${path}.new`, 'w', 0o600)
  let lines = ''
  for (const value of values) {
    lines += `${JSON.stringify(value)}\n`
    if (lines.length < 1_000_000) continue
    writeSync(file, lines)
    lines = ''
  }
  writeSync(file, lines)
  closeSync(file)
  renameSync(`${path}.new`, path)
}

function isTorn(file: number): boolean {
  const { size } = fstatSync(file)
  if (size === 0) return false
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last.toString() !== '\n'
}

function parseLine(line: string): unknown[] {
  if (line === '') return []
  try {
    const value: unknown = JSON.parse(line)
    return [value]
  } catch {
    return []
  }
}
