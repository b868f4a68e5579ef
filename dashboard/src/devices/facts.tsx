import { Icon, type IconName } from '../ui/icon.tsx'
import { useNow } from '../ui/formats.tsx'
import { exactMoment, instantOf } from '../words/formats.ts'
import { deviceWords as words } from '../words/devices.ts'
import css from './facts.module.css'
import type { Device } from './queries.ts'

/** Below it a phone that does not charge needs somebody. */
const lowBattery = 15
const minuteSeconds = 60

/** Battery, network, when it was last heard of, what waits: what is not known is left out. */
export function Facts({ device }: { device: Device }) {
  const { device_battery: percent, device_is_charging, network, total_pending_sms } = device
  const isCharging = device_is_charging === true
  if (device.status === 'new' && total_pending_sms === 0) return null
  return (
    <div className={css['facts']}>
      {percent !== null && !device.is_hosted && (
        <Fact
          icon="battery"
          tone={percent <= lowBattery && !isCharging ? 'bad' : 'plain'}
          hint={words.battery({ percent, isCharging })}
        >
          {words.percent({ percent })}
        </Fact>
      )}
      {network !== null && !device.is_hosted && (
        <Fact icon="network" tone={toneOf(network)}>
          {words.networks[network]}
        </Fact>
      )}
      <Heard device={device} />
      <span className={css['waiting']}>{words.waiting({ total: total_pending_sms })}</span>
    </div>
  )
}

function toneOf(network: NonNullable<Device['network']>): Tone {
  if (network === 'none') return 'bad'
  return network === '2g' ? 'warn' : 'plain'
}

function Heard({
  device: { last_heard_datetime: at, offline_since_datetime },
}: {
  device: Device
}) {
  const now = useNow()
  if (at === null) return null
  const instant = instantOf(at)
  const seconds = Math.max(0, (now.getTime() - instant.getTime()) / 1000)
  return (
    <Fact
      icon="clock"
      tone={offline_since_datetime === null ? 'plain' : 'bad'}
      hint={`${words.heardHint}: ${exactMoment(instant)}`}
    >
      <time dateTime={instant.toISOString()}>
        {seconds < minuteSeconds ? words.heardNow : words.heardAgo({ seconds })}
      </time>
    </Fact>
  )
}

type Tone = 'plain' | 'warn' | 'bad'
type FactProps = { icon: IconName; tone: Tone; hint?: string; children: React.ReactNode }

function Fact({ icon, tone, hint, children }: FactProps) {
  return (
    <span className={css['fact']} data-tone={tone} data-hint={hint}>
      <Icon name={icon} size={16} />
      {children}
    </span>
  )
}
