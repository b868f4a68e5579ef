import { useState } from 'react'
import { ApiError } from '../api/errors.ts'
import { Confirm } from '../ui/confirm.tsx'
import { useNotices } from '../ui/notices.tsx'
import { deviceWords as words } from '../words/devices.ts'
import type { DeviceDialogProps } from './dialog-props.ts'
import { choiceOf, otherSimsOf } from './other-sims.ts'
import type { Device } from './queries.ts'
import { SimChooser } from './sim-chooser.tsx'
import { useMoving } from './writes.ts'

/** Moves what no phone has taken yet to other SIMs; what comes later stays. */
export function MoveDialog({ device, devices }: DeviceDialogProps) {
  const { say } = useNotices()
  const { chooser, run } = useMove(device, devices, 'move')
  const { name, total_movable_sms: total, total_pending_sms } = device
  const cannot = words.moveCannot({ held: total_pending_sms - total })
  return (
    <Confirm
      name="move"
      question={words.moveQuestion({ name, total })}
      will={words.moveWill}
      {...(cannot === undefined ? {} : { cannot })}
      wayOut={words.moveWayOut}
      act={words.moveTexts({ total })}
      number={total}
      onAct={async () => {
        await run()
        say(words.moved({ name, total }))
      }}
    >
      {chooser}
    </Confirm>
  )
}

/** The same for good: it takes no more, and what names it names the others. */
export function DrainDialog({ device, devices }: DeviceDialogProps) {
  const { say } = useNotices()
  const { chooser, run } = useMove(device, devices, 'drain')
  const { name, total_movable_sms: total } = device
  return (
    <Confirm
      name="drain"
      question={words.drainQuestion({ name })}
      will={words.drainWill({ total })}
      cannot={words.drainCannot}
      wayOut={words.drainWayOut}
      act={words.drainAct({ name })}
      number={total}
      onAct={async () => {
        await run()
        say(words.drained({ name }))
      }}
    >
      {chooser}
    </Confirm>
  )
}

function useMove(device: Device, devices: readonly Device[], verb: 'move' | 'drain') {
  const sims = otherSimsOf(device, devices)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(sims.slice(0, 1).map(({ key }) => key)),
  )
  const { writeNow } = useMoving(device, verb)
  const run = async () => {
    const to = choiceOf(sims, chosen)
    if (to.length === 0)
      throw new ApiError('refused', {
        problems: [{ title: sims.length === 0 ? words.noOtherSims : words.chooseSim }],
      })
    await writeNow(to)
  }
  const chooser = sims.length > 0 && <SimChooser sims={sims} chosen={chosen} onChange={setChosen} />
  return { chooser, run }
}
