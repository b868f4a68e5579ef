import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { answerWith, rssOf, useFeedServer } from '../../test/feed-server.ts'
import { AppError } from '../errors.ts'
import { fetchFeed, type FetchOptions } from './fetch-feed.ts'
import { isPublicAddress } from '../outgoing/public-address.ts'

const feeds = useFeedServer()
const feed = rssOf([{ guid: '1', title: 'One' }])

/** Of the machine itself the server's address only. */
const isAllowed = (address: string) => address === '127.0.0.1' || isPublicAddress(address)
const fetch = (path: string, options: Partial<FetchOptions> = {}) =>
  fetchFeed({ url: path.startsWith('/') ? feeds.url + path : path, isAllowed, ...options })
const text = async (path: string, options: Partial<FetchOptions> = {}) => {
  const fetched = await fetch(path, options)
  return fetched.isChanged ? new TextDecoder().decode(fetched.bytes) : 'not changed'
}
const refusal = async (path: string, options: Partial<FetchOptions> = {}) => {
  const error = await fetch(path, options).then(
    () => 'fetched',
    (reason: unknown) => reason,
  )
  return error instanceof AppError ? `${error.problems[0]?.field}: ${error.message}` : error
}

describe('an answer', () => {
  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('that is packed with %s is unpacked', async (encoding, pack) => {
    feeds.answers.set('/', answerWith(pack(Buffer.from(feed)), { 'content-encoding': encoding }))

    expect(await text('/')).toBe(feed)
    expect(feeds.requests[0]?.headers['accept-encoding']).toContain(encoding)
  })

  test('with a version is asked for by it, and need not be sent again', async () => {
    const version = { etag: '"v1"', 'last-modified': 'Sat, 21 Nov 2026 10:00:00 GMT' }
    feeds.answers.set('/', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"'
      response.writeHead(isKnown ? 304 : 200, version).end(isKnown ? undefined : feed)
    })
    const first = await fetch('/')
    expect(first).toMatchObject({ etag: '"v1"', last_modified: version['last-modified'] })

    const known = { etag: '"v1"', last_modified: version['last-modified'] }

    expect(await text('/', { known })).toBe('not changed')
    expect(feeds.requests[1]?.headers['if-modified-since']).toBe(version['last-modified'])
  })

  test('that nobody asked a version of is not taken as unchanged', async () => {
    feeds.answers.set('/', answerWith('', {}, 304))

    expect(await refusal('/')).toBe('rss_url: The feed answered 304.')
  })

  test.each([404, 410, 403, 500, 503])('of %i is said', async (status) => {
    feeds.answers.set('/', answerWith('', {}, status))

    expect(await refusal('/')).toBe(`rss_url: The feed answered ${status}.`)
  })

  test('that is packed in an odd way, or broken, is said', async () => {
    feeds.answers.set('/odd', answerWith('x', { 'content-encoding': 'zip' }))
    feeds.answers.set('/broken', answerWith('no gzip', { 'content-encoding': 'gzip' }))

    expect(await refusal('/odd')).toContain('packed in a way')
    expect(await refusal('/broken')).toContain('cannot be unpacked')
  })

  test('that breaks off is no feed', async () => {
    feeds.answers.set('/', (_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('<rss')
      setImmediate(() => response.destroy())
    })

    expect(await refusal('/')).toContain('broke off')
  })
})

describe('limits', () => {
  test('more than 5 MB is not read, packed or not', async () => {
    const sixMegabytes = Buffer.alloc(6 * 1024 * 1024, 0x20)
    feeds.answers.set('/plain', answerWith(sixMegabytes))
    feeds.answers.set('/packed', answerWith(gzipSync(sixMegabytes), { 'content-encoding': 'gzip' }))

    expect(await refusal('/plain')).toBe('rss_url: The feed is larger than 5 MB.')
    expect(await refusal('/packed')).toBe('rss_url: The feed is larger than 5 MB.')
  })

  test('a small answer that unpacks to many megabytes costs no memory', async () => {
    const megabyte = Buffer.alloc(1024 * 1024)
    const bomb = brotliCompressSync(Buffer.concat(Array.from({ length: 40 }, () => megabyte)))
    expect(bomb.length).toBeLessThan(1000)
    feeds.answers.set('/', answerWith(bomb, { 'content-encoding': 'br' }))
    const before = process.memoryUsage().rss

    expect(await refusal('/')).toContain('larger than 5 MB')
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024)
  })

  test('an endless body is broken off', async () => {
    feeds.answers.set('/', (_, response) => {
      const write = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', write)
      write()
    })

    expect(await refusal('/')).toContain('larger than 5 MB')
  })

  test.each([
    ['says nothing', () => undefined],
    [
      'comes drop by drop',
      (response: { write: (text: string) => unknown }) => {
        const timer = setInterval(() => response.write('<'), 10)
        timer.unref()
      },
    ],
  ])('a server that %s is given up in time', async (_, answer) => {
    feeds.answers.set('/', (_request, response) => {
      answer(response)
    })
    const limits = { bytes: 5 * 1024 * 1024, milliseconds: 300 }

    expect(await refusal('/', { limits })).toBe(
      'rss_url: The feed did not answer whole within 0.3 seconds.',
    )
  })

  test('the end of the process is not waited for', async () => {
    feeds.answers.set('/', () => undefined)
    const stop = new AbortController()
    const waiting = refusal('/', { signal: stop.signal })
    stop.abort()

    expect(await waiting).toContain('broke off')
  })
})

