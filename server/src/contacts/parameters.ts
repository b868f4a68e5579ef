import type { JsonValue } from '../db/schema.generated.ts'
import type { Problem } from '../errors.ts'
import type { ParameterValue } from '../lib/fold.ts'
import { parametersMax, type ParameterChanges } from '../http/parameters-reader.ts'

export type { ParameterChanges }
export type Parameters = Record<string, ParameterValue>

/** The parameters of a contact with some set and some removed; the rest stay. */
export function mergeParameters(
  known: JsonValue,
  { set, remove }: ParameterChanges,
): { parameters: Parameters; problems: Problem[] } {
  // Without a prototype, so that `__proto__` is a key like any other. What is stored was checked when it was written.
  const parameters: Parameters = Object.assign(Object.create(null), known, set)
  for (const key of remove) delete parameters[key]

  const total = Object.keys(parameters).length
  if (total <= parametersMax) return { parameters, problems: [] }
  const title = `A contact has at most ${parametersMax} custom parameters; this one would have ${total}.`
  return { parameters, problems: [{ title, field: 'custom_parameters' }] }
}
