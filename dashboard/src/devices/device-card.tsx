import { useEffect, useId, useRef } from 'react'
import { StatusMark } from '../statuses/status-mark.tsx'
import { textOf, useSearchValues } from '../ui/search-state.ts'
import { deviceWords as words } from '../words/devices.ts'
import css from './device-card.module.css'
import { DeviceMenu } from './device-menu.tsx'
import { DeviceNotes } from './device-notes.tsx'
import { Facts } from './facts.tsx'
import type { Device } from './queries.ts'
import { SimRow } from './sim-row.tsx'

type DeviceCardProps = {
  device: Device
  /** The name of `2:1`, where it is known. */
  nameOfSim: (sim: string) => string | null
}

/** A phone: how it is, what is wrong with it and what would help, and what its SIMs have left. */
export function DeviceCard({ device, nameOfSim }: DeviceCardProps) {
  const id = useId()
  const card = useRef<HTMLElement>(null)
  const search = useSearchValues()
  const isMeant =
    textOf(search['device']) === String(device.id) && textOf(search['connect']) === undefined
  // Scrolling is the browser's: a link that names a phone leads to its card.
  useEffect(() => {
    if (isMeant) card.current?.scrollIntoView({ block: 'center' })
  }, [isMeant])
  return (
    <article
      ref={card}
      className={css['card']}
      data-pretend={device.is_pretend}
      data-meant={isMeant}
      aria-labelledby={id}
    >
      <div className={css['head']}>
        <div className={css['names']}>
          <h2 id={id} className={css['name']}>
            {device.name}
          </h2>
          <Model device={device} />
        </div>
        <div className={css['marks']}>
          <Marks device={device} />
          <DeviceMenu device={device} />
        </div>
      </div>
      <Facts device={device} />
      <DeviceNotes device={device} />
      {device.sims.map((sim) => (
        <SimRow
          key={sim.subscription_id}
          device={device}
          sim={sim}
          heir={sim.heir === null ? null : nameOfSim(sim.heir)}
        />
      ))}
      {device.sims.length === 0 && device.status !== 'new' && (
        <p className={css['noSims']}>{words.noSims}</p>
      )}
    </article>
  )
}

/** A pretend phone that is well says only what it is. */
function Marks({ device: { is_pretend, status } }: { device: Device }) {
  return (
    <>
      {(!is_pretend || status !== 'online') && (
        <StatusMark of="device" value={status} isReachable />
      )}
      {is_pretend && <StatusMark of="device" value="pretend" isReachable />}
    </>
  )
}

function Model({ device }: { device: Device }) {
  const { is_hosted, is_pretend, device_brand, device_model, app_version, is_app_old } = device
  if (is_hosted) return <p className={css['model']}>{words.insideSimcast}</p>
  // Its status says all that is known.
  if (device.status === 'new') return null
  if (is_pretend) return <p className={css['model']}>{words.pretendProgram}</p>
  const model = [device_brand, device_model].filter((part) => part !== null).join(' ')
  return (
    <p className={css['model']}>
      {words.model({ model: model === '' ? words.unknownModel : model, version: app_version })}
      {is_app_old && (
        <span className={css['old']} data-hint={words.oldAppHint}>
          {' '}
          {words.oldApp}
        </span>
      )}
    </p>
  )
}
