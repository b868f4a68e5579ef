import { useRouter } from '@tanstack/react-router'
import { textOf, useChangeSearch, useSearchValues } from './search-state.ts'

export type DialogState = {
  isOpen: boolean
  /** What it is about, such as an id; undefined while it is closed. */
  about: string | undefined
  open: (about?: string | number) => void
  close: () => void
}

/** A dialog is open while the URL says `?dialog=name`, so that *back* closes it and a link can lead to it. */
export function useDialog(name: string): DialogState {
  const search = useSearchValues()
  const change = useChangeSearch()
  const router = useRouter()
  const isOpen = textOf(search['dialog']) === name
  return {
    isOpen,
    about: isOpen ? textOf(search['about']) : undefined,
    open: (about) => void change({ dialog: name, about }, { isNewEntry: true }),
    close: () => {
      // What was done in it may have led to another page already.
      const current: Readonly<Record<string, unknown>> = router.latestLocation.search
      if (textOf(current['dialog']) !== name) return
      void change({ dialog: undefined, about: undefined })
    },
  }
}
