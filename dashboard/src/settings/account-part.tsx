import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { meQuery } from '../api/shared-queries.ts'
import { useWrite } from '../api/use-write.ts'
import { Card } from '../ui/card.tsx'
import { countryOptions, timezoneOptions } from '../words/places.ts'
import { settingsWords } from '../words/settings.ts'
import { accountQuery, useAccountChange } from './queries.ts'
import css from './setting.module.css'
import { SelectSetting, SwitchSetting, TextSetting } from './setting.tsx'
import { wholeOf } from './whole.ts'

export function AccountPart() {
  const { data } = useSuspenseQuery(accountQuery)
  const save = useAccountChange()
  const account = data.data
  return (
    <>
      <Card title={settingsWords.accountTitle}>
        <div className={css['fields']}>
          <TextSetting
            label={settingsWords.accountName}
            value={account.name}
            save={(name) => save({ name: name.trim() })}
          />
          <SelectSetting
            label={settingsWords.timezone}
            note={settingsWords.timezoneNote}
            value={account.timezone}
            options={timezoneOptions(account.timezone)}
            save={(timezone) => save({ timezone })}
          />
          <SelectSetting
            label={settingsWords.country}
            note={settingsWords.countryNote}
            value={account.default_country ?? ''}
            options={[{ value: '', label: settingsWords.noCountry }, ...countryOptions()]}
            save={(code) => save({ default_country: code })}
          />
          <TextSetting
            label={settingsWords.threshold}
            note={settingsWords.thresholdNote}
            value={String(account.confirmation_threshold)}
            isNumber
            suffix={settingsWords.contacts}
            save={(typed) => save({ confirmation_threshold: wholeOf(typed) })}
          />
        </div>
      </Card>
      <You />
    </>
  )
}

function You() {
  const { data } = useQuery(meQuery)
  const { writeNow } = useWrite({
    mutationFn: (body: { name?: string; has_shortcuts?: boolean }, headers) =>
      answer(api.POST('/api/me', { body, headers })),
    changes: [['me'], ['sign-ins']],
  })
  const person = data?.data.person
  if (!person) return null
  return (
    <Card title={settingsWords.youTitle}>
      <div className={css['fields']}>
        <TextSetting
          label={settingsWords.yourName}
          note={settingsWords.yourNameNote}
          value={person.name}
          save={(name) => writeNow({ name: name.trim() })}
        />
        <SwitchSetting
          label={settingsWords.shortcuts}
          note={settingsWords.shortcutsNote}
          value={person.has_shortcuts}
          save={(has_shortcuts) => writeNow({ has_shortcuts })}
        />
      </div>
    </Card>
  )
}
