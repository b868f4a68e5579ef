import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Line } from './lines.ts'
import { figure, type Result } from './report.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'docs/benchmarks')

const columns = 3
const cell = { width: 300, height: 190 }
const plot = { left: 50, top: 34, width: 225, height: 110 }
const head = 62

type Point = { size: number; line: Line }

/** Draws how each figure moves with the size, beside its limit, and answers where the picture is. */
export function drawGrowth(results: readonly Result[]): string {
  const panels = new Map<string, Point[]>()
  for (const { size, parts } of results) {
    for (const line of parts.flatMap((part) => part.lines)) {
      if (line.drawn === undefined) continue
      panels.set(line.drawn, [...(panels.get(line.drawn) ?? []), { size, line }])
    }
  }
  const rows = Math.ceil(panels.size / columns)
  const width = columns * cell.width
  const height = head + rows * cell.height
  const drawn = [...panels].map(([title, points], place) => {
    const x = (place % columns) * cell.width
    const y = head + Math.floor(place / columns) * cell.height
    return `<g transform="translate(${x} ${y})">${drawPanel(title, points)}</g>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11" fill="#222">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="16" y="24" font-size="15" font-weight="bold">How cost grows with the number of contacts and messages</text>
<text x="16" y="44" fill="#555">${escapeText(subtitle(results))}</text>
${drawn.join('\n')}
</svg>
`
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'growth.svg')
  writeFileSync(path, svg)
  return relative(root, path)
}

function subtitle(results: readonly Result[]): string {
  const machine = results[0]?.machine
  const about = machine
    ? `${machine.processor}, ${machine.cores} cores, load before ${machine.loadBefore.toFixed(2)}.`
    : ''
  return `${about} Solid: Simcast. Dashed: the limit measured in the same run. Upright axes begin at 0.`
}

function drawPanel(title: string, points: readonly Point[]): string {
  const figures = points.flatMap(({ line }) => [line.measured, line.limit ?? 0])
  const top = niceTop(Math.max(...figures))
  const sizes = points.map(({ size }) => Math.log10(size))
  const [first, last] = [Math.min(...sizes), Math.max(...sizes)]
  const x = (size: number) =>
    plot.left + (plot.width * (Math.log10(size) - first)) / Math.max(last - first, 1)
  const y = (value: number) => plot.top + plot.height * (1 - value / top)
  const place = (size: number, value: number) => `${x(size).toFixed(1)},${y(value).toFixed(1)}`

  const measured = points.map(({ size, line }) => place(size, line.measured))
  const limits = points.flatMap(({ size, line }) =>
    line.limit === undefined ? [] : [place(size, line.limit)],
  )
  const unit = points[0]?.line.unit ?? 'ms'
  const ground = plot.top + plot.height
  return [
    `<text x="16" y="20" font-weight="bold">${escapeText(title)}</text>`,
    ...[0, top / 2, top].map(
      (value) =>
        `<path d="M${plot.left} ${y(value)}h${plot.width}" stroke="#ddd"/><text x="${plot.left - 6}" y="${y(value) + 4}" text-anchor="end" fill="#555">${figure(value, unit).replace(/\/s| ms| MB/, '')}</text>`,
    ),
    ...points.map(
      ({ size }) =>
        `<text x="${x(size)}" y="${ground + 16}" text-anchor="middle" fill="#555">${sizeText(size)}</text>`,
    ),
    `<polyline points="${limits.join(' ')}" fill="none" stroke="#999" stroke-width="1.5" stroke-dasharray="4 3"/>`,
    `<polyline points="${measured.join(' ')}" fill="none" stroke="#1264a3" stroke-width="2"/>`,
    ...points.map(({ size, line }) => {
      const [px, py] = place(size, line.measured).split(',')
      return `<circle cx="${px}" cy="${py}" r="3" fill="#1264a3"/>`
    }),
  ].join('\n')
}

/** 1, 2 or 5 and noughts, not under the value. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)))
  return ([1, 2, 5].find((factor) => factor * power >= value) ?? 10) * power
}

function sizeText(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000}M` : `${size / 1000}k`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
