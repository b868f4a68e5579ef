import { expect, test } from 'vitest'
import { helpText, readCommand } from './command-line.ts'

test('without a word there is one phone beside a Simcast on this machine', () => {
  expect(readCommand([])).toMatchObject({
    url: 'http://localhost:3000',
    count: 1,
    sims: 2,
    rate: 600,
    fail: 0,
    no_report: 0,
    version: '1.75.0',
    token: undefined,
    key: undefined,
    quiet: false,
  })
})

test('where Simcast listens may be said to the shell, and by --url for once', () => {
  const env = { SIMCAST_URL: 'http://localhost:4000' }

  expect(readCommand([], env)).toMatchObject({ url: 'http://localhost:4000' })
  expect(readCommand(['--url', 'http://x:1'], env)).toMatchObject({ url: 'http://x:1' })
})

test('every option is read', () => {
  const words =
    '--url http://x:1 --key sk_1 --count 1000 --name Demo --journal /j --reinstall --sims 3 --rate 0 --fail 0.02 ' +
    '--no-report 0.01 --replies r --version 1.66.2 --seed 7 --poll-only --poll-seconds 5 --time-scale 0.1 --quiet'

  expect(readCommand(words.split(' '))).toEqual({
    url: 'http://x:1',
    token: undefined,
    key: 'sk_1',
    count: 1000,
    name: 'Demo',
    journal: '/j',
    reinstall: true,
    sims: 3,
    rate: 0,
    fail: 0.02,
    no_report: 0.01,
    replies: 'r',
    version: '1.66.2',
    seed: 7,
    poll_only: true,
    poll_seconds: 5,
    time_scale: 0.1,
    quiet: true,
  })
})

test.each([
  ['--token a --key b', 'Give --token for a device that was made, or --key to make some.'],
  ['--token a --count 2', 'A --token is for one phone.'],
  ['--count 0', '--count is a whole number from 1 to 100000, not “0”.'],
  ['--sims 1.5', '--sims is a whole number from 0 to 3, not “1.5”.'],
  ['--fail 2%', '--fail is a number from 0 to 1, not “2%”.'],
  ['--url localhost:3000', '--url is an address such as http://localhost:3000'],
  ['--version new', '--version is a release such as 1.75.0, not “new”.'],
  ['--speed 9', '--speed'],
  ['now', 'See npm run phone -- --help.'],
])('%s is refused with a sentence that helps', (words, sentence) => {
  expect(() => readCommand(words.split(' '))).toThrow(sentence)
})

test('the help names every option and fits a terminal of 80 columns', () => {
  expect(readCommand(['--help'])).toBe('help')
  expect(helpText.split('\n').filter((line) => line.length > 80)).toEqual([])
  for (const option of ['url', 'token', 'key', 'count', 'replies', 'time-scale', 'quiet']) {
    expect(helpText).toContain(`--${option}`)
  }
})
