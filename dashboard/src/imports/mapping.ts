import type { Import } from './queries.ts'
import { importWords } from '../words/imports.ts'

// What each column of a file becomes, as somebody chooses it.

export type Target =
  | 'phone_number'
  | 'name'
  | 'has_opted_out'
  | `custom_parameters.${string}`
  | null
export type Mapping = Record<string, Target>

const prefix = 'custom_parameters.'

/** What the import has, else what its columns are taken for. */
export function mappingOf({ mapping, columns }: Pick<Import, 'mapping' | 'columns'>): Mapping {
  const given = mapping as Mapping | null
  return Object.fromEntries(
    columns.map(({ name, guess }) => [
      name,
      // Made by the API, in this shape.
      given === null ? (guess as Target) : (given[name] ?? null),
    ]),
  )
}

export function keyOf(target: Target): string | undefined {
  return target?.startsWith(prefix) ? target.slice(prefix.length) : undefined
}

export function fieldTarget(key: string): Target {
  return `${prefix}${key}` as Target
}

/** What the API would refuse, said before it is asked. */
export function problemOf(mapping: Mapping): string | undefined {
  const first = new Map<string, string>()
  for (const [column, target] of Object.entries(mapping)) {
    if (target === null) continue
    const other = first.get(target)
    if (other !== undefined)
      return importWords.taken({ first: other, second: column, what: nameOf(target) })
    first.set(target, column)
  }
  return first.has('phone_number') ? undefined : importWords.needsNumber
}

function nameOf(target: string): string {
  if (target === 'phone_number') return importWords.phoneNumber
  if (target === 'name') return importWords.name
  if (target === 'has_opted_out') return importWords.hasOptedOut
  return target.slice(prefix.length)
}
