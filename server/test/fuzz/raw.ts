import { connect } from 'node:net'
import fc from 'fast-check'
import { damaged } from './bodies.ts'
import { hangMs } from './client.ts'
import { judgeRefusal } from './judge.ts'

// What no HTTP client would send, over bare sockets.

export type RawAttack = { title: string; bytes: Buffer; hangsUp?: boolean }
export type RawOutcome = { statuses: number[]; problem?: string }

/** The server may wait for the rest of what was begun; it is told that there is none. */
const restMs = 250

/** Sends the bytes as they are, says after a rest that this was all, and reads until the connection is closed. */
export function sendRaw(port: number, { bytes, hangsUp = false }: RawAttack): Promise<RawOutcome> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const over = (problem?: string) => {
      clearTimeout(timer)
      clearTimeout(rest)
      socket.destroy()
      resolve(
        problem === undefined ? readAnswers(Buffer.concat(pieces)) : { statuses: [], problem },
      )
    }
    const timer = setTimeout(() => over(`was not closed in ${hangMs} ms`), hangMs)
    let rest = setTimeout(() => socket.end(), restMs)
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece)
      clearTimeout(rest)
      rest = setTimeout(() => socket.end(), restMs)
    })
    // A server that refuses may close before all has been written.
    socket.on('error', () => undefined)
    socket.on('close', () => over())
    socket.on('end', () => socket.end())
    socket.write(bytes, () => {
      if (hangsUp) over()
    })
  })
}

/** The answers on one connection, each of which must keep the promises of any refusal. */
function readAnswers(bytes: Buffer): RawOutcome {
  const statuses: number[] = []
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf('\r\n\r\n', start)
    const head = bytes.toString('latin1', start, end < 0 ? undefined : end)
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0)
    if (status === 0 || end < 0) return { statuses, problem: `no HTTP: ${head.slice(0, 200)}` }
    statuses.push(status)
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)
    const isChunked = /^transfer-encoding: chunked/im.test(head)
    const bodyEnd = isChunked ? endOfChunks(bytes, end + 4) : end + 4 + length
    const text = bytes.toString('utf8', end + 4, bodyEnd)
    if (status >= 500 && status !== 503) return { statuses, problem: `${status}: ${text}` }
    // Node itself answers some without a word: no Host, an Expect that nobody knows.
    const problem = status >= 400 && length > 0 ? judgeRefusal(status, text) : undefined
    if (problem !== undefined) return { statuses, problem }
    start = bodyEnd
  }
  return { statuses }
}

function endOfChunks(bytes: Buffer, from: number): number {
  const end = bytes.indexOf('0\r\n\r\n', from)
  return end < 0 ? bytes.length : end + 5
}

type Target = { key: string; phoneToken: string; webhookPath: string }

/** Every way to misuse the protocol that we know, against a write, an upload, a phone's report and its stream. */
export function rawAttacks({ key, phoneToken, webhookPath }: Target): RawAttack[] {
  const places = [
    { line: 'POST /api/contacts HTTP/1.1', token: key, type: 'application/json' },
    { line: 'POST /api/imports HTTP/1.1', token: key, type: 'multipart/form-data; boundary=x' },
    { line: 'PATCH /api/mobile/v1/message HTTP/1.1', token: phoneToken, type: 'application/json' },
    { line: `POST ${webhookPath} HTTP/1.1`, token: 'none', type: 'application/json' },
  ]
  return [
    ...places.flatMap(({ line, token, type }) => {
      const head = [line, 'host: x', `authorization: Bearer ${token}`, `content-type: ${type}`]
      return framings.map(([title, headers, body]) => ({
        title: `${line}: ${title}`,
        bytes: Buffer.from(`${[...head, ...headers].join('\r\n')}\r\n\r\n${body}`, 'latin1'),
      }))
    }),
    ...places.flatMap(({ line, token, type }) =>
      [0, 1, 1000].map((length) => ({
        title: `${line}: hangs up after ${length} bytes`,
        bytes: Buffer.from(
          `${line}\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: ${type}\r\ncontent-length: 1000000\r\n\r\n${' '.repeat(length)}`,
        ),
        hangsUp: true,
      })),
    ),
    ...heads(key, phoneToken).map(([title, text]) => ({
      title,
      bytes: Buffer.from(text, 'latin1'),
    })),
  ]
}

const nameless =
  '--x\r\ncontent-disposition: form-data; filename="a"\r\n\r\n1\r\n--x\r\ncontent-disposition: form-data\r\n\r\n1\r\n--x--\r\n'

