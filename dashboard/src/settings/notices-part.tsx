import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Card } from '../ui/card.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { DataList, type Column } from '../ui/data-list.tsx'
import { Moment } from '../ui/formats.tsx'
import { Note } from '../ui/note.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Problem } from '../ui/problem.tsx'
import { settingsWords } from '../words/settings.ts'
import { accountQuery, healthQuery, toldQuery, useAccountChange, type Told } from './queries.ts'
import css from './setting.module.css'
import { AreaSetting, TextSetting } from './setting.tsx'

export function NoticesPart() {
  const { data } = useSuspenseQuery(accountQuery)
  const { data: health } = useQuery(healthQuery)
  const save = useAccountChange()
  const account = data.data
  const secret = account.notification_webhook_secret
  return (
    <>
      {health?.data.mail.is_configured === false && (
        <Note tone="warn" title={settingsWords.noMailTitle}>
          {settingsWords.noMail}
        </Note>
      )}
      <Card title={settingsWords.whereTitle} action={<Trying account={account} />}>
        <div className={css['fields']}>
          <AreaSetting
            label={settingsWords.emails}
            note={settingsWords.emailsNote}
            value={account.notification_emails.join('\n')}
            save={(typed) => save({ notification_emails: linesOf(typed) })}
          />
          <TextSetting
            label={settingsWords.webhook}
            note={settingsWords.webhookNote}
            type="url"
            value={account.notification_webhook_url ?? ''}
            save={(url) => save({ notification_webhook_url: url.trim() })}
          />
          {secret !== null && (
            <div className={css['row']}>
              <span className={css['text']}>{settingsWords.webhookSecret}</span>
              <CopyButton text={secret} />
            </div>
          )}
        </div>
      </Card>
      <Card title={settingsWords.toldTitle} note={settingsWords.toldNote} isFlush>
        <ToldList />
      </Card>
    </>
  )
}

function Trying({
  account,
}: {
  account: { notification_emails: string[]; notification_webhook_url: string | null }
}) {
  const { say, warn } = useNotices()
  const { write, isPending } = useWrite({
    mutationFn: (_: undefined, headers) =>
      answer(api.POST('/api/account/notifications/test', { headers })),
    changes: [['notifications']],
    onSuccess: ({ data }) => say(settingsWords.tried({ total: data.total })),
    onError: (error) => warn(error.message),
  })
  const isNowhere =
    account.notification_emails.length === 0 && account.notification_webhook_url === null
  return (
    <Button
      variant="default"
      aria-disabled={isNowhere || isPending}
      {...(isNowhere ? { 'data-hint': settingsWords.nowhere } : {})}
      onClick={() => {
        if (!isNowhere) write(undefined)
      }}
    >
      {settingsWords.tryNotices}
    </Button>
  )
}

function ToldList() {
  const { data, error, refetch } = useQuery(toldQuery)
  if (error && !data) return <Problem error={error} retry={() => void refetch()} />
  return (
    <DataList
      name={settingsWords.toldTitle}
      rows={data?.data.slice(0, shownMax)}
      columns={columns}
      keyOf={({ id }) => String(id)}
      nameOf={({ title }) => title}
      narrow={(told) => ({
        title: told.title,
        below: stateOf(told),
        end: <Moment at={told.datetime} />,
      })}
      empty={<p className={css['none']}>{settingsWords.toldNone}</p>}
    />
  )
}

const shownMax = 50

const columns: Column<Told>[] = [
  { label: settingsWords.columnWhat, cell: ({ title }) => title },
  { label: settingsWords.columnState, cell: stateOf },
  {
    label: settingsWords.columnWhen,
    width: '140px',
    align: 'end',
    cell: ({ datetime }) => <Moment at={datetime} />,
  },
]

/** To whom it went, and why not where it did not. */
function stateOf({ deliveries }: Told): string {
  if (deliveries.length === 0) return settingsWords.toNobody
  return deliveries
    .map(({ address, sent_datetime, next_datetime, error }) => {
      if (sent_datetime !== null) return settingsWords.toldTo({ address })
      const why = { address, error: error ?? '' }
      return next_datetime === null ? settingsWords.toldNot(why) : settingsWords.toldLater(why)
    })
    .join(' ')
}

function linesOf(typed: string): string[] {
  return typed
    .split(/[\s,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
