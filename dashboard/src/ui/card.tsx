import { useId, type ReactNode } from 'react'
import css from './card.module.css'
import { classes } from './classes.ts'

type CardProps = {
  title?: ReactNode
  /** Beside the title, dimmed. */
  note?: ReactNode
  action?: ReactNode
  /** Rows and tables bring their own padding. */
  isFlush?: boolean
  children: ReactNode
}

/** A thing that is a unit, with a hairline around it; with a title, a named section. */
export function Card({ title, note, action, isFlush = false, children }: CardProps) {
  const id = useId()
  const isNamed = title !== undefined
  return (
    <section className={css['card']} aria-labelledby={isNamed ? id : undefined}>
      {isNamed && (
        <div className={css['head']}>
          <h2 id={id} className={css['title']}>
            {title}
          </h2>
          {note !== undefined && <span className={css['note']}>{note}</span>}
          {action !== undefined && <div className={css['action']}>{action}</div>}
        </div>
      )}
      <div className={classes(!isFlush && css['body'])}>{children}</div>
    </section>
  )
}
