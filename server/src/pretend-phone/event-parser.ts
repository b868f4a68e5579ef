export type StreamEvent = { event: string | undefined; data: string }

/**
 * Reads a stream of server-sent events piece by piece, wherever the pieces are cut. As the app's library does, it drops
 * an event that has no data line and passes over comments, `id` and `retry`.
 */
export function createEventParser(take: (event: StreamEvent) => void): (piece: string) => void {
  let rest = ''
  let event: string | undefined
  let data: string[] = []
  let isFirst = true

  function readLine(line: string): void {
    if (line === '') {
      if (data.length > 0) take({ event, data: data.join('\n') })
      event = undefined
      data = []
      return
    }
    const colon = line.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1))
    if (field === 'event') event = value
    else if (field === 'data') data.push(value)
  }

  return (piece) => {
    rest += isFirst && piece.startsWith('\uFEFF') ? piece.slice(1) : piece
    isFirst &&= piece === ''
    // A carriage return at the end may be the first half of a line break.
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) readLine(line)
  }
}
