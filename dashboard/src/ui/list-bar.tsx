import type { ReactNode } from 'react'
import css from './list-bar.module.css'

/** The line above a list: chips at its beginning, the search at its end. On a phone the search stands above. */
export function ListBar({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <div className={css['bar']} data-list-bar>
      {children !== undefined && <div className={css['begin']}>{children}</div>}
      {end !== undefined && <div className={css['end']}>{end}</div>}
    </div>
  )
}
