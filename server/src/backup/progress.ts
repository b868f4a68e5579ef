/** Where progress is written to; process.stderr is one. */
export type Terminal = { isTTY?: boolean; write: (text: string) => unknown }

const redrawMilliseconds = 200
const lineMilliseconds = 10_000

/** Says how far something is: on a terminal one line that changes, elsewhere a line now and then. */
export class ProgressLine {
  readonly #terminal: Terminal
  readonly #everyMs: number
  #shownAt = performance.now()
  #isOpen = false

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    this.#everyMs = terminal.isTTY === true ? redrawMilliseconds : lineMilliseconds
  }

  show(text: string): void {
    if (performance.now() - this.#shownAt < this.#everyMs) return
    this.#shownAt = performance.now()
    if (this.#terminal.isTTY !== true) {
      this.#terminal.write(`${text}\n`)
      return
    }
    this.#isOpen = true
    this.#terminal.write(`\r${text}\u001B[K`)
  }

  /** Takes the changing line away, so that the next text begins on a clean one. */
  clear(): void {
    if (this.#isOpen) this.#terminal.write('\r\u001B[K')
    this.#isOpen = false
  }
}

/** 1,234,567 */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US')
}

/** 45.2 MB */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`
}
