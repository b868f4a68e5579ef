import { prefixesByTimezones } from './number-timezones.generated.ts'

// In which time zones a number may lie, by the longest beginning of it that is known.

const prefixMax = 9

/**
 * The zones that a number in E.164 leaves open: one for most, several where its beginning belongs to more than one, with
 * the one first in which most people live. None for numbers of no country.
 */
export function timezonesOfNumber(number: string): readonly string[] {
  if (!number.startsWith('+')) return none
  for (let length = Math.min(prefixMax, number.length - 1); length > 0; length -= 1) {
    const zones = zonesByPrefix.get(number.slice(1, 1 + length))
    if (zones !== undefined) return zones
  }
  return none
}

const none: readonly string[] = []

const zonesByPrefix = new Map(
  Object.entries(prefixesByTimezones).flatMap(([zones, prefixes]) => {
    const list = zones.split('&')
    return prefixes.split(' ').map((prefix) => [prefix, list] as const)
  }),
)
