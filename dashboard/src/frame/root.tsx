import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { meQuery } from '../api/shared-queries.ts'
import { Announcer } from '../ui/announce.tsx'
import { ConfirmAbove } from '../ui/confirm.tsx'
import { Hints } from '../ui/hints.tsx'
import { setSingleKeys } from '../ui/keys.ts'
import { Notices } from '../ui/notices.tsx'

/** Until the account has said from how many on the number is typed. */
const usualThreshold = 1000

/** What every page has around it, also those without a rail. */
export function Root() {
  const { pathname } = useLocation()
  const isForSigningIn = pathname === '/login' || pathname.startsWith('/setup/')
  const { data: me } = useQuery({ ...meQuery, enabled: !isForSigningIn })
  const hasShortcuts = me?.data.person?.has_shortcuts
  // What the person has set goes with them from browser to browser; this one remembers it for its next start.
  useEffect(() => {
    if (hasShortcuts !== undefined) setSingleKeys(hasShortcuts)
  }, [hasShortcuts])
  return (
    <ConfirmAbove value={me?.data.account.confirmation_threshold ?? usualThreshold}>
      <Outlet />
      <Notices />
      <Hints />
      <Announcer />
    </ConfirmAbove>
  )
}
