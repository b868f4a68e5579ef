import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { invalid, tooLarge, unsupportedType, type AppError } from '../errors.ts'
import { mebibyte } from '../http/body.ts'
import { addField, emptyFields, refuseField, tooManyFields, type Fields } from '../http/form.ts'
import { parseHeaderValue, readFormType } from '../http/media-type.ts'

/** The form of an import beside its file. What is wrong with the file is among its problems. */
export type Upload = { fields: Fields; has_file: boolean }

/** Takes the file as it comes in, and reads it to its end. */
export type TakeFile = (file: AsyncIterable<Buffer>, fileName: string | null) => Promise<void>

const fileField = 'file'
const limits = { fields: 100, parts: 200, fieldSize: mebibyte, headerPairs: 50 }

/** What a body must be for its file to be read at all; a refusal comes before anything of it is read. */
export function checkUploadType(request: FastifyRequest, fileBytesMax: number): void {
  // The form around the file takes little.
  const bytesMax = fileBytesMax + mebibyte
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw fileTooLarge(fileBytesMax)
  const type = request.headers['content-type'] ?? ''
  if (parseHeaderValue(type).value !== 'multipart/form-data') {
    throw unsupportedType(
      'An import is sent as multipart/form-data, with the CSV or JSON Lines in the file `file`: ' +
        'curl -F file=@contacts.csv',
    )
  }
  readFormType(type)
}

export function fileTooLarge(fileBytesMax: number): AppError {
  return tooLarge(
    `The file is larger than ${Math.floor(fileBytesMax / mebibyte)} MiB, the most that is taken here.`,
  )
}

/** Reads a form with one file in it, which `takeFile` is given while the body is still arriving. */
export async function readUpload(
  request: FastifyRequest,
  body: Readable,
  takeFile: TakeFile,
): Promise<Upload> {
  const fields = emptyFields('multipart')
  const taken: { file?: BusboyFileStream; done?: Promise<void> } = {}
  // The type has been checked, so it is there.
  const type = request.headers['content-type'] ?? ''
  const parser = new Busboy({ headers: { 'content-type': type }, limits })
  try {
    await new Promise<void>((resolve, reject) => {
      // Of a part without a name the types of the parser know nothing.
      parser.on('field', (name: string | undefined, value, _isNameCut, isCut) => {
        if (name === undefined) reject(cutOff(nameless))
        else addText(fields, { name, value, isCut })
      })
      parser.on('file', (name: string | undefined, file, fileName) => {
        // Its own error is also the parser's.
        file.on('error', () => undefined)
        if (name === undefined) {
          file.resume()
          reject(cutOff(nameless))
          return
        }
        if (name !== fileField || taken.file) {
          refuseFile(fields, name, file, fileName)
          return
        }
        taken.file = file
        taken.done = takeFile(file, fileName === '' ? null : fileName)
        taken.done.catch(reject)
      })
      for (const limit of ['fieldsLimit', 'partsLimit'] as const) {
        parser.on(limit, () => reject(tooManyFields()))
      }
      parser.on('error', () => reject(cutOff(broken)))
      parser.on('finish', resolve)
      body.on('error', () => reject(cutOff(brokenOff)))
      body.on('close', () => {
        if (!body.readableEnded) reject(cutOff(brokenOff))
      })
      body.pipe(parser)
    })
  } catch (error) {
    body.unpipe(parser)
    if (!taken.file?.readableEnded) taken.file?.destroy(error instanceof Error ? error : undefined)
    // Who stopped taking the file has the better reason.
    await taken.done
    throw error
  }
  await taken.done
  return { fields, has_file: taken.file !== undefined }
}

const broken =
  'The body ends before its last boundary, or is no multipart: it was cut off on the way.'
const nameless = 'A part of the body has no Content-Disposition of form-data with a name.'
const brokenOff = 'The connection ended before the whole body had arrived.'

function addText(fields: Fields, field: { name: string; value: string; isCut: boolean }): void {
  const { name, value, isCut } = field
  if (name === fileField) {
    refuseField(
      fields,
      name,
      'is sent as a text: send it as a file, with a file name (curl -F file=@contacts.csv)',
    )
  } else if (isCut) refuseField(fields, name, 'is too long')
  // What is not UTF-8 has been replaced by this mark.
  else if (value.includes('\ufffd')) refuseField(fields, name, 'is not valid UTF-8')
  else addField(fields, name, value)
}

function refuseFile(fields: Fields, name: string, file: BusboyFileStream, fileName: string): void {
  file.resume()
  if (name === fileField)
    refuseField(fields, name, 'is sent more than once: import one file at a time')
  // A browser sends a file field that was left empty as a file without name.
  else if (fileName !== '')
    refuseField(fields, name, 'is sent as a file, and the only file here is `file`')
}

function cutOff(title: string): AppError {
  return invalid([{ title }])
}