const framings: [string, string[], string][] = [
  ['parts without a name', [`content-length: ${nameless.length}`, 'connection: close'], nameless],
  ['a length below nothing', ['content-length: -1'], '{}'],
  ['a length that is no number', ['content-length: abc'], '{}'],
  ['a length with an exponent', ['content-length: 1e3'], '{}'],
  ['two lengths', ['content-length: 2', 'content-length: 3'], '{}'],
  ['a list of lengths', ['content-length: 2, 2'], '{}'],
  ['a length that no number holds', ['content-length: 99999999999999999999'], '{}'],
  ['a length beyond every limit', ['content-length: 9007199254740991'], '{}'],
  ['less than was promised', ['content-length: 1000'], '{"phone_number":'],
  ['more than was promised', ['content-length: 2'], '{}{}{}\r\n\r\n'],
  [
    'a length and chunks',
    ['content-length: 2', 'transfer-encoding: chunked'],
    '2\r\n{}\r\n0\r\n\r\n',
  ],
  ['chunks without end', ['transfer-encoding: chunked'], '2\r\n{}\r\n'],
  ['a chunk of no number', ['transfer-encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n'],
  ['a chunk of all memory', ['transfer-encoding: chunked'], 'FFFFFFFFFFFFFFFF\r\n{}'],
  ['a chunk below nothing', ['transfer-encoding: chunked'], '-1\r\n{}\r\n0\r\n\r\n'],
  ['a chunk with a long story', ['transfer-encoding: chunked'], `2;${'x'.repeat(20_000)}\r\n{}`],
  ['trailers', ['transfer-encoding: chunked'], '2\r\n{}\r\n0\r\nauthorization: x\r\n\r\n'],
  ['unknown encodings', ['transfer-encoding: gzip, chunked'], '2\r\n{}\r\n0\r\n\r\n'],
  ['an encoding twice', ['transfer-encoding: chunked, chunked'], '2\r\n{}\r\n0\r\n\r\n'],
  ['an unknown encoding', ['transfer-encoding: identity'], '{}'],
  ['a header that is folded', ['x-a: 1', ' 2', 'content-length: 2'], '{}'],
  ['a header with a blank in its name', ['x a: 1', 'content-length: 2'], '{}'],
  ['a NUL in a header', ['x-a: 1\x002', 'content-length: 2'], '{}'],
  ['bytes above ASCII in a header', ['x-a: \xff\xfe', 'content-length: 2'], '{}'],
  ['an expectation', ['expect: miracles', 'content-length: 2'], '{}'],
  ['an upgrade', ['connection: upgrade', 'upgrade: websocket', 'content-length: 2'], '{}'],
  ['long headers', [`x-a: ${'a'.repeat(20_000)}`, 'content-length: 2'], '{}'],
  ['many headers', Array.from({ length: 3000 }, (_, place) => `x${place}: 1`), ''],
  ['the same header often', Array.from({ length: 500 }, () => 'content-type: a'), ''],
  [
    'half a part',
    ['content-length: 60'],
    '--x\r\ncontent-disposition: form-data; name="file"; filen',
  ],
  [
    'a part without end',
    ['content-length: 71', 'connection: close'],
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\na,b\r\n1',
  ],
]

function heads(key: string, phoneToken: string): [string, string][] {
  const get = `GET /api/contacts HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\n`
  const read = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`
  return [
    ['pipelining', `${get}\r\n`.repeat(20) + `${get}connection: close\r\n\r\n`],
    ['pipelining into nonsense', `${get}\r\n${get}\r\nnonsense\r\n\r\n`],
    ['no request at all', '\r\n\r\n\r\n\r\n'],
    ['one word', 'GET'],
    ['a line without end', `GET /${'a'.repeat(100_000)}`],
    ['no host', `GET /api/contacts HTTP/1.1\r\nauthorization: Bearer ${key}\r\n\r\n`],
    ['two hosts', `${get}host: y\r\nconnection: close\r\n\r\n`],
    ['an old version', `GET /api/contacts HTTP/1.0\r\nauthorization: Bearer ${key}\r\n\r\n`],
    ['an older version', 'GET /health\r\n\r\n'],
    ['a version to come', `GET /health HTTP/9.9\r\nhost: x\r\n\r\n`],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0'],
    ['TLS', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03'],
    ['an unknown method', `BREW /health HTTP/1.1\r\nhost: x\r\n\r\n`],
    ['a method in small letters', `get /health HTTP/1.1\r\nhost: x\r\n\r\n`],
    [
      'methods that few know',
      ['PROPFIND', 'QUERY', 'TRACE', 'SEARCH']
        .map((method) => `${method} /api/contacts HTTP/1.1\r\nhost: x\r\n\r\n`)
        .join('') + read('/health'),
    ],
    ['CONNECT', 'CONNECT x:80 HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['an address with a host', read('http://elsewhere.example/api/contacts')],
    ['an address without a slash', read('api/contacts')],
    ['an address of bytes', read('/api/\xff\xfe')],
    ['an address with a fragment', read('/health#x')],
    ['a broken escape', read('/api/contacts/%zz')],
    ['an escape that is no UTF-8', read('/api/contacts/%c3%28')],
    ['slashes', read('/'.repeat(5000))],
    ['dots', read('/api/../../../../etc/passwd')],
    ['line ends of another kind', `GET /health HTTP/1.1\nhost: x\nconnection: close\n\n`],
    ['a carriage return alone', 'GET /health HTTP/1.1\rhost: x\r\r'],
    [
      'a stream that ends at once',
      `GET /api/mobile/v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${phoneToken}\r\n\r\n`,
    ],
    [
      'a stream of nobody',
      `GET /api/mobile/v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\nconnection: close\r\n\r\n`,
    ],
  ]
}

/** Requests that were right, with bytes of them changed, lost, repeated or put in. */
export function damagedRequests({ key, phoneToken }: Target): fc.Arbitrary<RawAttack> {
  const form =
    '--x\r\ncontent-disposition: form-data; name="phone_number"\r\n\r\n+447700900199\r\n--x--\r\n'
  const upload =
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nphone\r\n+447700900198\r\n--x--\r\n'
  const report = '[{"id":"1-1","state":"Sent","recipients":[{"state":"Sent"}]}]'
  const whole = (line: string, token: string, type: string, body: string) =>
    `${line} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`
  const requests = [
    whole('POST /api/contacts', key, 'multipart/form-data; boundary=x', form),
    whole('POST /api/imports', key, 'multipart/form-data; boundary=x', upload),
    whole('PATCH /api/mobile/v1/message', phoneToken, 'application/json', report),
    `GET /api/contacts?page=1&search=x HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\nconnection: close\r\n\r\n`,
  ].map((text) => Buffer.from(text))
  return fc
    .constantFrom(...requests)
    .chain(damaged)
    .map((bytes) => ({
      title: `damaged: ${JSON.stringify(bytes.toString('latin1')).slice(0, 400)}`,
      bytes,
    }))
}
