import { isAscii, isUtf8 } from 'node:buffer'
import { invalid, type AppError } from '../errors.ts'
import {
  addField,
  emptyFields,
  fieldsMax,
  refuseField,
  tooManyFields,
  type Fields,
} from './form.ts'
import { isUtf8Charset, parseHeaderValue } from './media-type.ts'

// Reads a buffered multipart/form-data that has fields only, in linear time. Our own, because stream
// parsers reach 13 to 19 thousand small forms a second. Throws an AppError where the body is broken;
// what is wrong with one field is in `problems`.
export function parseMultipart(body: Buffer, boundary: string): Fields {
  const fields = emptyFields('multipart')
  // One byte is one character here, so that positions in the text are positions in the body.
  const text = body.toString('latin1')
  const decode = decoderOf(body, text)
  const delimiter = `\r\n--${boundary}`

  let position = firstPart(text, delimiter)
  for (let count = 1; position !== undefined; count++) {
    if (count > fieldsMax) throw tooManyFields()
    const { headersEnd, valueStart } = endOfHeaders(text, position)
    // An empty value may share its line end with the headers.
    const next = findDelimiter(text, delimiter, valueStart - 2)
    if (next === undefined) {
      throw broken('The body ends before its last boundary: it was cut off on the way.')
    }
    const valueEnd = Math.max(next.start, valueStart)
    const headers = decode(position, headersEnd) ?? text.slice(position, headersEnd)
    readPart(fields, headers, () => decode(valueStart, valueEnd))
    position = next.partStart
  }
  return fields
}

type Decode = (start: number, end: number) => string | undefined

// Where a delimiter starts, with its line end, and where the part after it does: nowhere after the last.
type Delimiter = { start: number; partStart: number | undefined }

const headersLengthMax = 8192

function decoderOf(body: Buffer, text: string): Decode {
  if (isAscii(body)) return (start, end) => text.slice(start, end)
  if (isUtf8(body)) return (start, end) => body.toString('utf8', start, end)
  return (start, end) =>
    isUtf8(body.subarray(start, end)) ? body.toString('utf8', start, end) : undefined
}

// Where the first part begins, after whatever precedes its delimiter.
function firstPart(text: string, delimiter: string): number | undefined {
  const atStart = delimiter.slice(2)
  const end = text.startsWith(atStart) ? endOfDelimiter(text, atStart.length) : undefined
  const first = end ?? findDelimiter(text, delimiter, 0)
  if (first !== undefined) return first.partStart
  throw broken('The boundary that the Content-Type names does not occur in the body.')
}

function findDelimiter(text: string, delimiter: string, from: number): Delimiter | undefined {
  for (let start = text.indexOf(delimiter, from); start >= 0;) {
    const end = endOfDelimiter(text, start + delimiter.length)
    if (end !== undefined) return { start, partStart: end.partStart }
    start = text.indexOf(delimiter, start + delimiter.length)
  }
  return undefined
}

// What follows a boundary: `--` ends the body, blanks and a line end begin a part, and anything else
// shows that it was no boundary but a text that begins like it (undefined).
function endOfDelimiter(
  text: string,
  position: number,
): { partStart: number | undefined } | undefined {
  if (text.startsWith('--', position)) return { partStart: undefined }

  let end = position
  while (text[end] === ' ' || text[end] === '\t') end += 1
  return text.startsWith('\r\n', end) ? { partStart: end + 2 } : undefined
}

function endOfHeaders(text: string, start: number): { headersEnd: number; valueStart: number } {
  if (text.startsWith('\r\n', start)) return { headersEnd: start, valueStart: start + 2 }

  const end = text.indexOf('\r\n\r\n', start)
  if (end < 0)
    throw broken('The body ends within the headers of a part: it was cut off on the way.')
  if (end - start > headersLengthMax) {
    throw broken('A part of the body has headers that are too long.')
  }
  return { headersEnd: end, valueStart: end + 4 }
}

function readPart(fields: Fields, headers: string, readValue: () => string | undefined): void {
  const { disposition, contentType, transferEncoding } = readHeaders(headers)
  if (disposition === undefined) {
    throw broken('A part of the body has no Content-Disposition, so it names no field.')
  }
  const { value: kind, parameters } = parseHeaderValue(disposition)
  const name = parameters.get('name')
  if (kind !== 'form-data' || name === undefined) {
    throw broken('A part of the body has no Content-Disposition of form-data with a name.')
  }

  const field = unescapeName(name)
  const problem = partProblem({ contentType, transferEncoding })
  if (parameters.has('filename') || parameters.has('filename*')) {
    // A browser sends a file field that was left empty as a file without name and content.
    if (parameters.get('filename') === '' && readValue() === '') return
    refuseField(fields, field, 'is sent as a file, and no files are taken here: send it as a text')
  } else if (problem !== undefined) refuseField(fields, field, problem)
  else {
    const text = readValue()
    if (text === undefined) refuseField(fields, field, 'is not valid UTF-8')
    else addField(fields, field, text)
  }
}

function partProblem(headers: {
  contentType: string | undefined
  transferEncoding: string | undefined
}): string | undefined {
  const encoding = headers.transferEncoding?.trim().toLowerCase()
  if (encoding !== undefined && !['7bit', '8bit', 'binary'].includes(encoding)) {
    return 'has a Content-Transfer-Encoding that is not taken: send it as it is'
  }
  const { contentType } = headers
  const charset = contentType && parseHeaderValue(contentType).parameters.get('charset')
  return charset && !isUtf8Charset(charset)
    ? 'is in a charset that is not taken: send UTF-8'
    : undefined
}

type PartHeaders = {
  disposition: string | undefined
  contentType: string | undefined
  transferEncoding: string | undefined
}

function readHeaders(headers: string): PartHeaders {
  const read: PartHeaders = {
    disposition: undefined,
    contentType: undefined,
    transferEncoding: undefined,
  }
  // A line that begins with a blank goes on with the line before it.
  const lines = headers.includes('\r\n')
    ? headers.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
    : [headers]
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon < 0) throw broken('A part of the body has a header line without a colon.')
    const value = line.slice(colon + 1)
    const name = line.slice(0, colon).trim().toLowerCase()
    if (name === 'content-disposition') read.disposition ??= value
    else if (name === 'content-type') read.contentType ??= value
    else if (name === 'content-transfer-encoding') read.transferEncoding ??= value
  }
  return read
}

const escapedInNames = new Map([
  ['%22', '"'],
  ['%0D', '\r'],
  ['%0A', '\n'],
])

// Browsers and newer curls write these three in a name so, others with a backslash.
function unescapeName(name: string): string {
  if (!name.includes('%')) return name
  return name.replace(/%22|%0D|%0A/g, (escaped) => escapedInNames.get(escaped) ?? escaped)
}

function broken(title: string): AppError {
  return invalid([{ title }])
}
