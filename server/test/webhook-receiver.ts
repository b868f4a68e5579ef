import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Received = { headers: IncomingHttpHeaders; raw: string }

/** A program that is posted to. What it answers is `answer`'s to say; left out, it is 204. */
export async function startReceiver(): Promise<{
  url: string
  received: Received[]
  answer: ((response: ServerResponse) => void) | undefined
  close: () => Promise<void>
}> {
  const server = createServer((request, response) => {
    text(request).then(
      (raw) => {
        receiver.received.push({ headers: request.headers, raw })
        if (receiver.answer) receiver.answer(response)
        else response.writeHead(204).end()
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on TCP.
  const { port } = server.address() as AddressInfo
  const receiver: Awaited<ReturnType<typeof startReceiver>> = {
    url: `http://127.0.0.1:${port}/notices`,
    received: [],
    answer: undefined,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return receiver
}
