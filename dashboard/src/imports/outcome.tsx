import { Card } from '../ui/card.tsx'
import { Meter } from '../ui/meter.tsx'
import { amount } from '../words/formats.ts'
import { importWords } from '../words/imports.ts'
import css from './imports.module.css'
import type { Import } from './queries.ts'

type OutcomeProps = {
  one: Import
  title: string
  /** Another try is on its way; these are the numbers of the last. */
  isOld?: boolean
}

/** What will happen, or what did: each row is in one of these numbers. */
export function Outcome({ one, title, isOld = false }: OutcomeProps) {
  const { created, updated, skipped, duplicates, refused, opted_out } = one
  const lines = [
    { label: importWords.newContacts, value: created },
    { label: importWords.updated, value: updated },
    ...(skipped > 0 ? [{ label: importWords.skipped, value: skipped }] : []),
    ...(duplicates ? [{ label: importWords.duplicates, value: duplicates }] : []),
    ...(opted_out > 0 ? [{ label: importWords.optOuts, value: opted_out }] : []),
    { label: importWords.refused, value: refused, isBad: refused > 0 },
  ]
  return (
    <Card title={title}>
      <dl className={css['outcome']} data-old={isOld}>
        {lines.map(({ label, value, isBad }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-bad={isBad === true}>{amount(value)}</dd>
          </div>
        ))}
      </dl>
      {isOld ? <p className={css['remark']}>{importWords.tryingAnew}</p> : <Remarks one={one} />}
    </Card>
  )
}

function Remarks({ one }: { one: Import }) {
  if (!one.dry_run) return null
  const { status, processed_rows: done, total_rows: total, stay_opted_out, mapping_problems } = one
  if (mapping_problems.length > 0)
    return <p className={css['remark']}>{importWords.nothingTried}</p>
  if (status === 'processing')
    return (
      <div className={css['remark']}>
        <p>{importWords.trying({ done, total })}</p>
        <Meter value={done} limit={total} label={importWords.columnRows} isBare />
      </div>
    )
  if (status !== 'finished') return null
  return (
    <p className={css['remark']}>
      {importWords.triedAll({ total })}{' '}
      {stay_opted_out !== null &&
        stay_opted_out > 0 &&
        importWords.stayOptedOut({ total: stay_opted_out })}
    </p>
  )
}
