import { Outlet } from '@tanstack/react-router'

/** What stands around the pages. */
export function Frame() {
  return <Outlet />
}