describe('another address', () => {
  test('is gone to, also when it is relative', async () => {
    feeds.answers.set('/old', answerWith('', { location: '/new?x=1#part' }, 301))
    feeds.answers.set('/new?x=1', answerWith('', { location: `${feeds.url}/last` }, 307))
    feeds.answers.set('/last', answerWith(feed))

    expect(await fetch('/old')).toMatchObject({ address: `${feeds.url}/last` })
  })

  test('that leads on and on is given up', async () => {
    feeds.answers.set('/', answerWith('', { location: '/' }, 302))

    expect(await refusal('/')).toContain('more than 5 times')
    expect(feeds.requests).toHaveLength(6)
  })

  test.each([
    ['http://127.0.0.2/'],
    ['http://10.0.0.1/'],
    ['http://[::1]/'],
    ['http://169.254.169.254/latest/meta-data'],
    ['http://192.168.1.1:8080/'],
    ['http://[::ffff:127.0.0.1]/'],
    ['http://0x7f000002/'],
  ])('inside, %s, is refused', async (location) => {
    feeds.answers.set('/', answerWith('', { location }, 302))

    expect(await refusal('/')).toMatch(/leads to another address: .* private network/)
  })

  test.each(['file:///etc/passwd', 'ftp://e.org/', 'javascript:alert(1)', 'http://e.org:25/'])(
    '%s is refused',
    async (location) => {
      feeds.answers.set('/', answerWith('', { location }, 302))

      expect(await refusal('/')).toMatch(/leads to another address: A feed /)
    },
  )

  test('without a place to go is said', async () => {
    feeds.answers.set('/', answerWith('', {}, 301))

    expect(await refusal('/')).toContain('without a new address')
  })
})

describe('addresses inside', () => {
  test.each([
    'http://127.0.0.1:3000/',
    'http://2130706433/',
    'http://0/',
    'http://[::]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://100.64.0.1/',
    'http://224.0.0.1/',
    'http://localhost:3000/',
  ])('%s is not fetched from', async (url) => {
    const only = { isAllowed: isPublicAddress }

    expect(await refusal(url, only)).toMatch(/private network/)
  })

  test('are found out behind a name, which is asked for once and used as it was answered', async () => {
    const { port } = new URL(feeds.url)
    feeds.answers.set('/', answerWith(feed))
    let asked = 0
    const resolve = async () => {
      asked += 1
      return [
        { address: '10.0.0.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]
    }

    expect(await text(`http://feed.example:${port}/`, { resolve })).toBe(feed)
    expect(asked).toBe(1)
    expect(
      await refusal(`http://feed.example:${port}/`, { resolve, isAllowed: isPublicAddress }),
    ).toBe(
      'rss_url: feed.example leads into a private network, which may not be reached from here.',
    )
    expect(feeds.requests).toHaveLength(1)
  })

  test.each([
    ['8.8.8.8', true],
    ['1.1.1.1', true],
    ['172.15.255.255', true],
    ['172.32.0.1', true],
    ['2606:4700::1111', true],
    ['2a00:1450::1', true],
    ['0.0.0.0', false],
    ['10.255.255.255', false],
    ['100.127.255.255', false],
    ['127.1.2.3', false],
    ['169.254.1.1', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.0.2.1', false],
    ['192.168.0.1', false],
    ['198.19.0.1', false],
    ['224.0.0.251', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:8.8.8.8', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2001:db8::1', false],
    ['2002:a00:1::', false],
    ['fc00::1', false],
    ['fd12:3456::1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['ff02::1', false],
    ['e.org', false],
  ])('%s is of the internet: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic)
  })
})

test.each([
  ['http://nowhere.invalid/', 'cannot be found'],
  ['http://127.0.0.1:1/', 'A feed is fetched from port 80, 443, or one from 1024 on'],
  ['http://user:secret@e.org/', 'cannot have a user name or a password'],
  ['e.org/feed', 'begins with http:// or https://'],
  ['https://', 'begins with http:// or https://'],
  ['data:text/xml,<rss/>', 'begins with http:// or https://'],
  [`http://e.org/${'x'.repeat(2000)}`, 'at most 2000 characters'],
])('an address that no feed can have is refused: %#', async (url, title) => {
  expect(await refusal(url)).toContain(title)
})
