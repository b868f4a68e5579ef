import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { decodeFeed } from './decode-feed.ts'
import { identifierOf, oldestFirst, type FeedItem } from './item.ts'
import { parseFeedBytes } from './parse-feed.ts'
import { cutTo, textOfHtml } from './plain-text.ts'
import { readFeed } from './read-feed.ts'

const address = 'https://e.org/feed'
const read = (text: string) => readFeed(text, address)?.items[0]
const xml = '<?xml version="1.0"?>'

describe('a feed', () => {
  test.each<[string, string, Partial<FeedItem>]>([
    [
      'RSS 2.0',
      `${xml}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>N</title><item><guid isPermaLink="false">g1</guid><title>A &amp; B</title><link>https://e.org/1</link>
        <description>&lt;p&gt;Short &lt;b&gt;one&lt;/b&gt;&lt;/p&gt;</description><category>Sport</category><dc:creator>Ana</dc:creator>
        <content:encoded><![CDATA[<p>First.</p><p>Second&nbsp;&eacute;.</p>]]></content:encoded>
        <pubDate>Sat, 21 Nov 2026 12:00:00 GMT</pubDate></item></channel></rss>`,
      {
        guid: 'g1',
        title: 'A & B',
        url: 'https://e.org/1',
        summary: 'Short one',
        content: 'First.\nSecond é.',
        author: 'Ana',
        category: 'Sport',
        date: '2026-11-21',
      },
    ],
    [
      'RSS 2.0 whose only link is the permalink',
      `<rss version="2.0"><channel><title>N</title><item><guid>https://e.org/2</guid><title>A</title></item></channel></rss>`,
      { guid: 'https://e.org/2', url: 'https://e.org/2', date: '' },
    ],
    [
      'RSS 0.91',
      `<rss version="0.91"><channel><title>N</title><item><title>A</title><link>/1</link></item></channel></rss>`,
      { guid: '', title: 'A', url: 'https://e.org/1' },
    ],
    [
      'RSS 0.92 without a version',
      `<rss><channel><item><title>A</title><link>https://e.org/1</link></item></channel></rss>`,
      { title: 'A' },
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>N</title></channel><item rdf:about="https://e.org/1"><title>A</title><link>https://e.org/1</link><dc:date>2026-11-21T12:00:00Z</dc:date></item></rdf:RDF>`,
      { guid: 'https://e.org/1', title: 'A', date: '2026-11-21' },
    ],
    [
      'RSS 0.90',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
        <channel><title>N</title></channel><item><title>A</title><link>https://e.org/1</link></item></rdf:RDF>`,
      { title: 'A', url: 'https://e.org/1' },
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><id>urn:1</id><title type="html">A &lt;i&gt;b&lt;/i&gt;</title>
        <link rel="enclosure" href="https://e.org/1.mp3"/><link href="1.html"/><author><name>Ana</name></author>
        <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi <b>you</b></p></div></summary>
        <updated>2026-11-21T12:00:00Z</updated></entry></feed>`,
      {
        guid: 'urn:1',
        title: 'A b',
        url: 'https://e.org/1.html',
        summary: 'Hi you',
        content: 'Hi you',
        author: 'Ana',
        date: '2026-11-21',
      },
    ],
    [
      'Atom with plain words',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><id>1</id><title>1 &lt; 2 &amp;amp; 3</title><updated>x</updated></entry></feed>`,
      { title: '1 < 2 &amp; 3', date: '' },
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'N',
        items: [
          {
            id: '1',
            url: 'https://e.org/1',
            title: 'A <b> & c',
            content_html: '<p>Hi <b>you</b></p>',
            authors: [{ name: 'Ana' }],
            tags: ['Sport'],
            date_published: '2026-11-21T12:00:00+01:00',
          },
        ],
      }),
      {
        guid: '1',
        title: 'A <b> & c',
        summary: 'Hi you',
        author: 'Ana',
        category: 'Sport',
        date: '2026-11-21',
      },
    ],
  ])('in %s is read', (_, text, expected) => {
    expect(read(text)).toMatchObject(expected)
  })

  test.each([
    ['', ''],
    ['HTML', '<!doctype html><html><body>Hi</body></html>'],
    ['an image', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['broken', `${xml}<rss version="2.0"><channel><item><title>A</ti`],
    ['other JSON', '{"a": 1}'],
    ['no JSON', '{"version": "https://jsonfeed.org/version/1"'],
    ['other XML', '<?xml version="1.0"?><a><b/></a>'],
  ])('is not what is %s', (_, text) => {
    expect(readFeed(text, address)).toBeUndefined()
  })

  test('has no link that a text could not open', () => {
    const of = (link: string) =>
      read(
        `<rss version="2.0"><channel><item><title>A</title><link>${link}</link></item></channel></rss>`,
      )?.url
    expect(of('javascript:alert(1)')).toBe('')
    expect(of(`https://e.org/${'x'.repeat(2000)}`)).toBe('')
  })

  test('reads no file and grows by no entity', () => {
    const doctype = (inner: string, title: string) =>
      read(
        `${xml}<!DOCTYPE r [${inner}]><rss version="2.0"><channel><item><title>${title}</title><link>https://e.org/</link></item></channel></rss>`,
      )?.title ?? ''
    const levels = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    )

    expect(doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')).not.toContain('root:')
    expect(doctype(`<!ENTITY e0 "lol">${levels.join('')}`, '&e9;').length).toBeLessThan(301)
  })
})

