import { useEffect, useState } from 'react'
import { instantOf } from '../words/formats.ts'

/** How many seconds there are to an instant of the API, counted down; 0 for none, and once it has come. */
export function useSecondsTo(datetime: string | null): number {
  const [now, setNow] = useState(() => Date.now())
  // The clock is outside of React.
  useEffect(() => {
    if (datetime === null) return undefined
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [datetime])
  if (datetime === null) return 0
  return Math.max(0, Math.ceil((instantOf(datetime).getTime() - now) / 1000))
}
