import { createParser } from 'eventsource-parser'
import { expect, test } from 'vitest'
import { createEventParser, type StreamEvent } from './event-parser.ts'

const streams = [
  'event: MessageEnqueued\ndata: {}\n\n',
  'data: one\ndata: two\n\n:keepalive\n\nevent: WebhooksUpdated\ndata:\n\n',
  'event: NoData\n\nevent: A\ndata: 1\nid: 7\nretry: 100\n\n',
  'event: A\r\ndata: 1\r\n\r\nevent: B\rdata: ä ö 😀\r\n\r\n',
  '\uFEFFevent: A\ndata:  two blanks\n\n',
  'event: A\ndata: never ended',
]

test.each(streams)('%j is read as a library reads it, wherever it is cut', (stream) => {
  const expected: StreamEvent[] = []
  const oracle = createParser({
    onEvent: ({ event, data }) => expected.push({ event, data }),
  })
  oracle.feed(stream)

  for (let size = 1; size <= stream.length; size += 1) {
    expect(read(stream, size)).toEqual(expected)
  }
})

function read(stream: string, size: number): StreamEvent[] {
  const events: StreamEvent[] = []
  const parse = createEventParser((event) => events.push(event))
  for (let at = 0; at < stream.length; at += size) parse(stream.slice(at, at + size))
  return events
}
