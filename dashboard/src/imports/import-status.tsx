import { StatusMark } from '../statuses/status-mark.tsx'
import { importWords } from '../words/imports.ts'
import css from './imports.module.css'
import type { Import } from './queries.ts'

/** A dry run that is over is no import: it waits for somebody to say so. */
export function Status({ one }: { one: Pick<Import, 'status' | 'dry_run'> }) {
  if (one.dry_run && one.status === 'finished')
    return <span className={css['dim']}>{importWords.tried}</span>
  return <StatusMark of="import" value={one.status} />
}
