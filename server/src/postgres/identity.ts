import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { programPath, type Binaries } from './binaries.ts'

/** As whom the server runs. PostgreSQL refuses root; no user is ever added to the machine for it. */
export type Identity = {
  name: 'ourselves' | 'root in a user namespace' | 'nobody' | 'owner of the data'
  /** Whom its files belong to, as seen from outside. */
  owner: { uid: number; gid: number }
  wrapper: string[]
  credentials: { uid?: number; gid?: number }
}

type Owner = Identity['owner']

const root: Owner = { uid: 0, gid: 0 }
const nobody: Owner = { uid: 65534, gid: 65534 }
const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/**
 * Whom to try, the best first. `owner`: whose the data are, or whose the folder is that they will
 * be in. Where that is an ordinary user, they stay that user's, whoever starts us.
 */
export function possibleIdentities(owner: Owner): Identity[] {
  const us = { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 }
  if (us.uid !== 0) return [{ name: 'ourselves', owner: us, wrapper: [], credentials: {} }]

  // Everything stays where it is and stays root's, also in a folder that only root may enter.
  const namespaced: Identity = {
    name: 'root in a user namespace',
    owner: root,
    wrapper: namespace,
    credentials: {},
  }
  const asNobody: Identity = { name: 'nobody', owner: nobody, wrapper: [], credentials: nobody }
  if (owner.uid === root.uid) return [namespaced, asNobody]
  if (owner.uid === nobody.uid) return [asNobody, namespaced]
  const asOwner: Identity = {
    name: 'owner of the data',
    owner,
    wrapper: [],
    credentials: owner,
  }
  return [asOwner, namespaced, asNobody]
}

/**
 * The same user for initdb, which refuses a user without a name (as in `docker run --user 1234`):
 * in a namespace of its own such a user goes by the name of nobody.
 */
export async function namedIdentity(identity: Identity, binaries: Binaries): Promise<Identity> {
  if (identity.wrapper.length > 0) return identity
  const { code } = await run(identity, binaries, ['id', '-un'])
  return code === 0 ? identity : { ...identity, wrapper: namespace }
}

/** Starts a program as an identity, with nothing of our environment. */
export function spawnAs(
  identity: Identity,
  binaries: Binaries,
  command: string[],
  options: SpawnOptions,
): ChildProcess {
  const [file = '', ...args] = [...identity.wrapper, ...command]
  return spawn(file, args, { ...options, ...identity.credentials, env: environment(binaries) })
}

export type Reach = { programs: boolean; folder: boolean; complaint: string }

/** Whether an identity can start PostgreSQL from where it lies, and enter a folder. */
export async function tryReach(
  identity: Identity,
  binaries: Binaries,
  folder: string,
): Promise<Reach> {
  const version = await run(identity, binaries, [programPath(binaries, 'postgres'), '--version'])
  const enter = await run(identity, binaries, ['/bin/sh', '-c', 'cd "$1"', 'sh', folder])
  return {
    programs: version.code === 0,
    folder: enter.code === 0,
    complaint: [version, enter].map(({ output }) => output.trim()).find(Boolean) ?? '',
  }
}

/** Runs a program as an identity to its end. */
export function run(
  identity: Identity,
  binaries: Binaries,
  command: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    const fail = (error: Error) => resolve({ code: null, output: `${error.message}\n` })
    const child = trySpawn(fail, identity, binaries, command)
    if (!child) return
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', fail)
    child.on('close', (code) => resolve({ code, output }))
  })
}

// A user that we may not become is told by an exception, a missing program by an event.
function trySpawn(
  fail: (error: Error) => void,
  identity: Identity,
  binaries: Binaries,
  command: string[],
): ChildProcess | undefined {
  try {
    return spawnAs(identity, binaries, command, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    fail(error instanceof Error ? error : new Error(String(error)))
    return undefined
  }
}

function environment({ libraryPath }: Binaries): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }),
  }
}
