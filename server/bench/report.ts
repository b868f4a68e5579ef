import { machineText, type Machine } from './machine.ts'
import type { Shares } from './processes.ts'
import { isReached, ratioOf, type Line, type Reach, type Unit } from './lines.ts'

/** What was measured at one size. */
export type Result = { size: number; machine: Machine; parts: Part[] }
export type Part = { name: string; summary: string; peakMemory: number; lines: Line[] }

const widths = { work: 32, measured: 9, limit: 9, ratio: 5, reach: 14, verdict: 5 }
const lineWidth = Object.values(widths).reduce((sum, width) => sum + width + 1, -1)

export const tableHead = row(['work', 'measured', 'limit', 'ratio', 'reach', ''])

/** One figure, and under it what has to be known beside it; at most 80 columns. */
export function lineText(line: Line): string {
  const { work, unit, measured, limit, reach, note, shares } = line
  const ratio = ratioOf(line)
  const first = row([
    `  ${work}`,
    figure(measured, unit),
    limit === undefined ? '–' : figure(limit, unit),
    ratio === undefined ? '–' : ratio.toFixed(2),
    reach ? reachText(reach, unit) : '–',
    verdict(line),
  ])
  const cores = shares ? coresText(shares, unit, measured) : undefined
  const details = [note, cores].filter((text) => text !== undefined)
  const isOneLine = details.join('; ').length <= lineWidth - 4
  const under = isOneLine ? [details.join('; ')] : details
  return [first, ...under.filter((text) => text !== '').map((text) => `    ${text}`)].join('\n')
}

/** All of a run as a Markdown table. */
export function markdownOf({ size, machine, parts }: Result): string {
  const rows = parts.flatMap(({ name, lines }) => [
    `| **${name}** | | | | | |`,
    ...lines.map(markdownRow),
  ])
  const about = `${size.toLocaleString('en')} contacts. ${machineText(machine)}`
  return [about, '', ...markdownHead, ...rows].join('\n')
}

const markdownHead = ['| Work | Measured | Limit | Ratio | Reach | |', '|---|---|---|---|---|---|']

function markdownRow(line: Line): string {
  const { work, unit, measured, limit, reach, note } = line
  const cells = [
    note === undefined ? work : `${work} (${note})`,
    figure(measured, unit),
    limit === undefined ? '' : figure(limit, unit),
    ratioOf(line)?.toFixed(2) ?? '',
    reach ? reachText(reach, unit) : '',
    verdict(line),
  ]
  return `| ${cells.join(' | ')} |`
}

function verdict(line: Line): string {
  const isGood = isReached(line)
  if (isGood === undefined) return ''
  return isGood ? 'ok' : 'short'
}

export function figure(value: number, unit: Unit): string {
  switch (unit) {
    case 'per second':
      return `${short(value)}/s`
    case 'ms':
      return value < 10 ? `${value.toFixed(1)} ms` : `${short(value)} ms`
    case '% of a core':
      return `${value.toFixed(1)} %`
    case 'MB':
      return `${value.toFixed(0)} MB`
  }
}

function short(value: number): string {
  if (value >= 99_950) return `${Math.round(value / 1000)}k`
  return value >= 1000 ? `${(value / 1000).toFixed(1)}k` : value.toFixed(0)
}

function reachText({ ratio, atLeast, atMost }: Reach, unit: Unit): string {
  return [
    ratio === undefined ? '' : `≥${ratio}`,
    atLeast === undefined ? '' : `≥${bare(atLeast, unit)}`,
    atMost === undefined ? '' : `≤${bare(atMost, unit)}`,
  ]
    .filter((text) => text !== '')
    .join(' ')
}

function bare(value: number, unit: Unit): string {
  return figure(value, unit).replace('.0k', 'k').replace('.0 ', ' ')
}

/** The cores that each side kept busy and, of a rate, what one costs each of them in microseconds. */
function coresText({ load, simcast, postgres }: Shares, unit: Unit, measured: number): string {
  const isRate = unit === 'per second' && measured > 0
  const side = (name: string, cores: number) =>
    `${name} ${cores.toFixed(2)}${isRate ? ` (${((1e6 * cores) / measured).toFixed(0)} µs)` : ''}`
  const sides = [side('load', load), side('Simcast', simcast), side('PostgreSQL', postgres)]
  return `cores${isRate ? ' (each)' : ''}: ${sides.join(', ')}`
}

function row(cells: readonly string[]): string {
  const [work = '', measured = '', limit = '', ratio = '', reach = '', verdictText = ''] = cells
  return [
    work.padEnd(widths.work),
    measured.padStart(widths.measured),
    limit.padStart(widths.limit),
    ratio.padStart(widths.ratio),
    reach.padEnd(widths.reach),
    verdictText,
  ]
    .join(' ')
    .trimEnd()
}
