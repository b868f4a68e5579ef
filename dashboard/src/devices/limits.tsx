import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Form } from '../ui/form.tsx'
import { NumberField, TextField } from '../ui/fields.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useForm, type FormState } from '../ui/use-form.ts'
import { deviceWords as words } from '../words/devices.ts'
import css from './limits.module.css'
import type { Device, Sim } from './queries.ts'
import { useSimChange, type SimFields } from './writes.ts'

const numbers = [
  'max_per_minute',
  'max_per_hour',
  'max_per_day',
  'max_per_month',
  'gap_min_seconds',
  'gap_max_seconds',
] as const
type Limited = Record<(typeof numbers)[number], string>
type Values = Limited & { phone_number: string; display_name: string }

/** Above it Android commonly stops an app. */
const androidPerMinute = 30

/** The limits of a SIM in place of what it has used of them; the sentence says what they come to. */
export function Limits({
  device,
  sim,
  onClose,
}: {
  device: Device
  sim: Sim
  onClose: () => void
}) {
  const { say } = useNotices()
  const { writeNow } = useSimChange({ device_id: device.id, subscription_id: sim.subscription_id })
  const form = useForm<Values>({
    initial: valuesOf(sim),
    save: async (values) => {
      await writeNow(changeOf(values, sim))
      say(words.limitsSaved({ name: device.name, sim: sim.subscription_id }))
      onClose()
    },
  })
  const place = useRef<HTMLDivElement>(null)
  // The focus belongs to the browser: it comes to the first field, which was asked for.
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  const { values } = form
  return (
    <div ref={place} className={css['limits']}>
      <Form
        form={form}
        act={words.saveLimits}
        others={
          <Button variant="default" onClick={onClose}>
            {words.leaveLimits}
          </Button>
        }
      >
        <Numbers form={form} />
        <Pace values={values} isPretend={device.is_pretend} />
        <div className={css['texts']}>
          <TextField
            form={form}
            name="phone_number"
            label={words.simNumber}
            note={words.simNumberNote}
            type="tel"
            autoComplete="off"
          />
          <TextField
            form={form}
            name="display_name"
            label={words.simName}
            note={sim.carrier_name ?? ' '}
            autoComplete="off"
            maxLength={64}
          />
        </div>
      </Form>
    </div>
  )
}

function Numbers({ form }: { form: FormState<Values> }) {
  return (
    <div className={css['numbers']}>
      <NumberField form={form} name="max_per_minute" label={words.perMinute} />
      <NumberField form={form} name="max_per_hour" label={words.perHour} />
      <NumberField form={form} name="max_per_day" label={words.perDay} />
      <NumberField form={form} name="max_per_month" label={words.perMonth} />
      <NumberField form={form} name="gap_min_seconds" label={words.gapMin} suffix={words.seconds} />
      <NumberField form={form} name="gap_max_seconds" label={words.gapMax} suffix={words.seconds} />
    </div>
  )
}

function Pace({ values, isPretend }: { values: Limited; isPretend: boolean }) {
  const minute = numberIn(values.max_per_minute)
  const hour = numberIn(values.max_per_hour)
  if (minute === undefined || hour === undefined) return null
  const isTooFast = !isPretend && minute > androidPerMinute
  return (
    <p className={css['pace']} data-warns={isTooFast}>
      <span role="status">{words.paceOf({ minute, hour })}</span> {isTooFast && words.paceTooFast}{' '}
      <span className={css['note']}>{words.limitsNote}</span>
    </p>
  )
}

function valuesOf(sim: Sim): Values {
  const written = numbers.map((name) => [name, String(sim[name])])
  return {
    // One for each of the names.
    ...(Object.fromEntries(written) as Limited),
    phone_number: sim.phone_number ?? '',
    display_name: sim.display_name ?? '',
  }
}

/** What differs. What is no number goes as it is: the API says what is wrong with it. */
function changeOf(values: Values, sim: Sim): Partial<SimFields> {
  const before = valuesOf(sim)
  const change: Record<string, string | number> = {}
  for (const name of numbers) {
    if (values[name].trim() === before[name]) continue
    change[name] = numberIn(values[name]) ?? values[name]
  }
  for (const name of ['phone_number', 'display_name'] as const)
    if (values[name].trim() !== before[name]) change[name] = values[name].trim()
  return change
}

/** `6000` or `6,000`; an empty field is no limit, which the API writes as 0. */
function numberIn(text: string): number | undefined {
  const typed = text.trim()
  if (typed === '') return 0
  const isGrouped = /^\d{1,3}([\s,.'’]\d{3})+$/.test(typed)
  const digits = isGrouped ? typed.replaceAll(/\D/g, '') : typed
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}
