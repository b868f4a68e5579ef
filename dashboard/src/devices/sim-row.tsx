import { useEffect, useRef } from 'react'
import { SimTag } from '../statuses/sim-tag.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { PhoneNumber, useNow } from '../ui/formats.tsx'
import { Meter } from '../ui/meter.tsx'
import { amount, instantOf, momentInWords } from '../words/formats.ts'
import { deviceWords as words } from '../words/devices.ts'
import { Limits } from './limits.tsx'
import type { Device, Sim } from './queries.ts'
import css from './sim-row.module.css'

/** One SIM of a phone: what it is, what it has used of its budgets, and its limits, to be changed in place. */
export function SimRow({ device, sim, heir }: { device: Device; sim: Sim; heir: string | null }) {
  const limits = useDialog('limits')
  const key = `${device.id}:${sim.subscription_id}`
  const isEdited = limits.about === key
  const edit = useRef<HTMLButtonElement>(null)
  const wasEdited = useRef(false)
  // The focus belongs to the browser: it goes back to where the editing began.
  useEffect(() => {
    if (wasEdited.current && !isEdited) edit.current?.focus()
    wasEdited.current = isEdited
  }, [isEdited])
  const name = sim.display_name ?? sim.carrier_name
  return (
    <div className={css['sim']}>
      <div className={css['head']}>
        <SimTag sim={sim.subscription_id} />
        {name !== null && <span className={css['name']}>{name}</span>}
        <span className={css['end']}>
          {sim.phone_number !== null && <PhoneNumber number={sim.phone_number} />}
          {!isEdited && (
            <button
              ref={edit}
              type="button"
              className={css['edit']}
              aria-label={words.editLimits({ name: device.name, sim: sim.subscription_id })}
              onClick={() => limits.open(key)}
            >
              {words.limits}
            </button>
          )}
        </span>
      </div>
      {isEdited ? (
        <Limits device={device} sim={sim} onClose={limits.close} />
      ) : (
        <Budgets sim={sim} />
      )}
      <Remarks sim={sim} heir={heir} />
    </div>
  )
}

const periods = ['minute', 'hour', 'day', 'month'] as const
type Period = (typeof periods)[number]

function limitOf(sim: Sim, period: Period): number {
  return sim[`max_per_${period}`]
}

/** The month only where it has a limit: most have none. */
function Budgets({ sim }: { sim: Sim }) {
  const shown = periods.filter((period) => period !== 'month' || limitOf(sim, period) > 0)
  return (
    <div className={css['budgets']}>
      {shown.map((period) => (
        <Budget key={period} period={period} used={sim.used[period]} limit={limitOf(sim, period)} />
      ))}
    </div>
  )
}

function Budget({ period, used, limit }: { period: Period; used: number; limit: number }) {
  const label = words.periods[period]
  if (limit === 0) {
    return (
      <div className={css['unlimited']} data-hint={words.noLimit({ period: label, used })}>
        <span>{label}</span>
        <strong>{amount(used)}</strong>
      </div>
    )
  }
  // A full minute is what a busy SIM looks like.
  const isFull = period !== 'minute' && used >= limit
  return (
    <div data-hint={words.budget({ period: label, used, limit })}>
      <Meter value={used} limit={limit} label={label} tone={isFull ? 'warn' : 'ok'} />
    </div>
  )
}

/** Why it sends less than one would think. */
function Remarks({ sim, heir }: { sim: Sim; heir: string | null }) {
  const now = useNow()
  const when = (datetime: string) => momentInWords(instantOf(datetime), { now })
  const { used, max_per_day, max_per_month, slowed_until_datetime, slowed_per_minute } = sim
  const remarks = [
    sim.is_draining && words.simDraining({ heir }),
    max_per_month > 0 && used.month >= max_per_month && words.monthUsed,
    max_per_day > 0 &&
      used.day >= max_per_day &&
      words.dayUsed({ when: when(sim.day_resets_datetime) }),
    slowed_until_datetime !== null &&
      words.slowed({ rate: slowed_per_minute ?? 0, when: when(slowed_until_datetime) }),
    sim.held_until_datetime !== null && words.held({ when: when(sim.held_until_datetime) }),
  ].filter((remark) => remark !== false)
  return remarks.map((remark) => (
    <p key={remark} className={css['remark']}>
      {remark}
    </p>
  ))
}
