import { Type } from 'typebox'
import { readParameterValue, type ParameterValue } from '../lib/fold.ts'
import { textProblem } from '../lib/text-rules.ts'
import { lengthProblem, quoted } from './field-readers.ts'
import { isAbsent, type Given, type Reader } from './fields.ts'
import { readJson, rows } from './list-readers.ts'

// What a body says of custom parameters: keys to set, and keys whose value was empty.
export type ParameterChanges = { set: Record<string, ParameterValue>; remove: string[] }

// A contact as a whole may have no more; one body may not give more either.
export const parametersMax = 100
export const parameterKeyMax = 64
export const parameterValueMax = 1000

// `custom_parameters` as an object, or `custom_parameter_key[i]` with `custom_parameter_value[i]`.
export function parameters(): Reader<ParameterChanges> {
  return {
    schema: Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
      { description: 'Keys and values of your own. An empty value removes its key on an update.' },
    ),
    others: {
      [keyField]: Type.Array(Type.String(), {
        description: `In a form: \`${keyField}[0]\` and so on`,
      }),
      [valueField]: Type.Array(Type.String(), { description: 'The values, by the same indexes' }),
    },
    read: (given) => {
      const hasRows = [keyField, valueField].some((name) => !isAbsent(given.values.get(name)))
      if (isAbsent(given.value)) return readRows(given)
      if (hasRows)
        return given.refuse(`cannot be given together with ${keyField} and ${valueField}`)
      return readObject(given)
    },
  }
}

// What is wrong with a key or a value, as the rest of a sentence; null when nothing is.
export function parameterKeyProblem(key: string): string | null {
  return textProblem(key) ?? lengthProblem(key, 1, parameterKeyMax)
}

export function parameterValueProblem(value: ParameterValue): string | null {
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : 'is a number that is too large'
  if (typeof value !== 'string') return null
  return textProblem(value) ?? lengthProblem(value, 0, parameterValueMax)
}

const keyField = 'custom_parameter_key'
const valueField = 'custom_parameter_value'

const pairs = rows(
  { key: { field: keyField }, value: { field: valueField, takesEmpty: true } },
  { max: parametersMax },
)

function readRows(given: Given): ParameterChanges | undefined {
  const changes = new Changes(given)
  for (const { key, value } of pairs.read(given) ?? []) {
    changes.add(key, value === '' ? null : readParameterValue(value))
  }
  return changes.all()
}

function readObject(given: Given): ParameterChanges | undefined {
  const value = readJson(given)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value === undefined ? undefined : given.refuse('must be an object of keys and values')
  }
  const entries = Object.entries(value)
  if (entries.length > parametersMax) {
    return given.refuse(`may have at most ${parametersMax} keys`)
  }
  const changes = new Changes(given)
  for (const [key, inner] of entries) changes.add(key, inner === '' ? null : inner)
  return changes.all()
}

class Changes {
  readonly #given: Given
  readonly #values = new Map<string, ParameterValue | null>()

  constructor(given: Given) {
    this.#given = given
  }

  add(key: string, value: unknown): void {
    const { name, refuse } = this.#given
    const keyProblem = parameterKeyProblem(key)
    const field = `${name}.${keyProblem === null ? key : quoted(key)}`
    if (keyProblem !== null) refuse(`has the key ${quoted(key)}, which ${keyProblem}`)
    else if (value !== null && !isParameterValue(value)) {
      refuse('must be a text, a number or a boolean', field)
    } else if (value !== null && parameterValueProblem(value) !== null) {
      refuse(parameterValueProblem(value) ?? '', field)
    } else if (this.#values.has(key) && this.#values.get(key) !== value) {
      refuse(`has the key ${quoted(key)} twice, with two different values`)
    } else this.#values.set(key, value)
  }

  all(): ParameterChanges {
    // Without a prototype, so that `__proto__` is a key like any other.
    const set: Record<string, ParameterValue> = Object.create(null)
    const remove: string[] = []
    for (const [key, value] of this.#values) {
      if (value === null) remove.push(key)
      else set[key] = value
    }
    return { set, remove }
  }
}

function isParameterValue(value: unknown): value is ParameterValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
