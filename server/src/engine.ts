import { setTimeout as rest } from 'node:timers/promises'
import { doChore, giveChores } from './chores/chores.ts'
import type { Context } from './context.ts'
import { expandNextChunk } from './campaigns/expand.ts'
import { expireCampaign } from './campaigns/expire.ts'
import { finishCampaigns, startDueCampaign } from './campaigns/launch.ts'
import { rescueFromDeadPhone } from './campaigns/rescue.ts'
import type { Waker } from './devices/waker.ts'
import { watchPhones } from './devices/watch.ts'
import { fallDue } from './flows/fall-due.ts'
import { choresOf, forgetOldEntries } from './housekeeping.ts'
import { sendNotices } from './notices/send.ts'
import { continueImport } from './imports/process.ts'
import { continueJob } from './jobs/work.ts'
import { loop } from './lib/loop.ts'
import { foldFigures } from './messages/figures.ts'
import { endOverdueMessages } from './messages/overdue.ts'
import { postponeQuiet } from './messages/postpone.ts'
import type { PhoneHost } from './pretend-phone/host.ts'
import { startDueRun } from './recurring/run.ts'
import { checkDueFeeds } from './rss/check.ts'
import { continueSweep } from './messages/sweep.ts'

export type Engine = { done: Promise<void> }

/** The table of contents of the background work: every loop with its step and its rest. */
export function startEngine(
  context: Context,
  options: { signal: AbortSignal; waker: Waker; host: PhoneHost },
): Engine {
  const { db, now, log, wake } = context
  const { signal, waker, host } = options
  const onError = (error: unknown) =>
    log.error({ error }, 'a background step failed; it will run again')
  const every = (restMs: number, step: () => Promise<boolean>) =>
    loop(step, { restMs, signal, onError })

  const chores = choresOf(context)
  const loops = [
    every(1000, () => startDueCampaign(context)),
    every(1000, () => startDueRun(context)),
    // Two: while one renders or waits for the disk, the other uses the database (84k texts a second became 105k).
    every(1000, () => givingWay(() => expandNextChunk(context), options)),
    every(1000, () => givingWay(() => expandNextChunk(context), options)),
    every(5000, () => checkDueFeeds(context, signal)),
    every(1000, () => finishCampaigns(context)),
    every(1000, () => expireCampaign(context)),
    every(5000, () => postponeQuiet(db, now())),
    every(10_000, () => rescueFromDeadPhone(context)),
    every(1000, () => givingWay(() => fallDue(context), options)),
    every(1000, () => sweepAndTell(context)),
    every(1000, () => givingWay(() => continueImport(context), options)),
    every(1000, () => givingWay(() => continueJob(context), options)),
    every(10_000, () => waker.look().then(() => false)),
    every(30_000, () => endOverdueMessages(db, now())),
    every(10_000, () => foldFigures(db)),
    every(10_000, () => watchPhones(context).then(() => false)),
    every(2000, () => host.step().then(() => false)),
    // Two: while one waits for receivers that hang, the other tells the rest.
    every(2000, () => sendNotices(context)),
    every(2000, () => sendNotices(context)),
    every(60_000, () => givingWay(() => doChore(context, chores), options)),
    every(3_600_000, () => giveChores(context)),
    every(3_600_000, () => forgetOldEntries(db, now())),
  ]
  const unlisten = wake.listen((signalled) => {
    if (signalled.about === 'engine') for (const one of loops) one.wake()
  })
  const done = Promise.all(loops.map((one) => one.done)).then(unlisten)
  return { done }
}

/** Of its time, what a step that is not urgent leaves to phones that fetch as fast as they can. */
const restsPerStep = 4

/** Runs a step, and rests after it while phones are busy: the messages that they send now matter more. */
async function givingWay(
  step: () => Promise<boolean>,
  { waker, signal }: { waker: Waker; signal: AbortSignal },
): Promise<boolean> {
  const startedAt = performance.now()
  const hasMore = await step()
  if (hasMore && waker.isBusy()) {
    const pause = (performance.now() - startedAt) * restsPerStep
    await rest(pause, undefined, { signal }).catch(() => undefined)
  }
  return hasMore
}

async function sweepAndTell({ db, now, wake }: Context): Promise<boolean> {
  const swept = await continueSweep(db, now())
  if (!swept) return false
  for (const { device_id, wire_id } of swept.withdrawn) {
    wake.tell({ about: 'withdrawal', user_id: swept.user_id, device_id, wire_id })
  }
  return true
}
