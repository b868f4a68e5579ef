import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { uiWords } from '../words/ui.ts'
import css from './empty.module.css'
import { Icon, type IconName } from './icon.tsx'

type EmptyProps = { title: string; text: ReactNode; action?: ReactNode; icon?: IconName }

/** Nothing is here yet: what this is, what will happen, one button. */
export function Empty({ title, text, action, icon }: EmptyProps) {
  return (
    <div className={css['empty']}>
      {icon && (
        <span className={css['icon']}>
          <Icon name={icon} size={28} />
        </span>
      )}
      <p className={css['title']}>{title}</p>
      <p className={css['text']}>{text}</p>
      {action !== undefined && <div className={css['action']}>{action}</div>}
    </div>
  )
}

type EmptyByFilterProps = {
  text: string
  /** What clears the filter; without it all of the page's search is cleared. */
  onShowAll?: () => void
}

/** Nothing is left by the filter, which is another thing than that there is nothing. */
export function EmptyByFilter({ text, onShowAll }: EmptyByFilterProps) {
  return (
    <div className={css['byFilter']}>
      <span>{text}</span>
      {onShowAll ? (
        <button type="button" className={css['showAll']} onClick={onShowAll}>
          {uiWords.showAll}
        </button>
      ) : (
        <Link to="." search={{}} className={css['showAll']}>
          {uiWords.showAll}
        </Link>
      )}
    </div>
  )
}
