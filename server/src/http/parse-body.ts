import { isAscii, isUtf8 } from 'node:buffer'
import { invalid } from '../errors.ts'
import {
  addField,
  emptyFields,
  fieldsMax,
  refuseField,
  tooManyFields,
  type Fields,
} from './form.ts'
import type { FormType } from './media-type.ts'
import { parseMultipart } from './multipart.ts'

// Throws an AppError where the body as a whole cannot be read; what is wrong with one field is in
// `problems`. An empty body has no fields.
export function parseBody(type: FormType, body: Buffer): Fields {
  if (body.length === 0) return emptyFields(type.encoding)
  switch (type.encoding) {
    case 'multipart':
      return parseMultipart(body, type.boundary)
    case 'urlencoded':
      return parseUrlencoded(body)
    case 'json':
      return parseJson(body)
  }
}

export function parseUrlencoded(body: Buffer): Fields {
  const fields = emptyFields('urlencoded')
  const text = body.toString('latin1')
  const isPlain = isAscii(body)
  let count = 0

  for (let start = 0; start < text.length;) {
    const ampersand = text.indexOf('&', start)
    const end = ampersand < 0 ? text.length : ampersand
    if (end > start) {
      count += 1
      if (count > fieldsMax) throw tooManyFields()
      addPair(fields, text.slice(start, end), isPlain)
    }
    start = end + 1
  }
  return fields
}

export function parseJson(body: Buffer): Fields {
  if (!isUtf8(body)) throw invalid([{ title: 'The body is not valid UTF-8.' }])

  const value = parseJsonText(body.toString().replace(/^\ufeff/, ''))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid([{ title: 'The body must be a JSON object, with the fields as its keys.' }])
  }
  const fields = emptyFields('json')
  for (const [name, inner] of Object.entries(value)) addField(fields, name, inner)
  return fields
}

// JSON of bounded depth. A number that a double cannot hold stays the text that was written, so that
// no digit is lost unseen.
export function parseJsonText(text: string): unknown {
  refuseHugeJson(text)
  try {
    return longDigits.test(text) ? JSON.parse(text, keepLongNumber) : JSON.parse(text)
  } catch (error) {
    const place = /\(line \d+ column \d+\)/.exec(error instanceof Error ? error.message : '')
    throw invalid([{ title: `This is not valid JSON${place === null ? '' : ` ${place[0]}`}.` }])
  }
}

const jsonDepthMax = 32
/** A list of a million ids or numbers fits, with all that may stand beside it. */
const jsonValuesMax = 1_100_000
/** Rows, settings: lists and objects cost far more than texts, 11 million empty ones 1.3 GB. */
const jsonGroupsMax = 100_000
const longDigits = /[0-9.]{16}/

const codes = {
  blank: 0x20,
  quote: 0x22,
  percent: 0x25,
  plus: 0x2b,
  comma: 0x2c,
  bracket: 0x5b,
  backslash: 0x5c,
  closingBracket: 0x5d,
  brace: 0x7b,
  closingBrace: 0x7d,
}

function addPair(fields: Fields, pair: string, isPlain: boolean): void {
  const equals = pair.indexOf('=')
  const rawName = equals < 0 ? pair : pair.slice(0, equals)
  const name = decode(rawName, isPlain) ?? rawName
  const value = equals < 0 ? '' : decode(pair.slice(equals + 1), isPlain)
  if (value === undefined) refuseField(fields, name, 'is not valid UTF-8')
  else addField(fields, name, value)
}

// Undefined where the bytes are not UTF-8. A % that escapes nothing stands for itself.
function decode(piece: string, isPlain: boolean): string | undefined {
  const isEscaped = piece.includes('%') || piece.includes('+')
  if (!isEscaped && isPlain) return piece

  const bytes = Buffer.from(piece, 'latin1')
  const decoded = isEscaped ? bytes.subarray(0, unescapeInto(bytes)) : bytes
  return isUtf8(decoded) ? decoded.toString() : undefined
}

// Replaces + and %XX in place, and answers the new length.
function unescapeInto(bytes: Buffer): number {
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    const high = byte === codes.percent ? hexDigit(bytes[i + 1]) : -1
    const low = high < 0 ? -1 : hexDigit(bytes[i + 2])
    if (low < 0) bytes[length] = byte === codes.plus ? codes.blank : byte
    else {
      bytes[length] = high * 16 + low
      i += 2
    }
    length += 1
  }
  return length
}

function hexDigit(code: number | undefined): number {
  if (code === undefined) return -1
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1
}

// The third argument of a reviver is newer than the types of the language.
function keepLongNumber(_: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  if (typeof value !== 'number' || source === undefined || source.length < 16) return value
  return String(value) === source ? value : source
}

// Counted before it is parsed: 32 MiB of opening brackets kept the parser busy for 4 seconds.
function refuseHugeJson(text: string): void {
  const isObject = /^\s*\{/.test(text)
  let depth = 0
  let fields = 1
  let values = 1
  let groups = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === codes.quote) i = endOfString(text, i)
    else if (code === codes.bracket || code === codes.brace) {
      depth += 1
      groups += 1
      if (depth > jsonDepthMax) {
        throw invalid([{ title: `The JSON is nested more than ${jsonDepthMax} levels deep.` }])
      }
      if (groups > jsonGroupsMax) {
        throw invalid([{ title: `The JSON has more than ${jsonGroupsMax} lists and objects.` }])
      }
    } else if (code === codes.closingBracket || code === codes.closingBrace) depth -= 1
    else if (code === codes.comma) {
      values += 1
      if (values > jsonValuesMax) {
        throw invalid([{ title: `The JSON has more than ${jsonValuesMax} values.` }])
      }
      if (depth !== 1 || !isObject) continue
      fields += 1
      if (fields > fieldsMax) throw tooManyFields()
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === codes.backslash) backslashes += 1
    if (backslashes % 2 === 0) return end
  }
  return text.length
}
