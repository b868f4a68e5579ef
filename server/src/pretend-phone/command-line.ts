import { parseArgs } from 'node:util'

/** What a person asks of `npm run phone`. */
export type Command = {
  url: string
  token: string | undefined
  key: string | undefined
  count: number
  name: string
  journal: string | undefined
  reinstall: boolean
  sims: number
  rate: number
  fail: number
  no_report: number
  replies: string | undefined
  version: string
  seed: number | undefined
  poll_only: boolean
  poll_seconds: number
  time_scale: number
  quiet: boolean
}

/** What a person got wrong, as one sentence. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

export const helpText = `Pretend phones: programs that behave like the Android app, for trying Simcast
out, for demos and for tests. They send nothing to anybody.

  npm run phone                           one phone, beside a Simcast here
  npm run phone -- --token abcde-…        one phone, for a device that was made
  npm run phone -- --key sk_… --count 10  ten phones, each with its own device

  --url URL         where Simcast listens; also in SIMCAST_URL
                    (http://localhost:3000)
  --token TOKEN     what one phone enrols with; shown when its device is made
  --key KEY         an API key, to make a device for each phone
  --count N         how many phones run in this program (1)
  --name NAME       what the phones are called (Pretend phone)
  --sims N          SIM cards of each phone, 0 to 3 (2)
  --rate N          parts a minute that each SIM sends; 0 is no limit (600)
  --fail SHARE      the share of texts that fail, 0 to 1 (0)
  --no-report SHARE the share of texts that are sent and never reported (0)
  --replies FILE    what contacts answer: lines of PATTERN<TAB>REPLY, or with
                    <TAB>SHARE behind; PATTERN is a regular expression in any
                    letter case, and the first line that fits answers
  --version V       the release of the app that they behave like (1.75.0)
  --journal FOLDER  where they keep what they know and what they sent; started
                    again with it, they are the same phones (in DATA_DIR)
  --reinstall       the app was reinstalled: the phones know their token only
  --seed N          the same number makes the same phones, with the same luck
  --poll-only       no stream of wake-ups, as on a phone with Google's push
  --poll-seconds N  how often they ask unasked (900)
  --time-scale X    the app's pauses before it tries again, times X (1)
  --quiet           say nothing but what goes wrong, and how it ended
`

const options = {
  url: { type: 'string' },
  token: { type: 'string' },
  key: { type: 'string' },
  count: { type: 'string' },
  name: { type: 'string' },
  journal: { type: 'string' },
  reinstall: { type: 'boolean' },
  sims: { type: 'string' },
  rate: { type: 'string' },
  fail: { type: 'string' },
  'no-report': { type: 'string' },
  replies: { type: 'string' },
  version: { type: 'string' },
  seed: { type: 'string' },
  'poll-only': { type: 'boolean' },
  'poll-seconds': { type: 'string' },
  'time-scale': { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const nameMax = 200

/** Reads the words of the command line; `help` when they ask for that. Throws a CommandError. */
export function readCommand(
  words: string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Command | 'help' {
  const values = parse(words)
  if (values.help) return 'help'
  const command: Command = {
    url: values.url ?? (env['SIMCAST_URL']?.trim() || 'http://localhost:3000'),
    token: values.token,
    key: values.key,
    count: readNumber('--count', values.count ?? '1', { min: 1, max: 100_000, isWhole: true }),
    name: values.name ?? 'Pretend phone',
    journal: values.journal,
    reinstall: values.reinstall ?? false,
    sims: readNumber('--sims', values.sims ?? '2', { min: 0, max: 3, isWhole: true }),
    rate: readNumber('--rate', values.rate ?? '600', { min: 0, max: 10_000_000 }),
    fail: readNumber('--fail', values.fail ?? '0', { min: 0, max: 1 }),
    no_report: readNumber('--no-report', values['no-report'] ?? '0', { min: 0, max: 1 }),
    replies: values.replies,
    version: values.version ?? '1.75.0',
    seed: readSeed(values.seed),
    poll_only: values['poll-only'] ?? false,
    poll_seconds: readNumber('--poll-seconds', values['poll-seconds'] ?? '900', {
      min: 1,
      max: 86_400,
    }),
    time_scale: readNumber('--time-scale', values['time-scale'] ?? '1', { min: 0.001, max: 100 }),
    quiet: values.quiet ?? false,
  }
  check(command)
  return command
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, strict: true, allowPositionals: false }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(`${reason} See npm run phone -- --help.`, { cause: error })
  }
}

function check({ token, key, count, url, name, version }: Command): void {
  if (token !== undefined && key !== undefined) {
    throw new CommandError('Give --token for a device that was made, or --key to make some.')
  }
  if (token !== undefined && count > 1) {
    throw new CommandError('A --token is for one phone. For --count, give --key instead.')
  }
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new CommandError(`--url is an address such as http://localhost:3000, not “${url}”.`)
  }
  if (name.trim() === '' || name.length > nameMax) {
    throw new CommandError(`--name has 1 to ${nameMax} characters.`)
  }
  if (!/^\d{1,4}(\.\d{1,4}){1,3}$/.test(version)) {
    throw new CommandError(`--version is a release such as 1.75.0, not “${version}”.`)
  }
}

function readSeed(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  return readNumber('--seed', word, { min: 0, max: 2 ** 31 - 1, isWhole: true })
}

function readNumber(
  option: string,
  word: string,
  { min, max, isWhole = false }: { min: number; max: number; isWhole?: boolean },
): number {
  const number = /^\d+(\.\d+)?$/.test(word) ? Number(word) : NaN
  if (number >= min && number <= max && (!isWhole || Number.isInteger(number))) return number
  const kind = isWhole ? 'a whole number' : 'a number'
  throw new CommandError(`${option} is ${kind} from ${min} to ${max}, not “${word}”.`)
}
