import type { FleetCounts } from './fleet.ts'
import type { PhoneEvent } from './phone-options.ts'

/** What a person sees of the phones: lines as things happen, and one line below that says how it stands. */
export type Screen = {
  say: (line: string) => void
  /** Texts as they come and go, and trouble; no more of them than can be read. */
  show: (event: PhoneEvent) => void
  /** Shows how it stands now. */
  update: (counts: FleetCounts) => void
  /** Takes the line below away. */
  close: () => void
}

export type Terminal = { write: (text: string) => unknown; isTTY?: boolean; columns?: number }

const columnsMax = 80
/** More lines than this in a second nobody reads. */
const linesPerSecond = 5

export function createScreen(
  terminal: Terminal,
  { isQuiet, showsTexts, now }: { isQuiet: boolean; showsTexts: boolean; now: () => number },
): Screen {
  const isLive = terminal.isTTY === true && !isQuiet
  const width = Math.min(terminal.columns ?? columnsMax, columnsMax)
  let status = ''
  let before = { at: now(), sent: 0, line: '' }
  let second = { at: 0, lines: 0 }
  let lastTrouble = ''

  function say(line: string): void {
    terminal.write(`${isLive ? '\r\u001B[K' : ''}${line}\n${isLive ? status : ''}`)
  }

  function isTooMuch(): boolean {
    const at = Math.floor(now() / 1000)
    if (second.at !== at) second = { at, lines: 0 }
    second.lines += 1
    return second.lines > linesPerSecond
  }

  return {
    say,
    show: (event) => {
      if (event.about === 'trouble') {
        // The same trouble over and over is told once.
        if (event.error === lastTrouble || isTooMuch()) return
        lastTrouble = event.error
        say(cut(`! ${event.error}`, width))
      } else if (event.about === 'connection') {
        if (event.is_open) lastTrouble = ''
      } else if (showsTexts && !isQuiet && !isTooMuch()) {
        say(describeText(event, width))
      }
    },
    update: (counts) => {
      if (isQuiet) return
      const perSecond = Math.max(0, (counts.sent - before.sent) / ((now() - before.at) / 1000))
      const line = cut(describe(counts, Number.isFinite(perSecond) ? perSecond : 0), width - 1)
      // A log wants no line that says what the last one said.
      if (isLive || line !== before.line) terminal.write(isLive ? `\r\u001B[K${line}` : `${line}\n`)
      status = line
      before = { at: now(), sent: counts.sent, line }
    },
    close: () => {
      if (isLive) terminal.write('\r\u001B[K')
      status = ''
    },
  }
}

/** How it stands, in one line. */
export function describe(counts: FleetCounts, perSecond: number): string {
  return [
    `${counts.connected}/${counts.phones} connected`,
    `${grouped(counts.waiting)} waiting`,
    `${perSecond < 10 ? perSecond.toFixed(1) : grouped(Math.round(perSecond))} sent/s`,
    `${grouped(counts.sent)} sent`,
    `${grouped(counts.failed)} failed`,
    ...(counts.received > 0 ? [`${grouped(counts.received)} received`] : []),
  ].join(' · ')
}

function describeText(event: PhoneEvent & { about: 'sent' | 'received' }, width: number): string {
  const arrow = event.about === 'sent' ? '→' : '←'
  return cut(`${arrow} ${event.phone_number}  ${event.text.replaceAll(/\s+/g, ' ')}`, width)
}

function cut(line: string, width: number): string {
  const characters = [...line]
  return characters.length <= width ? line : `${characters.slice(0, width - 1).join('')}…`
}

function grouped(number: number): string {
  return number.toLocaleString('en')
}
