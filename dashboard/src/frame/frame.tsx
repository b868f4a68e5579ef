import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useLive } from '../api/events.ts'
import { useDialog } from '../ui/dialog-state.ts'
import { frameWords } from '../words/frame.ts'
import css from './frame.module.css'
import { useJobsWatch } from './jobs-line.tsx'
import { useFrameKeys } from './keys.ts'
import { MoreSheet, TabBar, TopBar } from './narrow-bars.tsx'
import { OfflineStrip } from './offline-strip.tsx'
import { Rail } from './rail.tsx'

const SearchDialog = lazy(() =>
  import('./search-dialog.tsx').then(({ SearchDialog: component }) => ({ default: component })),
)
const KeysDialog = lazy(() =>
  import('./keys-dialog.tsx').then(({ KeysDialog: component }) => ({ default: component })),
)
const SendingDialog = lazy(() =>
  import('./sending-dialog.tsx').then(({ SendingDialog: component }) => ({ default: component })),
)

/** What stands around the pages: the rail at a desk, bars above and below on a phone. */
export function Frame() {
  useFrameKeys()
  useLive(['fleet', 'attention'])
  useJobsWatch()
  return (
    <div className={css['frame']}>
      <a
        className={css['skip']}
        href="#page"
        onClick={(event) => {
          event.preventDefault()
          document.querySelector<HTMLElement>('#page h1')?.focus()
        }}
      >
        {frameWords.skip}
      </a>
      <Rail />
      <TopBar />
      <div className={css['beside']}>
        <OfflineStrip />
        <main id="page">
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <TabBar />
      <MoreSheet />
      <WhenOpen name="search" dialog={SearchDialog} />
      <WhenOpen name="keys" dialog={KeysDialog} />
      <WhenOpen name="sending" dialog={SendingDialog} />
    </div>
  )
}

/** Dialogs of the frame are files of their own, loaded when they are first opened. */
function WhenOpen({ name, dialog: Opened }: { name: string; dialog: React.ComponentType }) {
  const { isOpen } = useDialog(name)
  return isOpen ? (
    <Suspense>
      <Opened />
    </Suspense>
  ) : null
}
