import { isIP } from 'node:net'
import { notAllowedTitle } from '../outgoing/allowed-lookup.ts'

const lengthMax = 2000
/** Below it stand services that a GET could be a nuisance to: mail, remote shells, printers. */
const ownPortMin = 1024

/** An address that a feed may be fetched from, as far as one can see without asking; else why not. */
export function readFeedUrl(
  text: string,
  { isAllowed }: { isAllowed: (address: string) => boolean },
): { url: URL } | { problem: string } {
  const url = URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    return { problem: 'A feed has an address that begins with http:// or https://.' }
  }
  if (url.href.length > lengthMax) {
    return { problem: `The address of a feed may have at most ${lengthMax} characters.` }
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'The address of a feed cannot have a user name or a password in it.' }
  }
  const port = url.port === '' ? null : Number(url.port)
  if (port !== null && port < ownPortMin && port !== 80 && port !== 443) {
    return { problem: `A feed is fetched from port 80, 443, or one from ${ownPortMin} on.` }
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) > 0 && !isAllowed(host)) {
    return { problem: `${host} ${notAllowedTitle}.` }
  }
  url.hash = ''
  return { url }
}
