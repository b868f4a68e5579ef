import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client.ts'
import { overviewQuery } from '../api/shared-queries.ts'
import { useWrite } from '../api/use-write.ts'
import { useNow } from '../ui/formats.tsx'
import { Icon } from '../ui/icon.tsx'
import { useNotices } from '../ui/notices.tsx'
import { instantOf, momentInWords } from '../words/formats.ts'
import { attentionSentence, homeWords as words } from '../words/home.ts'
import { AttentionAct } from './attention-act.tsx'
import css from './attention-list.module.css'
import type { Attention } from './queries.ts'
import { RestoredDialog } from './restored-dialog.tsx'

const shownMax = 5

/** What needs somebody, worst first: each a fact, its cause and one act. Nothing where all is well. */
export function AttentionList() {
  const { data } = useSuspenseQuery(overviewQuery)
  const [isWhole, setWhole] = useState(false)
  const { attention } = data.data
  if (attention.length === 0) return null
  const rest = attention.length - shownMax
  return (
    <section aria-label={words.attention} className={css['attention']}>
      <ul className={css['list']}>
        {(isWhole ? attention : attention.slice(0, shownMax)).map((one) => (
          <Item key={one.key} one={one} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={css['more']} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.more({ total: rest })}
        </button>
      )}
      <RestoredDialog />
    </section>
  )
}

function Item({ one }: { one: Attention }) {
  const now = useNow()
  const { severity, kind, since_datetime } = one
  const since = since_datetime === null ? now : instantOf(since_datetime)
  const said = attentionSentence(one, {
    seconds: (now.getTime() - since.getTime()) / 1000,
    time: (datetime) => momentInWords(instantOf(datetime), { now }),
  })
  if (!said) return null
  return (
    <li className={css['item']}>
      <span className={css['shape']} data-severity={severity}>
        <Icon name={kind === 'phone_offline' ? 'cross' : 'warning'} size={18} />
        <span className={css['unseen']}>{severity === 'bad' ? words.bad : words.warn}</span>
      </span>
      <div className={css['words']}>
        <p className={css['fact']}>{said.fact}</p>
        <p className={css['cause']}>{said.cause}</p>
      </div>
      <div className={css['act']}>
        {said.act !== null && <AttentionAct one={one} label={said.act} />}
      </div>
      <Dismiss one={one} fact={said.fact} />
    </li>
  )
}

function Dismiss({ one: { key }, fact }: { one: Attention; fact: string }) {
  const { say } = useNotices()
  const { write } = useWrite({
    mutationFn: (_: undefined, once) =>
      answer(
        api.POST('/api/attention/{key}/dismiss', { params: { path: { key } }, headers: once }),
      ),
    changes: [['overview']],
    onSuccess: () => say(words.dismissed),
  })
  return (
    <button
      type="button"
      className={css['dismiss']}
      aria-label={words.dismiss({ fact })}
      data-hint={words.dismissHint}
      onClick={() => write(undefined)}
    >
      <Icon name="cross" size={16} />
    </button>
  )
}
