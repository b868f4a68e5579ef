import type { Context } from './context.ts'
import { expandNextChunk } from './campaigns/expand.ts'
import { finishCampaigns, startDueCampaign } from './campaigns/launch.ts'
import type { Waker } from './devices/waker.ts'
import { forgetOldEntries } from './housekeeping.ts'
import { fallDue } from './flows/fall-due.ts'
import { continueImport } from './imports/process.ts'
import { loop } from './lib/loop.ts'
import { endOverdueMessages } from './messages/overdue.ts'
import { startDueRun } from './recurring/run.ts'
import { continueSweep } from './messages/sweep.ts'

export type Engine = { done: Promise<void> }

/** The table of contents of the background work: every loop with its step and its rest. */
export function startEngine(
  context: Context,
  options: { signal: AbortSignal; waker: Waker },
): Engine {
  const { db, now, log, wake } = context
  const { signal, waker } = options
  const onError = (error: unknown) =>
    log.error({ error }, 'a background step failed; it will run again')
  const every = (restMs: number, step: () => Promise<boolean>) =>
    loop(step, { restMs, signal, onError })

  const loops = [
    every(1000, () => startDueCampaign(context)),
    every(1000, () => startDueRun(context)),
    every(1000, () => expandNextChunk(context)),
    every(1000, () => finishCampaigns(context)),
    every(1000, () => sweepAndTell(context)),
    every(1000, () => continueImport(context)),
    every(10_000, () => waker.look().then(() => false)),
    every(1000, () => fallDue(context)),
    every(30_000, () => endOverdueMessages(db, now())),
    every(3_600_000, () => forgetOldEntries(db, now())),
  ]
  const unlisten = wake.listen((signalled) => {
    if (signalled.about === 'engine') for (const one of loops) one.wake()
  })
  const done = Promise.all(loops.map((one) => one.done)).then(unlisten)
  return { done }
}

async function sweepAndTell({ db, now, wake }: Context): Promise<boolean> {
  const swept = await continueSweep(db, now())
  if (!swept) return false
  for (const { device_id, wire_id } of swept.withdrawn) {
    wake.tell({ about: 'withdrawal', user_id: swept.user_id, device_id, wire_id })
  }
  return true
}
