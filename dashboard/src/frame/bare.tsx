import { Outlet } from '@tanstack/react-router'
import css from './frame.module.css'
import { OfflineStrip } from './offline-strip.tsx'

/** Around pages that own the screen: signing in, the editor. */
export function Bare() {
  return (
    <>
      <OfflineStrip />
      <main className={css['bare']}>
        <Outlet />
      </main>
    </>
  )
}
