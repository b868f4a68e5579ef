import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestSecure } from 'node:https'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'

export type SentFile = { path: string; bytes: number; fields: Record<string, string> }

export type SendOptions = {
  endpoint: URL
  key: string
  signal: AbortSignal
  onProgress: (bytes: number) => void
}

/** Sends a form with a file, from disk as fast as it is taken. Answers the status and the body. */
export async function sendFile(
  { path, bytes, fields }: SentFile,
  { endpoint, key, signal, onProgress }: SendOptions,
): Promise<{ status: number; body: string }> {
  const boundary = randomUUID()
  const head = Buffer.from(`${formFields(fields, boundary)}${fileHead(path, boundary)}`)
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  const options: RequestOptions = {
    method: 'POST',
    signal,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': head.length + bytes + tail.length,
    },
  }
  const send = endpoint.protocol === 'https:' ? requestSecure : requestPlain
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(endpoint, options, resolve)
    request.on('error', reject)
    request.write(head)
    if (bytes === 0) {
      request.end(tail)
      return
    }
    // A file that grows meanwhile is sent as long as it was said to be.
    const file = createReadStream(path, { end: bytes - 1, highWaterMark: 256 * 1024 })
    let sent = 0
    file.on('error', (error) => request.destroy(error))
    file.on('data', (piece) => onProgress((sent += piece.length)))
    file.on('end', () => request.end(tail))
    file.pipe(request, { end: false })
  })
  return { status: response.statusCode ?? 0, body: await text(response) }
}

function formFields(fields: Record<string, string>, boundary: string): string {
  return Object.entries(fields)
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('')
}

function fileHead(path: string, boundary: string): string {
  const name = basename(path)
    .replaceAll('"', '%22')
    .replaceAll(/[\r\n]/g, ' ')
  return (
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
    'content-type: application/octet-stream\r\n\r\n'
  )
}
