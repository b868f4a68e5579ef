import { hash as digest } from 'node:crypto'

const rememberedMs = 15_000
const entriesMax = 20_000

/** What a secret opens; undefined for one that is unknown or revoked. */
export type Find<Kind extends string, Opened> = (
  kind: Kind,
  secret: string,
) => Promise<Opened | undefined>

/**
 * What secrets open, looked up by their hash and remembered for a few seconds. `forget` empties the memory: to be called
 * when a signal says that credentials have changed, so that a revoked one is refused at once. What is unknown is asked
 * for each time.
 */
export function rememberBySecret<Kind extends string, Opened>(
  now: () => Date,
  load: (kind: Kind, hash: Buffer) => Promise<Opened | undefined>,
): { find: Find<Kind, Opened>; forget: () => void } {
  const entries = new Map<string, { opened: Opened; until: number }>()
  let generation = 0

  async function find(kind: Kind, secret: string): Promise<Opened | undefined> {
    const hash = hashSecret(secret)
    const key = `${kind}:${hash.toString('base64')}`
    const entry = entries.get(key)
    if (entry && entry.until > now().getTime()) return entry.opened
    const asked = generation
    const opened = await load(kind, hash)
    if (opened === undefined) {
      entries.delete(key)
      return undefined
    }
    if (entries.size >= entriesMax) entries.clear()
    // What was read before a change was told is not kept.
    if (asked === generation) entries.set(key, { opened, until: now().getTime() + rememberedMs })
    return opened
  }

  return {
    find,
    forget: () => {
      generation += 1
      entries.clear()
    },
  }
}

export function hashSecret(secret: string): Buffer {
  return digest('sha256', secret, 'buffer')
}
