import { useId } from 'react'
import { rateInWords } from '../words/formats.ts'
import { editorWords } from '../words/editor.ts'
import { SimTag } from '../statuses/sim-tag.tsx'
import { StatusMark } from '../statuses/status-mark.tsx'
import { Meter } from '../ui/meter.tsx'
import css from './sim-list.module.css'
import type { Device } from './queries.ts'

type SimListProps = {
  devices: readonly Device[]
  /** `1:1`. */
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

type Sim = Device['sims'][number]

/** Every SIM with what is left of its day, how fast it goes, and why it is better not chosen. */
export function SimList({ devices, chosen: stored, onChange }: SimListProps) {
  // A copy of an old campaign may name a SIM that is gone; with the next choice it is left out.
  const chosen = stored.filter((key) => keysOf(devices).includes(key))
  return (
    <>
      <ul className={css['list']}>
        {devices.map((device) =>
          device.sims.length === 0 ? (
            <li key={device.id} className={css['none']}>
              <strong>{device.name}</strong> {editorWords.noSims}
            </li>
          ) : (
            device.sims.map((sim) => {
              const key = `${device.id}:${sim.subscription_id}`
              return (
                <SimRow
                  key={key}
                  device={device}
                  sim={sim}
                  isChosen={chosen.includes(key)}
                  isLast={chosen.length === 1 && chosen[0] === key}
                  onToggle={() => onChange(toggled(chosen, key))}
                />
              )
            })
          ),
        )}
      </ul>
      <p className={css['note']}>
        {chosen.length > 1 && `${editorWords.severalSims} `}
        {editorWords.limitsAt}
      </p>
    </>
  )
}

type SimRowProps = {
  device: Device
  sim: Sim
  isChosen: boolean
  isLast: boolean
  onToggle: () => void
}

function SimRow({ device, sim, isChosen, isLast, onToggle }: SimRowProps) {
  const id = useId()
  const reasons = reasonsOf(device, sim, isLast)
  const left = Math.max(0, sim.max_per_day - sim.used.day)
  return (
    <li className={css['row']}>
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        aria-describedby={`${id}-note`}
        // A campaign keeps one SIM: the last is not taken away but changed for another.
        aria-disabled={isLast}
        onChange={() => !isLast && onToggle()}
      />
      <div className={css['words']}>
        <div className={css['line']}>
          <label htmlFor={id}>
            <SimTag device={device.name} sim={sim.subscription_id} />
          </label>
          {device.status !== 'online' && <StatusMark of="device" value={device.status} />}
          {device.is_pretend && <StatusMark of="device" value="pretend" />}
        </div>
        <p id={`${id}-note`} className={css['facts']}>
          {sim.max_per_day > 0
            ? editorWords.leftToday({ left, limit: sim.max_per_day })
            : editorWords.noDayLimit}
          {', '}
          {paceOf(sim)}
          {reasons.map((reason) => (
            <span key={reason} className={css['reason']}>
              {reason}
            </span>
          ))}
        </p>
      </div>
      {sim.max_per_day > 0 && (
        <div className={css['meter']} aria-hidden="true">
          <Meter
            value={sim.used.day}
            limit={sim.max_per_day}
            label=""
            isBare
            tone={left === 0 ? 'warn' : 'ok'}
          />
        </div>
      )}
    </li>
  )
}

function paceOf({ max_per_minute, max_per_hour }: Sim): string {
  if (max_per_minute > 0) return editorWords.pace({ rate: rateInWords(max_per_minute) })
  return max_per_hour > 0
    ? editorWords.pace({ rate: rateInWords(max_per_hour / 60) })
    : editorWords.noPace
}

function reasonsOf(
  { status, is_pretend }: Device,
  { is_draining }: Sim,
  isLast: boolean,
): string[] {
  return [
    ...(is_draining || status === 'draining' ? [editorWords.draining] : []),
    ...(status === 'offline' ? [editorWords.offline] : []),
    ...(status === 'paused' ? [editorWords.paused] : []),
    ...(status === 'new' ? [editorWords.notConnected] : []),
    ...(is_pretend ? [editorWords.pretend] : []),
    ...(isLast ? [editorWords.lastSim] : []),
  ]
}

function keysOf(devices: readonly Device[]): string[] {
  return devices.flatMap(({ id, sims }) =>
    sims.map(({ subscription_id }) => `${id}:${subscription_id}`),
  )
}

function toggled(chosen: readonly string[], key: string): string[] {
  return chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]
}
