import { useId, useState } from 'react'
import { Confirm } from '../ui/confirm.tsx'
import { useNotices } from '../ui/notices.tsx'
import { deviceWords as words } from '../words/devices.ts'
import { uiWords } from '../words/ui.ts'
import type { DeviceDialogProps } from './dialog-props.ts'
import { otherSimsOf, type OtherSim } from './other-sims.ts'
import css from './remove-dialog.module.css'
import { useRemoving } from './writes.ts'

/** Removes a phone; what waits on it goes to a SIM that is chosen here. */
export function RemoveDialog({ device, devices }: DeviceDialogProps) {
  const { say } = useNotices()
  const { writeNow } = useRemoving(device)
  const sims = otherSimsOf(device, devices)
  const [to, setTo] = useState(sims[0]?.key ?? '')
  const heir = sims.find(({ key }) => key === to)
  const { name, total_pending_sms: total } = device
  return (
    <Confirm
      name="remove"
      question={words.removeQuestion({ name })}
      will={words.removeWill({ total, to: heir ? nameOf(heir) : null })}
      cannot={words.removeCannot}
      wayOut={words.removeWayOut}
      act={words.removeAct({ name })}
      number={total}
      isDangerous
      onAct={async () => {
        await writeNow(to === '' ? undefined : to)
        say(words.removed({ name }))
      }}
    >
      {sims.length > 0 && <Heir sims={sims} to={to} onChange={setTo} hasTexts={total > 0} />}
    </Confirm>
  )
}

function nameOf({ device, sim }: OtherSim): string {
  return uiWords.sim({ device: device.name, sim: sim.subscription_id })
}

type HeirProps = {
  sims: readonly OtherSim[]
  to: string
  onChange: (to: string) => void
  hasTexts: boolean
}

function Heir({ sims, to, onChange, hasTexts }: HeirProps) {
  const id = useId()
  return (
    <div className={css['heir']}>
      <label htmlFor={id}>{words.removeTo}</label>
      <select
        id={id}
        data-first-focus=""
        value={to}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {sims.map(({ key, device, sim, status }) => (
          <option key={key} value={key}>
            {words.simOption({ device: device.name, sim: sim.subscription_id, status })}
          </option>
        ))}
        <option value="">{hasTexts ? words.removeToNobody : words.removeToNone}</option>
      </select>
    </div>
  )
}
