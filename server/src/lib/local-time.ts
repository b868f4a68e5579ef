// Clocks of time zones, by the rules that Node brings along. A local time is written as the milliseconds that it would
// be in UTC.

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Offsets change at whole quarters of an hour only, so that is how finely they are remembered. */
const quarterMs = 15 * minuteMs
const rememberedMax = 50_000

type Zone = { format: Intl.DateTimeFormat; offsets: Map<number, number> }

const zones = new Map<string, Zone>()

/** How far the clock of a zone is ahead of UTC at a moment, in milliseconds. */
export function offsetAt(timezone: string, at: number): number {
  const zone = zoneOf(timezone)
  const quarter = Math.floor(at / quarterMs)
  const known = zone.offsets.get(quarter)
  if (known !== undefined) return known
  if (zone.offsets.size >= rememberedMax) zone.offsets.clear()
  const offset = readOffset(zone.format, quarter * quarterMs)
  zone.offsets.set(quarter, offset)
  return offset
}

/** What the clock of a zone shows at a moment. */
export function localAt(timezone: string, at: number): number {
  return at + offsetAt(timezone, at)
}

/**
 * The next moment after another one at which the clock of a zone shows a minute of the day (0 to 1439). On a day without
 * that minute, since the clock is put forward over it, the first moment behind it.
 */
export function nextMinuteOfDay(timezone: string, after: number, minute: number): number {
  const day = Math.floor(localAt(timezone, after) / dayMs) * dayMs
  // Yesterday's too: the clock may have been put back over midnight.
  for (const days of [-1, 0, 1, 2]) {
    const moment = momentsOf(timezone, day + days * dayMs + minute * minuteMs).find(
      (one) => one > after,
    )
    if (moment !== undefined) return moment
  }
  throw new Error(`the clock of ${timezone} stands still`)
}

/** The name of a zone as the rules have it, or undefined. An offset such as +02:00 is no zone: it knows no summer. */
export function readTimezone(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name) || name.length > 64) return undefined
  const known = readNames.get(name)
  if (known !== undefined) return known ?? undefined
  const read = resolve(name)
  if (readNames.size >= rememberedMax) readNames.clear()
  readNames.set(name, read ?? null)
  return read
}

/** Contacts bring the same few names along, and asking for one costs 30 µs. */
const readNames = new Map<string, string | null>()

function resolve(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** The moments at which a clock shows a local time: mostly one, two in the hour that comes twice. */
function momentsOf(timezone: string, local: number): number[] {
  const around = local - offsetAt(timezone, local)
  const offsets = new Set([offsetAt(timezone, around - dayMs), offsetAt(timezone, around + dayMs)])
  const candidates = [...offsets].map((offset) => local - offset).toSorted((a, b) => a - b)
  const moments = candidates.filter((moment) => localAt(timezone, moment) === local)
  if (moments.length > 0) return moments
  // It was skipped: on to where the clock has passed it.
  let moment = Math.floor((candidates[0] ?? around) / quarterMs) * quarterMs
  while (localAt(timezone, moment) < local) moment += quarterMs
  return [moment]
}

function zoneOf(timezone: string): Zone {
  const known = zones.get(timezone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' })
  const zone = { format, offsets: new Map<number, number>() }
  zones.set(timezone, zone)
  return zone
}

/** `GMT`, `GMT+05:30` or `GMT-03:00`. */
function readOffset(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteMs
  return sign === '-' ? -ahead : ahead
}
