import { invalid, unsupportedType } from '../errors.ts'

// A header value such as `form-data; name="content"`: the part before the first semicolon in lower
// case, and the parameters by their names in lower case. The first of two with one name counts.
export type HeaderValue = { value: string; parameters: Map<string, string> }

export type FormType =
  | { encoding: 'multipart'; boundary: string }
  | { encoding: 'urlencoded' }
  | { encoding: 'json' }

// What the body is by its Content-Type. Throws the 415, or the 400 for a multipart without boundary.
export function readFormType(contentType: string | undefined): FormType {
  if (contentType === undefined || contentType.trim() === '') throw unsupported('no Content-Type')

  const { value, parameters } = parseHeaderValue(contentType)
  const charset = parameters.get('charset')
  if (charset !== undefined && !isUtf8Charset(charset)) {
    throw unsupportedType(`The charset ${short(charset)} is not taken: send UTF-8.`)
  }
  if (value === 'application/json') return { encoding: 'json' }
  if (value === 'application/x-www-form-urlencoded') return { encoding: 'urlencoded' }
  if (value === 'multipart/form-data') {
    return { encoding: 'multipart', boundary: readBoundary(parameters.get('boundary')) }
  }
  throw unsupported(`the Content-Type ${short(value)}`)
}

export function isUtf8Charset(charset: string): boolean {
  return /^(?:utf-?8|us-ascii|ascii)$/i.test(charset.trim())
}

// Never fails: what has no form of a parameter is passed over. Takes linear time.
export function parseHeaderValue(text: string): HeaderValue {
  const parameters = new Map<string, string>()
  const first = text.indexOf(';')
  const value = (first < 0 ? text : text.slice(0, first)).trim().toLowerCase()

  let position = first < 0 ? text.length : first + 1
  while (position < text.length) {
    const equals = text.indexOf('=', position)
    if (equals < 0) break
    const semicolon = text.indexOf(';', position)
    if (semicolon >= 0 && semicolon < equals) {
      position = semicolon + 1
      continue
    }
    const name = text.slice(position, equals).trim().toLowerCase()
    const read = readParameterText(text, equals + 1)
    if (!parameters.has(name)) parameters.set(name, read.value)
    position = read.end
  }
  return { value, parameters }
}

// RFC 2046 allows 70.
const boundaryLengthMax = 70

function readBoundary(boundary: string | undefined): string {
  if (boundary === undefined || boundary === '') {
    throw invalid([{ title: 'The Content-Type names no boundary, so the body cannot be read.' }])
  }
  if (boundary.length > boundaryLengthMax || !/^[\x20-\x7e]*[\x21-\x7e]$/.test(boundary)) {
    throw invalid([
      {
        title: `The boundary in the Content-Type is not one of 1 to ${boundaryLengthMax} characters.`,
      },
    ])
  }
  return boundary
}

// The value that begins here, quoted or not, and where the next parameter begins.
function readParameterText(text: string, start: number): { value: string; end: number } {
  let position = start
  while (text[position] === ' ' || text[position] === '\t') position += 1
  if (text[position] !== '"') {
    const semicolon = text.indexOf(';', position)
    const end = semicolon < 0 ? text.length : semicolon
    return { value: text.slice(position, end).trim(), end: end + 1 }
  }

  let value = ''
  position += 1
  let piece = position
  while (position < text.length && text[position] !== '"') {
    if (text[position] === '\\' && (text[position + 1] === '"' || text[position + 1] === '\\')) {
      value += text.slice(piece, position)
      piece = position + 1
      position += 1
    }
    position += 1
  }
  value += text.slice(piece, position)
  const semicolon = text.indexOf(';', position)
  return { value, end: semicolon < 0 ? text.length : semicolon + 1 }
}

function unsupported(what: string) {
  return unsupportedType(
    `A body with ${what} is not taken here: send multipart/form-data, ` +
      'application/x-www-form-urlencoded or application/json.',
  )
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
