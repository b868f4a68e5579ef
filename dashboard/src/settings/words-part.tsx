import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client.ts'
import { Card } from '../ui/card.tsx'
import { TextField } from '../ui/fields.tsx'
import { Problem } from '../ui/problem.tsx'
import { useForm } from '../ui/use-form.ts'
import { settingsWords } from '../words/settings.ts'
import { accountQuery, useAccountChange, usualWordsQuery, type Account } from './queries.ts'
import { AreaSetting } from './setting.tsx'
import css from './words-part.module.css'

type Action = 'opt_out' | 'opt_in' | 'help'
type ListName = 'opt_out_words' | 'opt_in_words' | 'help_words'

const lists: readonly { name: ListName; action: Action }[] = [
  { name: 'opt_out_words', action: 'opt_out' },
  { name: 'opt_in_words', action: 'opt_in' },
  { name: 'help_words', action: 'help' },
]

export function WordsPart() {
  const { data } = useSuspenseQuery(accountQuery)
  return (
    <>
      <TryOut />
      <Card title={settingsWords.wordsTitle} note={settingsWords.wordsNote}>
        <div className={css['lists']}>
          {lists.map(({ name, action }) => (
            <Words key={name} name={name} action={action} account={data.data} />
          ))}
        </div>
      </Card>
    </>
  )
}

/** What a text would do: the one that is typed, by the words as they are saved. */
function TryOut() {
  const [found, setFound] = useState<{ text: string; action: Action | null; word: string | null }>()
  const form = useForm({
    initial: { text: '' },
    save: async ({ text }) => {
      const { data } = await answer(api.POST('/api/opt-out-words/try', { body: { text } }))
      setFound({ text, ...data })
    },
  })
  return (
    <Card title={settingsWords.tryTitle}>
      <form
        className={css['try']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <TextField
          form={form}
          name="text"
          label={settingsWords.tryLabel}
          placeholder={settingsWords.tryExample}
          autoComplete="off"
        />
        <Button type="submit" variant="default" aria-disabled={form.isSaving}>
          {settingsWords.tryAct}
        </Button>
      </form>
      {form.error !== undefined && <Problem error={form.error} />}
      <p className={css['found']} role="status">
        {found === undefined
          ? settingsWords.tryHint
          : settingsWords.tryFound[found.action ?? 'none']({
              text: found.text,
              word: found.word ?? '',
            })}
      </p>
    </Card>
  )
}

function Words({ name, action, account }: { name: ListName; action: Action; account: Account }) {
  const save = useAccountChange()
  const { data } = useQuery(usualWordsQuery)
  const usual = (data?.data ?? []).filter((one) => one.action === action).map(({ word }) => word)
  const isUsual = usual.length === 0 || usual.join('\n') === account[name].join('\n')
  return (
    <div className={css['list']}>
      <AreaSetting
        label={settingsWords.wordLists[action].label}
        note={settingsWords.wordLists[action].note}
        value={account[name].join('\n')}
        rows={8}
        save={(typed) => save({ [name]: wordsOf(typed) })}
      />
      {!isUsual && (
        <button type="button" className={css['usual']} onClick={() => void save({ [name]: usual })}>
          {settingsWords.usualWords}
        </button>
      )}
    </div>
  )
}

/** One a line, or between commas. */
function wordsOf(typed: string): string[] {
  return typed
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
