import { useSuspenseQuery } from '@tanstack/react-query'
import { Card } from '../ui/card.tsx'
import { settingsWords } from '../words/settings.ts'
import { accountQuery, useAccountChange } from './queries.ts'
import css from './setting.module.css'
import { AreaSetting, SwitchSetting, TextSetting } from './setting.tsx'
import { TextLength } from './text-length.tsx'

export function TextsPart() {
  const { data } = useSuspenseQuery(accountQuery)
  const save = useAccountChange()
  const account = data.data
  return (
    <>
      <Card title={settingsWords.confirmationTitle}>
        <div className={css['fields']}>
          <SwitchSetting
            label={settingsWords.confirmed}
            note={settingsWords.confirmedNote}
            value={account.is_opt_out_confirmed}
            save={(is_opt_out_confirmed) => save({ is_opt_out_confirmed })}
          />
          <div>
            <AreaSetting
              label={settingsWords.confirmationText}
              value={account.opt_out_confirmation}
              save={(opt_out_confirmation) => save({ opt_out_confirmation })}
            />
            <TextLength content={account.opt_out_confirmation} />
          </div>
        </div>
      </Card>
      <Card title={settingsWords.helpTitle}>
        <div className={css['fields']}>
          <SwitchSetting
            label={settingsWords.helped}
            value={account.is_help_answered}
            save={(is_help_answered) => save({ is_help_answered })}
          />
          <div>
            <AreaSetting
              label={settingsWords.helpText}
              value={account.help_answer}
              save={(help_answer) => save({ help_answer })}
            />
            <TextLength content={account.help_answer} />
          </div>
        </div>
      </Card>
      <Card title={settingsWords.manyTitle}>
        <div className={css['fields']}>
          <TextSetting
            label={settingsWords.footer}
            note={settingsWords.footerNote}
            value={account.opt_out_footer ?? ''}
            save={(opt_out_footer) => save({ opt_out_footer })}
          />
          <SwitchSetting
            label={settingsWords.smart}
            note={settingsWords.smartNote}
            value={account.smart_encoding}
            save={(smart_encoding) => save({ smart_encoding })}
          />
        </div>
      </Card>
    </>
  )
}
