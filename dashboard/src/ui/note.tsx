import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import css from './note.module.css'

type NoteProps = {
  tone?: 'plain' | 'warn' | 'bad'
  title?: ReactNode
  action?: ReactNode
  children?: ReactNode
}

/** A remark that stands in the page: why something waits, what it costs, what would help. */
export function Note({ tone = 'plain', title, action, children }: NoteProps) {
  return (
    <div className={classes(css['note'], css[tone])}>
      <span className={css['icon']}>
        <Icon name={tone === 'plain' ? 'info' : 'warning'} size={18} />
      </span>
      <div className={css['words']}>
        {title !== undefined && <strong className={css['title']}>{title} </strong>}
        {children}
      </div>
      {action !== undefined && <div className={css['action']}>{action}</div>}
    </div>
  )
}
