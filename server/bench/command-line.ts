import { parseArgs } from 'node:util'

export type Options = {
  names: string[]
  /** One size, or those of a picture of the growth. */
  sizes: number[]
  isGrowth: boolean
  seconds: number
  idleSeconds: number
  isJson: boolean
  isMarkdown: boolean
  profileDir: string | undefined
}

/** A mistake of the person who typed the command. */
export class UsageError extends Error {}

const sizeDefault = 100_000
const growthSizes = [10_000, 100_000, 1_000_000]

export function usage(names: readonly { name: string; summary: string }[]): string {
  const width = Math.max(...names.map(({ name }) => name.length))
  return [
    'npm run bench -- [names] [options]',
    '',
    ...names.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '  --size 100000     how many contacts, and messages to them, there are',
    '  --growth          at 10,000, 100,000 and 1,000,000, drawn into docs/benchmarks',
    '  --sizes 1,2,3     the sizes of the growth (10,000,000 takes long)',
    '  --seconds 10      how long each load is measured',
    '  --idle-seconds 60 how long a thousand idle phones are measured',
    '  --json            figures for a program',
    '  --markdown        rows for docs/benchmarks.md',
    '  --profile FOLDER  keep a CPU profile of the server and say where it was',
    '',
  ].join('\n')
}

/** Reads the arguments, or throws a UsageError. */
export function readCommandLine(args: string[], known: readonly string[]): Options {
  const { values, positionals } = parse(args)
  if (values.help === true)
    throw new UsageError('Measures Simcast against what the machine can do.')
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new UsageError(`There is no benchmark ${unknown.join(', ')}.`)
  }
  const isGrowth = values.growth === true || values.sizes !== undefined
  const sizes = values.sizes?.split(',').map((text) => readNumber('--sizes', text)) ?? growthSizes
  return {
    names: positionals.length > 0 ? positionals : [...known],
    sizes: isGrowth ? sizes : [readNumber('--size', values.size ?? String(sizeDefault))],
    isGrowth,
    seconds: readNumber('--seconds', values.seconds ?? '10'),
    idleSeconds: readNumber('--idle-seconds', values['idle-seconds'] ?? '60'),
    isJson: values.json === true,
    isMarkdown: values.markdown === true,
    profileDir: values.profile,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        size: { type: 'string' },
        sizes: { type: 'string' },
        growth: { type: 'boolean' },
        seconds: { type: 'string' },
        'idle-seconds': { type: 'string' },
        json: { type: 'boolean' },
        markdown: { type: 'boolean' },
        profile: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readNumber(name: string, text: string): number {
  const number = Number(text.trim().replaceAll('_', ''))
  if (Number.isInteger(number) && number > 0) return number
  throw new UsageError(`${name} takes whole numbers above 0, not “${text}”.`)
}
