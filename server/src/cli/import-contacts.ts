import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as rest } from 'node:timers/promises'
import { readConfig, type Config } from '../config.ts'
import { pathOf } from '../lib/path-of.ts'
import { CommandError, type ImportCommand } from './command-line.ts'
import { withOwnKey } from './keys.ts'
import { createProgress, type Progress, type Screen } from './progress.ts'
import { sendFile, type SentFile } from './send-file.ts'

export type Surroundings = {
  env: Readonly<Record<string, string | undefined>>
  screen: Screen
  signal: AbortSignal
}

/** What is shown of an import, of all that the API answers. */
type Import = {
  id: number
  status: 'processing' | 'finished' | 'failed' | 'cancelled'
  dry_run: boolean
  total_rows: number
  processed_rows: number
  created: number
  updated: number
  skipped: number
  refused: number
  error: string | null
  refused_reasons: { reason: string; total: number }[]
}

type Server = { url: string; key: string; signal: AbortSignal }

const lookMs = 300

/** Sends a file to a running Simcast, and shows how far it is until all of it has been read. */
export async function importContacts(
  command: ImportCommand,
  { env, screen, signal }: Surroundings,
): Promise<void> {
  const config = readConfig(env)
  const url = addressOf(command, env, config)
  const file = pathOf(command.file, env)
  const bytes = await sizeOf(file)
  await refuseSilence(url, signal)
  await withKey(command, { config, env, url }, async (key) => {
    const server = { url, key, signal }
    const progress = createProgress(screen)
    try {
      const id = await send({ path: file, bytes, fields: command.fields }, server, progress)
      const done = await follow(id, server, progress)
      progress.end()
      screen.write(`${summary(done, command)}\n`)
      const refused = command.refused === undefined ? undefined : pathOf(command.refused, env)
      if (done.refused > 0) await handOutRefused(refused, done, server, screen)
      if (done.status !== 'finished')
        throw new Error(done.error ?? `The import was ${done.status}.`)
    } finally {
      progress.end()
    }
  })
}

/** Given, else where the shell has been told that Simcast is, else here. */
function addressOf({ url }: ImportCommand, env: Surroundings['env'], { port }: Config): string {
  const told = env['SIMCAST_URL']?.trim() || undefined
  if (url === undefined && told !== undefined && !/^https?:$/.test(URL.parse(told)?.protocol ?? ''))
    throw new CommandError(
      `SIMCAST_URL is an address such as http://localhost:3000, not “${told}”.`,
    )
  return (url ?? told ?? `http://localhost:${port}`).replace(/\/+$/, '')
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new CommandError(`There is no file ${path}.`)
  if (!found.isFile()) throw new CommandError(`${path} is no file.`)
  return found.size
}

async function refuseSilence(url: string, signal: AbortSignal): Promise<void> {
  try {
    await fetch(`${url}/health`, { signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]) })
  } catch (error) {
    throw new Error(`Nothing answers at ${url}. Start Simcast first (npm start), or give --url.`, {
      cause: error,
    })
  }
}

/** The key that was given, else one of our own where the database is that of the server. */
async function withKey<T>(
  command: ImportCommand,
  { config, env, url }: { config: Config; env: Surroundings['env']; url: string },
  work: (key: string) => Promise<T>,
): Promise<T> {
  const key = command.key ?? (env['SIMCAST_API_KEY']?.trim() || undefined)
  if (key !== undefined) {
    if (command.account !== undefined)
      throw new CommandError('The key says whose contacts they are: give --key or --account.')
    return work(key)
  }
  const { hostname } = new URL(url)
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return withOwnKey(config, command.account, work)
  throw new CommandError(
    `An API key of the Simcast at ${url} is needed: give --key, or set SIMCAST_API_KEY.`,
  )
}

async function send(file: SentFile, server: Server, progress: Progress): Promise<number> {
  const { bytes } = file
  const { status, body } = await sendFile(file, {
    endpoint: new URL(`${server.url}/api/imports`),
    key: server.key,
    signal: server.signal,
    onProgress: (sent) => progress.show(`Sending ${megabytes(sent)} of ${megabytes(bytes)} MB`),
  }).catch((error: unknown) => {
    if (server.signal.aborted) throw new Error('Stopped. Nothing was imported.', { cause: error })
    throw new Error(`The file could not be sent: ${reasonOf(error)}`, { cause: error })
  })
  const answer = readAnswer(status, body, server) as { id: number }
  return answer.id
}

async function follow(id: number, server: Server, progress: Progress): Promise<Import> {
  const startedAt = Date.now()
  for (;;) {
    const found = await getImport(id, server)
    if (found.status !== 'processing') return found
    const speed = Math.round(found.processed_rows / ((Date.now() - startedAt) / 1000 || 1))
    progress.show(
      `${count(found.processed_rows)} of ${count(found.total_rows)} rows, ${count(speed)} a second`,
    )
    await rest(lookMs, undefined, { signal: server.signal }).catch(() => {
      throw new Error(
        `Stopped looking. Import ${id} goes on by itself: GET ${server.url}/api/imports/${id}`,
      )
    })
  }
}

async function getImport(id: number, server: Server): Promise<Import> {
  const response = await fetch(`${server.url}/api/imports/${id}`, {
    headers: authorization(server),
  }).catch((error: unknown) => {
    throw new Error(
      `Simcast at ${server.url} no longer answers. Import ${id} goes on when it is back.`,
      { cause: error },
    )
  })
  return readAnswer(response.status, await response.text(), server) as Import
}

/** The `data` of an answer; a refusal becomes an error with all its sentences. */
function readAnswer(status: number, body: string, { url }: Server): unknown {
  const answer = parse(body)
  if (status === 200 && answer.data !== undefined) return answer.data
  if (status === 401) throw new Error(`Simcast at ${url} does not know this API key.`)
  const titles = answer.errors?.map(({ title }) => title).join('\n')
  throw new Error(titles ?? `Simcast at ${url} answered ${status}: ${body.slice(0, 200)}`)
}

function parse(body: string): { data?: unknown; errors?: { title: string }[] } {
  try {
    const value: unknown = JSON.parse(body)
    // Looked at key by key.
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function summary(done: Import, { file }: ImportCommand): string {
  const would = done.dry_run ? 'would be ' : ''
  const lines = (['created', 'updated', 'skipped', 'refused'] as const).map(
    (word) => `  ${`${would}${word}`.padEnd(17)}${count(done[word]).padStart(12)}`,
  )
  const reasons = done.refused_reasons.map(
    ({ reason, total }) => `    ${reason.padEnd(48)}${count(total).padStart(12)}`,
  )
  return [
    `${file}: ${count(done.processed_rows)} of ${count(done.total_rows)} rows (import ${done.id})`,
    ...lines,
    ...reasons,
  ].join('\n')
}

async function handOutRefused(
  file: string | undefined,
  { id }: Import,
  server: Server,
  screen: Screen,
): Promise<void> {
  const address = `${server.url}/api/imports/${id}/refused`
  if (file === undefined) {
    screen.write(
      `The refused rows, to be corrected and imported again:\n  curl -H "Authorization: Bearer $KEY" ${address}\n`,
    )
    return
  }
  const response = await fetch(address, { headers: authorization(server) })
  if (!response.ok || !response.body) throw new Error(`${address} answered ${response.status}.`)
  await pipeline(Readable.fromWeb(response.body), createWriteStream(file))
  screen.write(`The refused rows, to be corrected and imported again, are in ${file}\n`)
}

function authorization({ key }: Server): Record<string, string> {
  return { authorization: `Bearer ${key}` }
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
