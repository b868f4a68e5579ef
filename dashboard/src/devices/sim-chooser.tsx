import { useId } from 'react'
import { SimTag } from '../statuses/sim-tag.tsx'
import { deviceWords as words } from '../words/devices.ts'
import type { OtherSim } from './other-sims.ts'
import css from './sim-chooser.module.css'

type SimChooserProps = {
  sims: readonly OtherSim[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

/** Which SIMs take texts over: one, or several that share them. */
export function SimChooser({ sims, chosen, onChange }: SimChooserProps) {
  const id = useId()
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    onChange(next)
  }
  return (
    <fieldset className={css['chooser']} aria-describedby={`${id}-note`}>
      <legend className={css['legend']}>{words.otherSims}</legend>
      <p id={`${id}-note`} className={css['note']}>
        {words.otherSimsNote}
      </p>
      {sims.map(({ key, device, sim, status, left }, place) => (
        <label key={key} className={css['sim']}>
          <input
            type="checkbox"
            checked={chosen.has(key)}
            onChange={() => toggle(key)}
            {...(place === 0 ? { 'data-first-focus': '' } : {})}
          />
          <SimTag device={device.name} sim={sim.subscription_id} />
          <span className={css['room']} data-off={status !== null || left === 0}>
            {status === null ? words.simLeft({ left }) : words.simIsOff({ status })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
