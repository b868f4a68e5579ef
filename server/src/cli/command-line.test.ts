import { describe, expect, test } from 'vitest'
import { helpText, readCommand, type Command } from './command-line.ts'
import { createProgress } from './progress.ts'
import { table } from './table.ts'

describe('a command line is read', () => {
  const cases: [string, Command][] = [
    ['', { name: 'help' }],
    ['help', { name: 'help' }],
    ['key create --help', { name: 'help' }],
    ['import contacts a.csv', { name: 'import contacts', file: 'a.csv', fields: {} }],
    [
      'import contacts --dry-run a.csv --mapping {} --country IT --segment 3 --on-known skip',
      {
        name: 'import contacts',
        file: 'a.csv',
        fields: {
          mapping: '{}',
          default_country: 'IT',
          segment_id: '3',
          on_known: 'skip',
          dry_run: '1',
        },
      },
    ],
    [
      'import contacts a.csv --url https://sms.example.org --key sk_1 --refused b.csv',
      {
        name: 'import contacts',
        file: 'a.csv',
        url: 'https://sms.example.org',
        key: 'sk_1',
        refused: 'b.csv',
        fields: {},
      },
    ],
    ['key create', { name: 'key create', label: 'Made at the terminal' }],
    ['key create --name Shop --account 2', { name: 'key create', account: 2, label: 'Shop' }],
    ['key list', { name: 'key list' }],
    ['key revoke 7', { name: 'key revoke', id: 7 }],
    ['account create', { name: 'account create', label: 'New account' }],
    [
      'account create Shop --email a@example.org',
      { name: 'account create', label: 'Shop', email: 'a@example.org' },
    ],
    ['account list', { name: 'account list' }],
    ['person create --account 2', { name: 'person create', account: 2 }],
    ['person list', { name: 'person list' }],
    ['person reset jo@example.com', { name: 'person reset', email: 'jo@example.com' }],
    ['person delete jo@example.com', { name: 'person delete', email: 'jo@example.com' }],
    ['backup a.backup', { name: 'backup', file: 'a.backup', force: false }],
    ['backup --force a.backup', { name: 'backup', file: 'a.backup', force: true }],
    ['restore a.backup', { name: 'restore', file: 'a.backup' }],
    ['release', { name: 'release', cancel: false }],
    ['release --cancel --account 2', { name: 'release', account: 2, cancel: true }],
    ['check', { name: 'check' }],
    ['check --account 2', { name: 'check', account: 2 }],
  ]
  test.each(cases)('%s', (line, command) => {
    expect(readCommand(line.split(' ').filter((word) => word !== ''))).toEqual(command)
  })
})

describe('a mistake is named', () => {
  test.each([
    ['imports a.csv', 'There is no command “imports a.csv”.'],
    ['key', 'There is no command “key”.'],
    ['import contacts', '“import contacts” needs its FILE.'],
    ['backup', '“backup” needs its FILE.'],
    ['release now', '“release” takes no word “now”.'],
    ['import contacts a.csv b.csv', '“import contacts” takes no word “b.csv”.'],
    ['account list x', '“account list” takes no word “x”.'],
    ['key create --account one', '--account is a number from 1, not “one”.'],
    ['key revoke sk_1', 'ID is a number from 1, not “sk_1”.'],
    ['key create --colour red', '--colour'],
    ['account create --email nobody', '--email is an e-mail address, not “nobody”.'],
    ['import contacts a.csv --url ftp://x', '--url is an address such as http://localhost:3000'],
  ])('%s', (line, sentence) => {
    expect(() => readCommand(line.split(' '))).toThrow(sentence)
  })
})

test('the help fits a terminal of 80 columns', () => {
  for (const line of helpText.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test('a table fits 80 columns; the widest column gives way', () => {
  const columns = [{ title: 'ID', isNumber: true }, { title: 'NAME' }, { title: 'MADE' }]
  const lines = table(columns, [
    ['1', 'x'.repeat(100), '2026-01-01'],
    ['10', 'short', '2026-01-02'],
  ]).split('\n')
  expect(lines.map((line) => line.length)).toEqual([70 + 4, 80, 80])
  expect(lines[1]).toMatch(/^ 1 {2}x+… {2}2026-01-01$/)
  expect(lines[2]).toMatch(/^10 {2}short +2026-01-02$/)
})

describe('progress', () => {
  test('on a terminal is one line that is written anew and taken away', () => {
    let written = ''
    const progress = createProgress({
      isTTY: true,
      columns: 20,
      write: (text) => (written += text),
    })
    progress.show('one')
    progress.show('a line that is too long')
    progress.end()
    expect(written).toBe('\rone\u001b[K\ra line that is too \u001b[K\r\u001b[K')
  })

  test('in a log is a line now and then', () => {
    let written = ''
    let now = 0
    const progress = createProgress({ write: (text) => (written += text) }, () => now)
    for (; now <= 12_000; now += 1000) progress.show(`at ${now}`)
    progress.end()
    expect(written).toBe('at 0\nat 5000\nat 10000\n')
  })
})
