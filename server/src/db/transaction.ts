import { setTimeout as rest } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import type { Db } from './pool.ts'
import type { Database } from './schema.generated.ts'

export type Tx = Transaction<Database>

const attemptsMax = 8
/** Those that were in each other's way do not meet again at once. */
const pauseMsMax = 30
/** Deadlock, serialization failure: the database undid everything, so the work may simply run again. */
const repeatable = new Set(['40P01', '40001'])
const afterCommits = new WeakMap<Tx, (() => void)[]>()
const beforeCommits = new WeakMap<Tx, (() => Promise<void>)[]>()

/** Runs `work` in one transaction, again after a deadlock. What `afterCommit` was given runs once it is committed. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return untilNotInTheWay(async () => {
    const effects: (() => void)[] = []
    const result = await db.transaction().execute(async (tx) => {
      afterCommits.set(tx, effects)
      const last: (() => Promise<void>)[] = []
      beforeCommits.set(tx, last)
      const result = await work(tx)
      for (const step of last) await step()
      return result
    })
    for (const effect of effects) effect()
    return result
  })
}

/** Runs a statement that is a transaction by itself, again after a deadlock. */
export async function untilNotInTheWay<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attemptsMax || !isInTheWay(error)) throw error
      await rest(Math.random() * pauseMsMax * attempt)
    }
  }
}

/** True for a transaction that was undone because others were in its way: it may simply run again. */
export function isInTheWay(error: unknown): boolean {
  return repeatable.has(sqlState(error) ?? '')
}

/** Keeps an effect on the world (a wake-up) until the transaction is committed; a rollback forgets it. */
export function afterCommit(tx: Tx, effect: () => void): void {
  const effects = afterCommits.get(tx)
  if (!effects) throw new Error('afterCommit needs a transaction opened by inTransaction')
  effects.push(effect)
}

/** Keeps a piece of the work to the end of the transaction, when all else of it is done. */
export function beforeCommit(tx: Tx, step: () => Promise<void>): void {
  const steps = beforeCommits.get(tx)
  if (!steps) throw new Error('beforeCommit needs a transaction opened by inTransaction')
  steps.push(step)
}

/** Thrown by work that found itself overtaken by another transaction: everything is undone and run again. */
export class Overtaken extends Error {
  /** What the database itself says when transactions cross. */
  readonly code = '40001'
}

/** The SQLSTATE of an error of the database, or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}
