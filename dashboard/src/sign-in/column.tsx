import type { ReactNode } from 'react'
import { Mark } from '../ui/mark.tsx'
import { PageTitle } from '../ui/page.tsx'
import { uiWords } from '../words/ui.ts'
import css from './column.module.css'

type ColumnProps = {
  title: string
  documentTitle: string
  /** Under the title. */
  text?: ReactNode
  children: ReactNode
}

/** The one column of the pages on which nobody is signed in: mark, title, the address that it is the sign-in of. */
export function Column({ title, documentTitle, text, children }: ColumnProps) {
  return (
    <div className={css['column']}>
      <title>{uiWords.titleOf({ page: documentTitle })}</title>
      <Mark size={36} />
      <div className={css['head']}>
        <PageTitle className={css['title'] ?? ''}>{title}</PageTitle>
        <p className={css['address']}>{location.host}</p>
        {text !== undefined && <p className={css['text']}>{text}</p>}
      </div>
      {children}
    </div>
  )
}

/** What to run on the server, after a sentence that says so. */
export function Command({ before, command }: { before: string; command: string }) {
  return (
    <p className={css['hint']}>
      {before} <code className={css['command']}>{command}</code>
    </p>
  )
}
