import type { LinkProps } from '@tanstack/react-router'
import type { IconName } from '../ui/icon.tsx'
import { frameWords } from '../words/frame.ts'

/** A place of the product: an entry of the rail, of the tab bar or of the sheet, and a key after `G`. */
export type Place = {
  name: string
  link: LinkProps
  icon: IconName
  /** The key that goes there after `G`. */
  key?: string
  /** Beginnings of the addresses that belong to it. */
  paths: string[]
  /** The places inside it, shown while one of them is open. */
  inside?: Place[]
}

const audience: Place[] = [
  { name: frameWords.contacts, link: { to: '/contacts' }, icon: 'audience', paths: ['/contacts'] },
  { name: frameWords.segments, link: { to: '/segments' }, icon: 'audience', paths: ['/segments'] },
  { name: frameWords.imports, link: { to: '/imports' }, icon: 'upload', paths: ['/imports'] },
  { name: frameWords.optOuts, link: { to: '/opt-outs' }, icon: 'cross', paths: ['/opt-outs'] },
]

/** In the order of the rail. What has no page has no entry. */
export const places: Place[] = [
  { name: frameWords.home, link: { to: '/' }, icon: 'home', key: 'h', paths: ['/', '/welcome'] },
  {
    name: frameWords.campaigns,
    link: { to: '/campaigns' },
    icon: 'campaigns',
    key: 'c',
    paths: ['/campaigns'],
  },
  {
    name: frameWords.audience,
    link: { to: '/contacts' },
    icon: 'audience',
    key: 'a',
    paths: ['/contacts', '/segments', '/imports', '/opt-outs', '/jobs'],
    inside: audience,
  },
  {
    name: frameWords.devices,
    link: { to: '/devices' },
    icon: 'devices',
    key: 'd',
    paths: ['/devices'],
  },
  {
    name: frameWords.settings,
    link: { to: '/settings/$part', params: { part: 'account' } },
    icon: 'settings',
    key: 's',
    paths: ['/settings'],
  },
]

/** Those of the tab bar; the sheet has the rest. */
export const tabs = places.filter(({ key }) => key !== 's')

/** What the sheet lists: all that the tab bar has no room for. */
export const behindMore: Place[] = [
  ...audience.slice(1),
  ...places.filter(({ key }) => key === 's'),
]

/** Whether an address lies in a place. */
export function isIn({ paths }: Place, pathname: string): boolean {
  return paths.some(
    (path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)),
  )
}
