import { lookup as lookUp } from 'node:dns/promises'
import type { LookupAddress, LookupOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'

/** Every address of a name. */
export type Resolve = (hostname: string, options: LookupOptions) => Promise<LookupAddress[]>

/** Thrown for a name that leads to no address that may be connected to. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

export const notAllowedTitle = 'leads into a private network, which may not be reached from here'

const ask: Resolve = async (hostname, options) => {
  const { family, hints } = options
  return lookUp(hostname, {
    ...(family === undefined ? {} : { family }),
    ...(hints === undefined ? {} : { hints }),
    all: true,
  })
}

/**
 * Looks names up for one connection, which is then made to these very addresses: a name that answers otherwise the next
 * time it is asked gains nothing. Addresses that are not allowed are left out.
 */
export function allowedLookup({
  isAllowed,
  resolve = ask,
}: {
  isAllowed: (address: string) => boolean
  resolve?: Resolve
}): LookupFunction {
  return (hostname, options, done) => {
    const find = async () => {
      const found = await resolve(hostname, options)
      const allowed = found.filter(({ address }) => isAllowed(address))
      if (allowed.length === 0) throw new NotAllowed(`${hostname} ${notAllowedTitle}.`)
      return allowed
    }
    const answer = async () => {
      const found = await find().catch((error: NodeJS.ErrnoException) => error)
      if (!Array.isArray(found)) return done(found, [])
      const [first] = found
      return options.all || !first ? done(null, found) : done(null, first.address, first.family)
    }
    void answer()
  }
}
