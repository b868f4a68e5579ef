import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** What a person asks of `npm run simcast`. */
export type Command =
  | { name: 'help' }
  | ImportCommand
  | { name: 'key create'; account?: number; label: string }
  | { name: 'key list'; account?: number }
  | { name: 'key revoke'; id: number }
  | { name: 'account create'; label: string; email?: string }
  | { name: 'account list' }
  | { name: 'person create'; account?: number }
  | { name: 'person list'; account?: number }
  | { name: 'person reset'; email: string }
  | { name: 'person delete'; email: string }
  | { name: 'backup'; file: string; force: boolean }
  | { name: 'restore'; file: string }
  | { name: 'release'; account?: number; cancel: boolean }
  | { name: 'check'; account?: number }

export type ImportCommand = {
  name: 'import contacts'
  file: string
  url?: string
  key?: string
  account?: number
  /** Where the refused rows are to be written. */
  refused?: string
  /** What the request says beside the file, by the names that the API has for it. */
  fields: Record<string, string>
}

/** What a person got wrong, as one sentence. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

export const helpText = `Simcast from the terminal

  npm run simcast -- import contacts FILE     contacts from a CSV or JSON Lines
  npm run simcast -- key create               another API key, shown once
  npm run simcast -- key list                 the keys, without their secrets
  npm run simcast -- key revoke ID            refuses a key from now on
  npm run simcast -- account create [NAME]    another account, with a first key
  npm run simcast -- account list             the accounts
  npm run simcast -- person create            a link that makes a person
  npm run simcast -- person reset EMAIL       a link to choose a new password
  npm run simcast -- person list              who signs in
  npm run simcast -- person delete EMAIL      shuts a person out
  npm run simcast -- backup FILE              everything, into one file
  npm run simcast -- restore FILE             a backup, into an empty DATA_DIR
                                              or DATABASE_URL
  npm run simcast -- release                  sends what a restore has held back
  npm run simcast -- check                    proves the totals, changes nothing

All but import and restore work beside a running Simcast and without one,
on DATA_DIR or DATABASE_URL, as npm start does.

import contacts FILE
  --mapping JSON    what the columns are, when their names do not say it:
                    '{"Mobile":"phone_number","Town":"custom_parameters.city"}'
                    also name, has_opted_out, or null to leave a column out
  --country IT      numbers without + are read in it
  --segment ID      a custom segment to put the contacts into
  --on-known skip   leaves contacts that are there as they are (update)
  --dry-run         writes nothing and says what would be
  --refused FILE    where the refused rows go, with their reasons
  --url URL         where Simcast listens; also in SIMCAST_URL
                    (http://localhost:3000)
  --key KEY         an API key; also in SIMCAST_API_KEY. On the machine of
                    Simcast none is needed
  --account ID      whose contacts, where no key says it (the first account)

key create
  --name NAME       what it is for
  --account ID      whose it is (the first account)

key list
  --account ID      of one account only

account create
  --email ADDRESS   of its owner

person create
  --account ID      to which account (the first one)

person list
  --account ID      of one account only

backup FILE
  --force           replaces a file of that name

release
  --cancel          cancels it instead: nothing of it is sent
  --account ID      of one account only

check
  --account ID      of one account only
`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const commands: Record<
  string,
  { options: ParseArgsOptionsConfig; argument?: string; needsIt?: boolean }
> = {
  'import contacts': {
    options: {
      mapping: text,
      country: text,
      segment: text,
      'on-known': text,
      'dry-run': flag,
      refused: text,
      url: text,
      key: text,
      account: text,
    },
    argument: 'FILE',
    needsIt: true,
  },
  'key create': { options: { name: text, account: text } },
  'key list': { options: { account: text } },
  'key revoke': { options: {}, argument: 'ID', needsIt: true },
  'account create': { options: { email: text }, argument: 'NAME' },
  'account list': { options: {} },
  'person create': { options: { account: text } },
  'person list': { options: { account: text } },
  'person reset': { options: {}, argument: 'EMAIL', needsIt: true },
  'person delete': { options: {}, argument: 'EMAIL', needsIt: true },
  backup: { options: { force: flag }, argument: 'FILE', needsIt: true },
  restore: { options: {}, argument: 'FILE', needsIt: true },
  release: { options: { cancel: flag, account: text } },
  check: { options: { account: text } },
}

/** Reads the words of the command line. Throws a CommandError. */
export function readCommand(words: string[]): Command {
  const [noun, verb = ''] = words
  if (noun === undefined || noun === 'help' || words.includes('--help') || words.includes('-h')) {
    return { name: 'help' }
  }
  const isOneWord = Object.hasOwn(commands, noun)
  const name = isOneWord ? noun : `${noun} ${verb}`
  const rest = words.slice(isOneWord ? 1 : 2)
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!known) {
    throw new CommandError(
      `There is no command “${name.trim()}”. There are: ${Object.keys(commands).join(', ')}.\n${seeHelp}`,
    )
  }
  const { values, positionals } = parse(known.options, rest)
  const [argument, ...more] = positionals
  if (more.length > 0 || (argument !== undefined && known.argument === undefined)) {
    throw new CommandError(`“${name}” takes no word “${more[0] ?? argument}”.\n${seeHelp}`)
  }
  if (known.needsIt && argument === undefined) {
    throw new CommandError(`“${name}” needs its ${known.argument}.\n${seeHelp}`)
  }
  return toCommand(name, argument, values)
}

