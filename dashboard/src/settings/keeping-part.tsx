import { useSuspenseQuery } from '@tanstack/react-query'
import { Card } from '../ui/card.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { NumberField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useForm } from '../ui/use-form.ts'
import { settingsWords } from '../words/settings.ts'
import { accountQuery, useAccountChange, type Account } from './queries.ts'
import css from './setting.module.css'
import { RadioSetting } from './setting.tsx'
import { wholeOf } from './whole.ts'

export function KeepingPart() {
  const { data } = useSuspenseQuery(accountQuery)
  const save = useAccountChange()
  const account = data.data
  return (
    <>
      <Card title={settingsWords.retentionTitle}>
        <Retention account={account} />
      </Card>
      <Card title={settingsWords.inboundTitle}>
        <RadioSetting
          label={settingsWords.inbound}
          value={account.inbound_from}
          options={settingsWords.inboundOptions}
          save={(from) => save({ inbound_from: from === 'contacts' ? 'contacts' : 'anyone' })}
        />
      </Card>
    </>
  )
}

type Days = { retention_text_days: string; retention_sms_days: string }

/** Saved by a button and not by leaving the field: what it deletes does not come back. */
function Retention({ account }: { account: Account }) {
  const save = useAccountChange()
  const { open } = useDialog('retention')
  const form = useForm<Days>({
    initial: {
      retention_text_days: daysOf(account.retention_text_days),
      retention_sms_days: daysOf(account.retention_sms_days),
    },
    save: ({ retention_text_days: texts, retention_sms_days: all }) =>
      save({
        retention_text_days: texts.trim() === '' ? null : wholeOf(texts),
        retention_sms_days: all.trim() === '' ? null : wholeOf(all),
      }),
  })
  const asking = {
    ...form,
    submit: () => (isShorter(account, form.values) ? open() : form.submit()),
  }
  return (
    <div className={css['fields']}>
      <p className={css['text']}>{settingsWords.retentionText}</p>
      <Form form={asking} act={settingsWords.retentionAct} warnsOnLeaving>
        <NumberField
          form={form}
          name="retention_text_days"
          label={settingsWords.textDays}
          note={settingsWords.textDaysNote}
          placeholder={settingsWords.forEver}
          suffix={settingsWords.days}
        />
        <NumberField
          form={form}
          name="retention_sms_days"
          label={settingsWords.smsDays}
          note={settingsWords.smsDaysNote}
          placeholder={settingsWords.forEver}
          suffix={settingsWords.days}
        />
      </Form>
      <Confirm
        name="retention"
        question={settingsWords.retentionQuestion}
        will={settingsWords.retentionWill({
          texts: form.values.retention_text_days.trim(),
          all: form.values.retention_sms_days.trim(),
        })}
        cannot={settingsWords.retentionCannot}
        wayOut={settingsWords.retentionWayOut}
        act={settingsWords.retentionConfirmed}
        isDangerous
        onAct={() => form.submit()}
      />
    </div>
  )
}

function daysOf(days: number | null): string {
  return days === null ? '' : String(days)
}

/** Whether anything would be deleted that is kept now. */
function isShorter(account: Account, days: Days): boolean {
  const pairs = [
    [account.retention_text_days, days.retention_text_days],
    [account.retention_sms_days, days.retention_sms_days],
  ] as const
  return pairs.some(([before, typed]) => {
    const after = wholeOf(typed)
    return typed.trim() !== '' && after > 0 && (before === null || after < before)
  })
}
