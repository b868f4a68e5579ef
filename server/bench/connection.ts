import { connect, type Socket } from 'node:net'
import { once } from 'node:events'

export type Answer = { status: number; body: Buffer }

const nothing = Buffer.alloc(0)
const headEnd = '\r\n\r\n'

/**
 * A keep-alive connection that carries one request at a time, given as the text that goes over the wire. It knows just
 * enough HTTP to see where an answer ends, so that the load generator leaves the cores to what it measures.
 */
export class Connection {
  readonly #socket: Socket
  #waiting: PromiseWithResolvers<Answer> | undefined
  #received: Buffer = nothing

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('The connection was closed.')))
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Connection(socket)
  }

  ask(request: string): Promise<Answer> {
    this.#waiting = Promise.withResolvers<Answer>()
    this.#socket.write(request, 'utf8')
    return this.#waiting.promise
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const end = this.#received.indexOf(headEnd)
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const length = lengthOf(head)
    if (length === undefined) {
      this.#socket.destroy(new Error('This connection reads no answers of unknown length.'))
      return
    }
    const start = end + headEnd.length
    if (this.#received.length < start + length) return
    const answer = {
      status: Number(head.slice(9, 12)),
      body: this.#received.subarray(start, start + length),
    }
    this.#received = nothing
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve(answer)
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error)
    this.#waiting = undefined
  }
}

/** The length of the body; undefined where it comes in chunks. */
function lengthOf(head: string): number | undefined {
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? []
  if (length !== undefined) return Number(length)
  return /\r\ntransfer-encoding:/i.test(head) ? undefined : 0
}
