import { Outlet } from '@tanstack/react-router'
import { Announcer } from '../ui/announce.tsx'
import { Hints } from '../ui/hints.tsx'

/** What every page has around it, also those without a rail. */
export function Root() {
  return (
    <>
      <Outlet />
      <Hints />
      <Announcer />
    </>
  )
}
