import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Makes devices for phones that have none. Answers their tokens. */
export type MakeDevices = (names: readonly string[]) => Promise<string[]>

/** At most so many devices are asked for at the same time. */
const sideBySide = 8

/** Makes devices by the API, marked as pretend. */
export function makeDevicesByKey(url: string, key: string): MakeDevices {
  const endpoint = new URL('/api/devices', url)

  async function makeOne(name: string): Promise<string> {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: new URLSearchParams({ name, is_pretend: '1' }),
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (response.status === 401) throw new Error(`Simcast at ${url} does not know this API key.`)
    // Looked at right here.
    const { data } = (answer ?? {}) as { data?: { token?: unknown } }
    if (response.ok && typeof data?.token === 'string') return data.token
    const said = JSON.stringify(answer)?.slice(0, 200) ?? 'nothing'
    throw new Error(`${endpoint.href} made no device: ${response.status} ${said}`)
  }

  return async (names) => {
    const tokens: string[] = []
    for (let start = 0; start < names.length; start += sideBySide) {
      const some = names.slice(start, start + sideBySide)
      tokens.push(...(await Promise.all(some.map(makeOne))))
    }
    return tokens
  }
}

/** The token of the device that the phone of this folder was given earlier, on this server. */
export function findOwnToken(folder: string, url: string): string | undefined {
  const path = pathIn(folder)
  if (!existsSync(path)) return undefined
  // Written by keepOwnToken alone.
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { url: string; token: string }
  return kept.url === url ? kept.token : undefined
}

/** Keeps the token, so that the phone is the same device when it is started again. */
export function keepOwnToken(folder: string, url: string, token: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(pathIn(folder), `${JSON.stringify({ url, token })}\n`, { mode: 0o600 })
}

/** The device is there no more. */
export function forgetOwnToken(folder: string): void {
  rmSync(pathIn(folder), { force: true })
}

function pathIn(folder: string): string {
  return join(folder, 'device.json')
}
