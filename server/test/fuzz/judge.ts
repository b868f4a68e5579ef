import { Compile } from 'typebox/schema'
import type { Schema } from '../../src/manual/read-routes.ts'
import { hangMs, type Outcome } from './client.ts'

type Validator = {
  Errors: (value: unknown) => [boolean, { message: string; instancePath: string }[]]
}
const validators = new WeakMap<Schema, Validator>()

/** What is wrong with an answer; undefined for one that keeps every promise. */
export function judge(outcome: Outcome, answer: Schema | undefined): string | undefined {
  const { status, headers, text, ms, lost } = outcome
  if (lost !== undefined) return `no answer: ${lost}`
  if (ms > hangMs) return `took ${ms} ms`
  if ((status === 429 || status === 503) && !/^\d+$/.test(headers['retry-after'] ?? ''))
    return `${status} without Retry-After`
  if (status >= 500 && status !== 503) return `${status}: ${text.slice(0, 300)}`
  if (status >= 400) return judgeRefusal(status, text)
  if (status < 200 || status >= 300) return `${status} is no answer of ours`
  // Some routes answer a file as well, whose lines nobody describes.
  const isFile = headers['content-type']?.startsWith('text/csv') === true
  return answer && !isFile ? judgeAnswer(text, answer) : undefined
}

/** The shape that every refusal has. */
export function judgeRefusal(status: number, text: string): string | undefined {
  const { errors } = (parse(text) ?? {}) as { errors?: unknown }
  if (!Array.isArray(errors) || errors.length === 0)
    return `${status} without errors: ${text.slice(0, 300)}`
  // Looked at one by one.
  const isWhole = errors.every((error: { title?: unknown; status?: unknown; code?: unknown }) => {
    const { title, code } = error
    return (
      typeof title === 'string' &&
      title !== '' &&
      error.status === status &&
      typeof code === 'string'
    )
  })
  return isWhole ? undefined : `${status} in another shape: ${text.slice(0, 300)}`
}

function judgeAnswer(text: string, schema: Schema): string | undefined {
  const value = parse(text)
  if (value === undefined) return `no JSON: ${text.slice(0, 300)}`
  let validator = validators.get(schema)
  if (!validator) {
    // The document's schemas are plain JSON Schema.
    validator = Compile(schema as object) as unknown as Validator
    validators.set(schema, validator)
  }
  const [isRight, problems] = validator.Errors(value)
  if (isRight) return undefined
  const [first] = problems
  return `not as described: ${first?.instancePath} ${first?.message}: ${text.slice(0, 300)}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
