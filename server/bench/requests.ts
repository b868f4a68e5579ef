// Requests as the text that goes over the wire.

type Head = { method: string; path: string; token: string; headers?: string }

/** What the app calls itself: a version that knows every feature. */
const appAgent = 'User-Agent: me.capcom.smsgateway/1.71.0\r\n'
const boundary = '------------------------benchBenchBench012345'

export function get(head: Omit<Head, 'method'>): string {
  return `${start({ ...head, method: 'GET' })}\r\n`
}

export function withJson(head: Head, value: unknown): string {
  return withText(head, JSON.stringify(value))
}

/** JSON that has been written already, so that it can be signed. */
export function withText(head: Head, body: string): string {
  const length = Buffer.byteLength(body)
  return `${start(head)}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`
}

/** A form as curl's --form sends it. The values are ASCII. */
export function withForm(head: Head, fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = `${parts.join('')}--${boundary}--\r\n`
  const type = `Content-Type: multipart/form-data; boundary=${boundary}`
  return `${start(head)}${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`
}

/** What a phone asks: the same with the app's name on it. */
export const asApp = <H extends Omit<Head, 'method'>>(head: H): H & { headers: string } => ({
  ...head,
  path: `/api/mobile/v1${head.path}`,
  headers: appAgent,
})

function start({ method, path, token, headers = '' }: Head): string {
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\nAuthorization: Bearer ${token}\r\n${headers}`
}
