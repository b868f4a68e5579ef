import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { rateLimited } from '../errors.ts'

// Argon2id with the parameters of OWASP's Password Storage Cheat Sheet, in the PHC string format.

export const passwordMin = 10
export const passwordMax = 200

const strength = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

/**
 * Each takes 19 MiB, and a core for some 30 ms. More at once would take the threads that files and names are read by, and
 * on a small machine the core that answers phones.
 */
export const atOnceMax = availableParallelism() > 2 ? 2 : 1
export const waitingMax = 30

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await stretch({ message: password, nonce, tagLength, ...strength })
  const { memory, passes, parallelism } = strength
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${written(nonce)}$${written(tag)}`
}

/** Whether it is the password of this hash. Without a hash it is not, and takes as long to say so. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const stored = readHash(hash ?? nobodysHash)
  if (!stored) throw new Error('A password hash of the database is not readable')
  const { tag, ...parameters } = stored
  const made = await stretch({ message: password, tagLength: tag.length, ...parameters })
  return timingSafeEqual(made, tag) && hash !== undefined
}

/** Of no password at all: its tag is no output of the function that anybody knows. */
const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

function readHash(text: string) {
  const [, memory, passes, parallelism, nonce = '', tag = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text) ??
    []
  if (tag === '') return undefined
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

const written = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

// The threads are the process's, so this counts for the whole of it.
let running = 0
const waiting: (() => void)[] = []

/** Takes turns, so that a flood of sign-ins does not slow down what phones ask; beyond some that wait it is refused. */
async function stretch(parameters: Argon2Parameters): Promise<Buffer> {
  if (running >= atOnceMax) {
    if (waiting.length >= waitingMax)
      throw rateLimited('Too many people sign in just now. Try again in a moment.', 2)
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await promisify(argon2)('argon2id', parameters)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
