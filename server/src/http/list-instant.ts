import type { Problem } from '../errors.ts'
import { readDatetime } from '../lib/datetime.ts'

/** A bound of a list: a datetime as the API writes it, ISO 8601 with an offset, or a bare date. */
export function readInstant(
  field: string,
  text: string | undefined,
  problems: Problem[],
): Date | undefined {
  if (text === undefined) return undefined
  // In a query string an unescaped + arrives as a blank before the offset.
  const written = readDatetime(text.replace(/(T\S*) (\d\d:?\d\d)$/i, '$1+$2'))
  if (written && (written.has_seconds || !written.has_time || written.has_offset))
    return new Date(Math.floor(written.date.getTime() / 1000) * 1000)
  problems.push({
    title: `${field} must be a datetime such as 2025-10-29 03:28:34 (UTC), or ISO 8601 with an offset.`,
    field,
  })
  return undefined
}
