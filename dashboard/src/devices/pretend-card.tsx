import { Button } from '@mantine/core'
import { sentencesOf } from '../ui/failure.ts'
import { useNotices } from '../ui/notices.tsx'
import { deviceWords as words } from '../words/devices.ts'
import css from './pretend-card.module.css'
import { useNewPretendPhone } from './writes.ts'

/** Who has no phone at hand starts one that is none. */
export function PretendCard() {
  const { say, warn } = useNotices()
  const { write, isPending } = useNewPretendPhone({
    onDone: () => say(words.pretendStarted),
    onError: (error) => warn(sentencesOf(error, { isWrite: true }).join(' ')),
  })
  return (
    <section className={css['card']} aria-label={words.pretendTitle}>
      <h2>{words.pretendTitle}</h2>
      <p className={css['text']}>{words.pretendText}</p>
      <Button variant="default" aria-disabled={isPending} onClick={() => write()}>
        {words.startPretend}
      </Button>
    </section>
  )
}
