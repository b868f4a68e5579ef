import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card } from '../ui/card.tsx'
import { settingsWords } from '../words/settings.ts'
import { accountQuery, useAccountChange, type Account } from './queries.ts'
import css from './setting.module.css'
import { SwitchSetting, TextSetting } from './setting.tsx'
import { TimesSetting } from './times-setting.tsx'

/** What quiet hours begin as, when they are switched on. */
const usualHours = { quiet_hours_start: '21:00', quiet_hours_end: '09:00' }
const noHours = { quiet_hours_start: null, quiet_hours_end: null }

export function SendingPart() {
  const { data } = useSuspenseQuery(accountQuery)
  const save = useAccountChange()
  const account = data.data
  return (
    <>
      <QuietHours account={account} />
      <Card title={settingsWords.clockTitle}>
        <div className={css['fields']}>
          <p className={css['text']}>{settingsWords.clockText}</p>
          <TextSetting
            label={settingsWords.clockField}
            note={settingsWords.clockFieldNote}
            value={account.timezone_parameter ?? ''}
            save={(name) => save({ timezone_parameter: name.trim() })}
          />
        </div>
      </Card>
      <Card title={settingsWords.paceTitle}>
        <p className={css['text']}>
          {settingsWords.paceText} <Link to="/devices">{settingsWords.toDevices}</Link>
        </p>
      </Card>
    </>
  )
}

function QuietHours({ account }: { account: Account }) {
  const save = useAccountChange()
  const { quiet_hours_start: start, quiet_hours_end: end } = account
  const isOn = start !== null && end !== null
  return (
    <Card title={settingsWords.quietTitle}>
      <div className={css['fields']}>
        <SwitchSetting
          label={settingsWords.quiet}
          note={settingsWords.quietNote}
          value={isOn}
          save={(wanted) => save(wanted ? usualHours : noHours)}
        />
        {isOn && (
          <TimesSetting
            start={start}
            end={end}
            save={(times) => save({ quiet_hours_start: times.start, quiet_hours_end: times.end })}
          />
        )}
      </div>
    </Card>
  )
}
