import { Link, type LinkProps } from '@tanstack/react-router'
import { amount } from '../words/formats.ts'
import css from './tabs.module.css'

type Tab = { label: string; to: LinkProps; isCurrent: boolean; count?: number | undefined }

/** Parts of a page that have an address each: links, so that they can be opened, shared and gone back to. */
export function Tabs({ name, tabs }: { name: string; tabs: readonly Tab[] }) {
  return (
    <nav className={css['tabs']} aria-label={name}>
      {tabs.map(({ label, to, isCurrent, count }) => (
        <Link
          key={label}
          {...to}
          className={css['tab']}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={isCurrent ? 'page' : undefined}
          data-current={isCurrent}
        >
          {label}
          {count !== undefined && <span className={css['count']}> {amount(count)}</span>}
        </Link>
      ))}
    </nav>
  )
}
