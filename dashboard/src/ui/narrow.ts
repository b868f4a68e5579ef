import { useSyncExternalStore } from 'react'

const query = matchMedia('(width <= 760px)')

/** Whether the window is as narrow as a phone, where a layout needs other elements and not only other styles. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => query.matches,
  )
}
