import { expect, test } from 'vitest'
import { createScreen } from './screen.ts'
import type { FleetCounts } from './fleet.ts'

const counts: FleetCounts = {
  phones: 1000,
  connected: 998,
  waiting: 12_345,
  sent: 1_234_567,
  failed: 23_456,
  received: 1234,
  reports_waiting: 0,
  events_waiting: 0,
  calls_underway: 0,
  webhooks: 0,
}
const text = {
  about: 'sent',
  phone_number: '+447700900001',
  text: 'x'.repeat(200),
  sim: 1,
} as const

test('a terminal shows one line that is written over, never wider than 80 columns', () => {
  const { screen, written, wait } = setUp({ isTTY: true })
  wait(1)
  screen.update({ ...counts, sent: 0 })
  wait(2)
  screen.update(counts)
  screen.show(text)
  screen.close()

  expect(written()).toContain('998/1000 connected · 12,345 waiting · 617,284 sent/s')
  for (const line of written().split(/[\n\r]/)) {
    expect(line.replace('\u001B[K', '').length).toBeLessThanOrEqual(80)
  }
  expect(written().endsWith('\r\u001B[K')).toBe(true)
})

test('a log gets plain lines, and none that says what the last one said', () => {
  const { screen, written, wait } = setUp({ isTTY: false })
  for (let i = 0; i < 3; i += 1) {
    wait(5)
    screen.update({ ...counts, sent: 10 })
  }

  expect(written().trimEnd().split('\n')).toHaveLength(2)
  expect(written()).not.toContain('\u001B')
})

test('of many texts in one second only some are shown', () => {
  const { screen, written } = setUp({ isTTY: false })
  for (let i = 0; i < 100; i += 1) screen.show(text)

  expect(written().trimEnd().split('\n')).toHaveLength(5)
})

test('quiet says trouble once and nothing else', () => {
  const { screen, written } = setUp({ isTTY: true, isQuiet: true })
  screen.update(counts)
  screen.show(text)
  screen.show({ about: 'trouble', error: 'GET /events was answered with 401' })
  screen.show({ about: 'trouble', error: 'GET /events was answered with 401' })

  expect(written()).toBe('! GET /events was answered with 401\n')
})

function setUp({ isTTY, isQuiet = false }: { isTTY: boolean; isQuiet?: boolean }) {
  let output = ''
  let seconds = 1000
  const write = (piece: string) => (output += piece)
  const now = () => seconds * 1000
  const screen = createScreen({ write, isTTY, columns: 200 }, { isQuiet, showsTexts: true, now })
  return { screen, written: () => output, wait: (more: number) => (seconds += more) }
}
