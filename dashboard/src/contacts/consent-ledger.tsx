import { useSuspenseQuery } from '@tanstack/react-query'
import { Moment } from '../ui/formats.tsx'
import { contactWords } from '../words/contacts.ts'
import css from './contact-page.module.css'
import { consentQuery, type ConsentRecord } from './queries.ts'

/** Dated evidence, the newest on top. */
export function ConsentLedger({ id }: { id: number }) {
  const { data } = useSuspenseQuery(consentQuery(id))
  const records = data.data
  return (
    <>
      {records.length === 0 ? (
        <p className={css['plain']}>{contactWords.consentNone}</p>
      ) : (
        <ol className={css['ledger']}>
          {records.map((record) => (
            <li key={`${record.datetime} ${record.change}`} data-change={record.change}>
              <p className={css['fact']}>
                <strong>
                  {record.change === 'opted_out' ? contactWords.optedOut : contactWords.optedIn}
                </strong>{' '}
                {howOf(record)}
              </p>
              <p className={css['evidence']}>
                <Moment at={record.datetime} />
              </p>
              {record.note !== null && (
                <p className={css['evidence']}>{contactWords.note({ note: record.note })}</p>
              )}
            </li>
          ))}
        </ol>
      )}
      <p className={css['small']}>{contactWords.consentNote}</p>
    </>
  )
}

function howOf({ how, text, person, import_id, file_name, line }: ConsentRecord): string {
  const words = contactWords.how
  switch (how) {
    case 'reply':
      return text === null ? words.replyLost : words.reply({ text })
    case 'import': {
      const file = file_name ?? contactWords.fileUnnamed({ id: import_id ?? 0 })
      return words.import({ file: contactWords.fileNamed({ file, line }) })
    }
    case 'list':
      return words.list
    case 'api':
      return person === null ? words.apiUnknown : words.api({ person })
    default:
      return how
  }
}
