import css from './icon.module.css'

/** Lines on a grid of 20, of our own drawing. */
const paths = {
  home: 'M3 9.5 10 3.5l7 6M5 8.5V16.5h10V8.5M8.5 16.5v-4h3v4',
  inbox: 'M3 4.5h9v6.5H7L4.5 13v-2H3zM14 7.5h3V14h-1.5v2L13 14H9v-1',
  campaigns: 'M3 4.5 17 10 3 15.5l2-5.5zM5 10h6',
  flows:
    'M4 5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M7 5h5a3 3 0 0 1 0 6H8a2.5 2.5 0 0 0 0 5h5M13 16a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0',
  audience:
    'M5 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M2.5 16.5c0-3 2-5 5-5s5 2 5 5M12.5 4.7a2.5 2.5 0 0 1 0 4.6M14 11.9c2 .6 3.5 2.3 3.5 4.6',
  devices: 'M6 2.5h8a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM8.8 15h2.4',
  reports: 'M3.5 16.5h13M5 16.5V9.5h2.5v7M9 16.5v-12h2.5v12M13 16.5v-5h2.5v5',
  settings:
    'M10 7.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 1 0 0-5.4M8.7 2.8h2.6l.4 1.9 1.6.9 1.9-.6 1.3 2.2-1.5 1.3v1.9l1.5 1.3-1.3 2.2-1.9-.6-1.6.9-.4 1.9H8.7l-.4-1.9-1.6-.9-1.9.6-1.3-2.2L5 10.4V8.6L3.5 7.2 4.8 5l1.9.6 1.6-.9z',
  search: 'M4 9a5 5 0 1 0 10 0A5 5 0 1 0 4 9M12.7 12.7 16.5 16.5',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  check: 'm4 10.5 4 4 8-9',
  cross: 'm5 5 10 10M15 5 5 15',
  back: 'M16.5 10h-13M8.5 5l-5 5 5 5',
  forward: 'M3.5 10h13M11.5 5l5 5-5 5',
  left: 'm12 5-5 5 5 5',
  right: 'm8 5 5 5-5 5',
  down: 'm5 8 5 5 5-5',
  up: 'm5 12 5-5 5 5',
  first: 'm14.5 5-5 5 5 5M5.5 5v10',
  last: 'm5.5 5 5 5-5 5M14.5 5v10',
  pause: 'M7 5v10M13 5v10',
  play: 'M6.5 4.5v11l9-5.5z',
  clock: 'M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M10 6v4l2.7 1.8',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3v.01',
  info: 'M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M10 9.3V13.5M10 6.7v.01',
  offline: 'M3 3l14 14M6 7.6a4 4 0 0 0-.5 7.9h8.5M8.7 5.3a5 5 0 0 1 6.1 4.2A3 3 0 0 1 16.5 14',
  unplugged:
    'm11.5 5.5 3-3M14.5 8.5l3-3M9.5 4.5l6 6-1.5 1.5a4.2 4.2 0 0 1-6-6zM8 12 3 17M12.5 14.5l3 3M15.5 14.5l-3 3',
  battery: 'M3 7h12v6H3zM15 9h2v2h-2M5 9h4v2H5z',
  network: 'M4 16v-2M8 16v-5M12 16V8M16 16V4',
  copy: 'M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3',
  share: 'M10 12.5v-9M6.5 7 10 3.5 13.5 7M4.5 10.5v6h11v-6',
  download: 'M10 3.5v9M6.5 9 10 12.5 13.5 9M4 16.5h12',
  upload: 'M10 12.5v-9M6.5 7 10 3.5 13.5 7M4 16.5h12',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v5M11.5 9v5',
  edit: 'm4 16 .8-3.3L13 4.5l2.5 2.5-8.2 8.2z',
  person: 'M7 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0M4 16.5c0-3.3 2.5-5.5 6-5.5s6 2.2 6 5.5',
  key: 'M3.5 12.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M8.6 10.4 15.5 3.5l1.5 1.5-1.5 1.5 1 1-2 2-1.5-1.5-2 2',
  eye: 'M2.5 10C4 7 6.6 5 10 5s6 2 7.5 5c-1.5 3-4.1 5-7.5 5s-6-2-7.5-5zM8 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  sort: 'm6.5 8 3.5-4 3.5 4M6.5 12l3.5 4 3.5-4',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4',
} as const

export type IconName = keyof typeof paths

/** A line icon, for the eye only: what it means is said by words beside it or by the name of its button. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className={css['icon']} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
