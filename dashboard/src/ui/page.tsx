import { Link, type LinkProps } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { uiWords } from '../words/ui.ts'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import css from './page.module.css'

type PageProps = {
  title: string
  /** What the tab of the browser says, where it is not the title. */
  documentTitle?: string
  /** How many there are, beside the title. */
  count?: ReactNode
  /** The line that answers why one came. */
  answer?: ReactNode
  back?: { to: LinkProps; label: string }
  /** Beside the title: a status. */
  mark?: ReactNode
  /** The one thing to do here, beside the title. */
  action?: ReactNode
  /** The other moves, before the action. */
  moves?: ReactNode
  /** The column at the side; it goes underneath below 1100 px. */
  side?: ReactNode
  children: ReactNode
}

/** The frame of a page. Its title takes the focus when one comes from another page. */
export function Page({ title, documentTitle, side, children, ...head }: PageProps) {
  return (
    <div className={css['page']}>
      <title>{uiWords.titleOf({ page: documentTitle ?? title })}</title>
      <Head title={title} {...head} />
      <div className={classes(css['body'], side !== undefined && css['withSide'])}>
        <div className={css['main']}>{children}</div>
        {side !== undefined && <div className={css['side']}>{side}</div>}
      </div>
    </div>
  )
}

type HeadProps = Omit<PageProps, 'documentTitle' | 'side' | 'children'>

function Head({ title, count, answer, back, mark, action, moves }: HeadProps) {
  return (
    <div className={css['head']}>
      {back && (
        <Link {...back.to} className={css['back']}>
          <Icon name="left" size={16} />
          {back.label}
        </Link>
      )}
      <div className={css['row']}>
        <div className={css['titles']}>
          <PageTitle>
            {title}
            {count !== undefined && <span className={css['count']}> {count}</span>}
          </PageTitle>
          {mark}
        </div>
        {(moves !== undefined || action !== undefined) && (
          <div className={css['moves']}>
            {moves}
            {action}
          </div>
        )}
      </div>
      {answer !== undefined && <p className={css['answer']}>{answer}</p>}
    </div>
  )
}

/** The `h1`: takes the focus on arrival, so that keyboard and screen reader begin there. */
export function PageTitle({ children, className }: { children: ReactNode; className?: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  // The focus belongs to the browser: it is moved once, when the page is there.
  useEffect(() => {
    if (isFirstPage) isFirstPage = false
    else if (document.querySelector('dialog[open]') === null)
      title.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={title} tabIndex={-1} className={classes(css['title'], className)}>
      {children}
    </h1>
  )
}

/** The first page keeps the focus where the browser puts it. */
let isFirstPage = true
