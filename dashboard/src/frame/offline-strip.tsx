import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { connection, useConnection } from '../api/connection.ts'
import { Icon } from '../ui/icon.tsx'
import { timeOfDay } from '../words/formats.ts'
import { frameWords } from '../words/frame.ts'
import css from './offline-strip.module.css'

/** While the server is not reached: since when, what one looks at, and when it is tried again. */
export function OfflineStrip() {
  const state = useConnection()
  if (!state.isLost) return null
  return <Strip since={state.since} nextTryAt={state.nextTryAt} />
}

function Strip({ since, nextTryAt }: { since: Date; nextTryAt: Date | null }) {
  const seconds = useSecondsUntil(nextTryAt)
  return (
    <section className={css['strip']} aria-label={frameWords.connection}>
      <Icon name="offline" />
      <p className={css['words']}>
        {/* Said once; the seconds that are counted down are for the eye. */}
        <span role="alert">{frameWords.offlineSince({ time: timeOfDay(since) })}</span>{' '}
        <span aria-hidden="true">
          {nextTryAt === null ? frameWords.tryingNow : frameWords.tryingIn({ seconds })}
        </span>
      </p>
      <Button variant="default" onClick={connection.tryNow} aria-disabled={nextTryAt === null}>
        {frameWords.tryNow}
      </Button>
    </section>
  )
}

function useSecondsUntil(at: Date | null): number {
  const [now, setNow] = useState(() => Date.now())
  // The clock is outside of React.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return at === null ? 0 : Math.max(1, Math.ceil((at.getTime() - now) / 1000))
}