const seeHelp = 'See npm run simcast -- help.'

function parse(options: ParseArgsOptionsConfig, args: string[]) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(`${reason}\n${seeHelp}`, { cause: error })
  }
}

function toCommand(
  name: string,
  argument: string | undefined,
  values: Record<string, unknown>,
): Command {
  // All options but the flags are texts.
  const given = (option: string) => values[option] as string | undefined
  const account =
    given('account') === undefined ? {} : { account: readId('--account', given('account')) }
  switch (name) {
    case 'import contacts':
      return {
        ...toImport(argument ?? '', given),
        ...account,
        fields: toFields(given, values['dry-run'] === true),
      }
    case 'key create':
      return { name, ...account, label: given('name')?.trim() || 'Made at the terminal' }
    case 'key list':
    case 'person create':
    case 'person list':
      return { name, ...account }
    case 'person reset':
    case 'person delete':
      return { name, email: readEmail('EMAIL', argument ?? '') }
    case 'key revoke':
      return { name, id: readId('ID', argument) }
    case 'account create': {
      const email = given('email')
      return {
        name,
        label: argument?.trim() || 'New account',
        ...(email === undefined ? {} : { email: readEmail('--email', email) }),
      }
    }
    case 'backup':
      return { name, file: argument ?? '', force: values['force'] === true }
    case 'restore':
      return { name, file: argument ?? '' }
    case 'release':
      return { name, ...account, cancel: values['cancel'] === true }
    case 'check':
      return { name, ...account }
    default:
      return { name: 'account list' }
  }
}

function toImport(file: string, given: (option: string) => string | undefined) {
  const url = given('url')
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new CommandError(`--url is an address such as http://localhost:3000, not “${url}”.`)
  }
  const { key, refused } = { key: given('key'), refused: given('refused') }
  return {
    name: 'import contacts' as const,
    file,
    ...(url === undefined ? {} : { url }),
    ...(key === undefined ? {} : { key }),
    ...(refused === undefined ? {} : { refused }),
  }
}

/** The API says what is wrong with them. */
function toFields(
  given: (option: string) => string | undefined,
  isDryRun: boolean,
): Record<string, string> {
  const fields = {
    mapping: given('mapping'),
    default_country: given('country'),
    segment_id: given('segment'),
    on_known: given('on-known'),
    dry_run: isDryRun ? '1' : undefined,
  }
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function readId(what: string, value: string | undefined): number {
  if (value !== undefined && /^[1-9]\d{0,14}$/.test(value)) return Number(value)
  throw new CommandError(`${what} is a number from 1, not “${value}”. The lists show them.`)
}

function readEmail(what: string, value: string): string {
  if (value.length <= 255 && /^[^\s@]+@[^\s@]+$/.test(value)) return value
  throw new CommandError(`${what} is an e-mail address, not “${value}”.`)
}
