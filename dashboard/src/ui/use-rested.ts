import { useEffect, useState } from 'react'

/** A value once it has rested for a moment, so that not every key asks the server. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value)
  // The clock is outside of React.
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}
