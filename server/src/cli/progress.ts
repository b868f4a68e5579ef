import type { WriteStream } from 'node:tty'

/** Where progress is shown; a file or a pipe gets a line now and then, a terminal one line that is written anew. */
export type Screen = {
  write: (text: string) => unknown
  isTTY?: boolean
  columns?: WriteStream['columns']
}

export type Progress = {
  show: (line: string) => void
  /** Ends the line that is written anew. */
  end: () => void
}

const logMs = 5000

export function createProgress(screen: Screen, now: () => number = Date.now): Progress {
  let shown = ''
  let shownAt = -Infinity
  return {
    show: (line) => {
      if (screen.isTTY) {
        screen.write(`\r${line.slice(0, (screen.columns ?? 80) - 1)}\u001b[K`)
        shown = line
      } else if (now() - shownAt >= logMs) {
        screen.write(`${line}\n`)
        shownAt = now()
      }
    },
    end: () => {
      if (shown !== '') screen.write('\r\u001b[K')
      shown = ''
    },
  }
}
