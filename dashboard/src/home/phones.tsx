import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../statuses/status-mark.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Card } from '../ui/card.tsx'
import { Meter } from '../ui/meter.tsx'
import { homeWords as words } from '../words/home.ts'
import css from './phones.module.css'
import { phonesQuery, type Device } from './queries.ts'

const shownMax = 5
/** Below it a phone that does not charge needs somebody. */
const lowBattery = 15

/** The phones, trouble first, each SIM with what it has used of its day. */
export function Phones() {
  const { data } = useSuspenseQuery(phonesQuery)
  const { total } = data.meta
  return (
    <Card
      title={words.phones}
      isFlush
      action={
        total > 0 && (
          <Link to="/devices" className={css['all']}>
            {words.allPhones({ total })}
          </Link>
        )
      }
    >
      {total === 0 ? (
        <div className={css['none']}>
          <p>{words.noPhones}</p>
          <ButtonLink to="/devices" search={{ connect: true }} variant="default">
            {words.connect}
          </ButtonLink>
        </div>
      ) : (
        <>
          <ul className={css['list']}>
            {data.data.slice(0, shownMax).map((device) => (
              <Phone key={device.id} device={device} />
            ))}
          </ul>
          <p className={css['foot']}>{words.ofToday}</p>
        </>
      )}
    </Card>
  )
}

function Phone({ device }: { device: Device }) {
  const { name, status, sims, is_pretend, device_battery: battery } = device
  const isLow = battery !== null && battery <= lowBattery && device.device_is_charging !== true
  return (
    <li className={css['phone']}>
      <div className={css['head']}>
        <span className={css['name']}>{name}</span>
        {is_pretend && <StatusMark of="device" value="pretend" />}
        {battery !== null && !is_pretend && (
          <span className={css['battery']} data-low={isLow} data-hint={words.batteryHint}>
            {words.battery({ percent: battery })}
          </span>
        )}
        <StatusMark of="device" value={status} />
      </div>
      {sims.map((sim) => (
        <SimLine key={sim.subscription_id} sim={sim} />
      ))}
    </li>
  )
}

function SimLine({ sim }: { sim: Device['sims'][number] }) {
  const { subscription_id, used, max_per_day: limit } = sim
  const isFull = limit > 0 && used.day >= limit
  return (
    <div className={css['sim']}>
      <span>{words.sim({ sim: subscription_id })}</span>
      {limit > 0 ? (
        <Meter value={used.day} limit={limit} label="" isBare tone={isFull ? 'warn' : 'ok'} />
      ) : (
        <span />
      )}
      <span className={css['used']} data-full={isFull}>
        {limit > 0 ? words.usedOf({ used: used.day, limit }) : words.used({ used: used.day })}
      </span>
    </div>
  )
}