describe('characters', () => {
  const declared = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><item><title>é€</title></item></channel></rss>`
  const latin = (text: string) => Buffer.from(text.replace('€', '\u0080'), 'latin1')
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')

  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(declared('utf-8')), ''],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${declared('utf-8')}`), 'text/xml; charset=latin1'],
    ['UTF-8 that is not said', Buffer.from(declared('').replace(' encoding=""', '')), 'text/xml'],
    ['what the declaration says', latin(declared('windows-1252')), 'application/xml'],
    ['what the answer says', latin(declared('utf-8')), 'text/xml; charset="Windows-1252"'],
    ['an old charset that nobody mentions', latin(declared('').replace(' encoding=""', '')), ''],
    ['UTF-16 with a mark', utf16(`\uFEFF${declared('utf-16')}`), ''],
    ['UTF-16 without a mark', utf16(declared('utf-16')), ''],
  ])('are read in %s', (_, bytes, contentType) => {
    expect(decodeFeed(bytes, contentType)).toContain('é€')
  })

  test('of a charset that does not exist are not guessed', () => {
    expect(decodeFeed(Buffer.from('x'), 'text/xml; charset=klingon')).toBeUndefined()
  })
})

describe('HTML', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['AT&amp;T &#8217; &hellip; &nbsp;x', 'AT&T ’ … x'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<script>alert("<b>")</script>after<style>p{}</style>', 'after'],
    ['<!-- <b>not</b> -->seen', 'seen'],
    ['<img src="x" onerror="y">text', 'text'],
    ['unclosed <b', 'unclosed'],
    ['<!-- unclosed', ''],
    ['  many\n\n  blanks\t here ', 'many\nblanks here'],
    ['a\u0000b\u200Bc\u202A', 'abc\u202A'],
    ['<![CDATA[x]]>y', 'y'],
  ])('%j becomes %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })

  test.each(['<', '<a', '<!--', '<script>', '&', '<p>', '</', '&amp;', '<script><'])(
    'of a great many %s is read in no time',
    (piece) => {
      const started = performance.now()
      textOfHtml(piece.repeat(200_000))

      expect(performance.now() - started).toBeLessThan(500)
    },
  )

  test('is cut between characters', () => {
    expect(cutTo('abcdef', 4)).toBe('abc…')
    expect(cutTo('abc', 3)).toBe('abc')
    expect(cutTo('a😀😀', 3)).toBe('a…')
  })
})

test('an item is known by what was chosen, else by what it has', () => {
  const item = {
    ...(read('<rss><channel><item><title>T</title></item></channel></rss>') as FeedItem),
  }
  const whole = { ...item, guid: 'g', url: 'https://e.org/1' }

  expect(identifierOf(whole, 'guid')).toBe('guid g')
  expect(identifierOf(whole, 'link')).toBe('link https://e.org/1')
  expect(identifierOf(whole, 'title')).toBe('title T')
  expect(identifierOf(item, 'guid')).toBe('title T')
  expect(identifierOf({ ...item, title: '' }, 'guid')).toBeUndefined()
})

test('items are taken from the oldest on, by their dates or else from the end', () => {
  const item = read('<rss><channel><item><title>T</title></item></channel></rss>') as FeedItem
  const of = (guid: string, published_at: number | null) => ({ ...item, guid, published_at })
  const guids = (items: FeedItem[]) => oldestFirst(items).map(({ guid }) => guid)

  expect(guids([of('b', 2), of('c', 3), of('a', 1)])).toEqual(['a', 'b', 'c'])
  expect(guids([of('c', 3), of('b', null), of('a', 4)])).toEqual(['a', 'b', 'c'])
})

describe('reading in a thread of its own', () => {
  const parse = (text: string, content_type = '') =>
    parseFeedBytes({ bytes: Buffer.from(text), content_type, address }).then(
      ({ items }) => items.length,
      (error: unknown) => (error instanceof AppError ? error.message : error),
    )
  const rss = (items: string) =>
    `<rss version="2.0"><channel><title>N</title>${items}</channel></rss>`
  const size = 4_500_000

  test('holds up nothing else, whatever the feed is made of', async () => {
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const items = await parse(rss('<item><title>a</title></item>'.repeat(size / 29)))
    clearInterval(timer)

    expect(items).toBe(2000)
    expect(longest).toBeLessThan(400)
  }, 30_000)

  test.each([
    ['tags', `<item>${'<a>b</a>'.repeat(size / 8)}</item>`],
    ['depth', `<item>${'<a>'.repeat(size / 7)}${'</a>'.repeat(size / 7)}</item>`],
    ['attributes', `<item ${'a="b" '.repeat(size / 6)}></item>`],
    ['angles', `<item><title>${'<'.repeat(size)}</title></item>`],
  ])(
    'ends with 5 MB of %s',
    async (_, inner) => {
      const answer = await parse(rss(inner))
      expect(typeof answer === 'number' || /no feed|too long/.test(String(answer))).toBe(true)
    },
    30_000,
  )

  test('says of a web page that it is one', async () => {
    expect(await parse('<!DOCTYPE html><html></html>')).toContain('a web page and no feed')
    expect(await parse('Hello')).toContain('no feed, or a broken one')
    expect(await parse('x', 'text/xml; charset=klingon')).toContain('charset')
  })
})
