import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Dice } from './dice.ts'

/** The network between everybody and Simcast: one address, whatever stands behind it. */
export type Proxy = {
  url: string
  /** Where Simcast listens now; more than one share the connections. */
  upstreams: Map<number, number>
  /** Of the pieces that pass, this share ends their connection. */
  cutShare: number
  delayMs: number
  /** Connections that were cut. */
  cuts: () => number
  close: () => Promise<void>
}

export async function startProxy(dice: Dice): Promise<Proxy> {
  const open = new Set<Socket>()
  let cuts = 0
  const server = createServer((client) => {
    track(client)
    const ports = [...proxy.upstreams.values()]
    if (ports.length === 0) return void client.destroy()
    const upstream = connect({ port: dice.pick(ports), host: '127.0.0.1', noDelay: true })
    track(upstream)
    client.setNoDelay(true)
    join(client, upstream)
  })

  function track(socket: Socket): void {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
  }

  function join(client: Socket, upstream: Socket): void {
    const cut = () => {
      cuts += 1
      client.destroy()
      upstream.destroy()
    }
    const pass = (chunk: Buffer, to: Socket) => {
      const write = () => void (to.destroyed || to.write(chunk))
      if (proxy.delayMs > 0) setTimeout(write, proxy.delayMs)
      else write()
    }
    client.on('data', (chunk) => {
      // The request never arrives.
      if (dice.isLucky(proxy.cutShare / 4)) return cut()
      pass(chunk, upstream)
    })
    upstream.on('data', (chunk) => {
      if (!dice.isLucky(proxy.cutShare)) return pass(chunk, client)
      // The work is done, and its answer does not arrive, or half of it does.
      if (dice.isLucky(0.3)) client.write(chunk.subarray(0, chunk.length / 2), cut)
      else cut()
    })
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    // What was on its way when one side closed is still delivered.
    client.on('close', () => setTimeout(end, proxy.delayMs))
    upstream.on('close', () => setTimeout(end, proxy.delayMs))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const proxy: Proxy = {
    url: `http://127.0.0.1:${port}`,
    upstreams: new Map(),
    cutShare: 0,
    delayMs: 0,
    cuts: () => cuts,
    close: async () => {
      server.close()
      for (const socket of open) socket.destroy()
      if (server.listening) await once(server, 'close')
    },
  }
  return proxy
}
