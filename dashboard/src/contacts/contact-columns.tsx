import { StatusMark } from '../statuses/status-mark.tsx'
import type { Column, NarrowRow } from '../ui/data-list.tsx'
import { Moment, PhoneNumber } from '../ui/formats.tsx'
import { contactWords } from '../words/contacts.ts'
import { unknown } from '../words/formats.ts'
import css from './contacts.module.css'
import type { Contact } from './queries.ts'
import { writtenValue, type FieldValue } from './values.ts'

type Row = Pick<
  Contact,
  | 'id'
  | 'name'
  | 'phone_number'
  | 'has_opted_out'
  | 'can_be_sent_to'
  | 'last_received_datetime'
  | 'datetime'
  | 'custom_parameters'
>

/** Name, number, the chosen fields, when they wrote and since when they are here. */
export function columnsOf(fields: readonly string[]): Column<Row>[] {
  return [
    {
      label: contactWords.columnName,
      cell: (row) => <Name row={row} />,
      sort: 'name',
    },
    {
      label: contactWords.columnNumber,
      cell: ({ phone_number }) => <PhoneNumber number={phone_number} />,
      sort: 'phone_number',
      width: '190px',
    },
    ...fields.map((key) => ({ label: key, cell: (row: Row) => <Field row={row} name={key} /> })),
    {
      label: contactWords.columnLast,
      cell: ({ last_received_datetime }) => <Moment at={last_received_datetime} />,
      sort: 'last_received_datetime',
      width: '150px',
    },
    {
      label: contactWords.columnAdded,
      cell: ({ datetime }) => <Moment at={datetime} />,
      sort: 'datetime',
      width: '150px',
    },
  ]
}

export function narrowOf(fields: readonly string[]): (row: Row) => NarrowRow {
  return (row) => ({
    title: row.name ?? <PhoneNumber number={row.phone_number} />,
    status: <Mark row={row} />,
    below:
      row.name === null ? (
        <Fields row={row} keys={fields} />
      ) : (
        <PhoneNumber number={row.phone_number} />
      ),
    end: row.name === null ? undefined : <Fields row={row} keys={fields.slice(0, 1)} />,
  })
}

function Name({ row }: { row: Row }) {
  return (
    <span className={css['name']}>
      {row.name ?? <span className={css['nameless']}>{contactWords.noName}</span>}
      <Mark row={row} />
    </span>
  )
}

/** The exception is said, the rule is not: who may be texted has no mark. */
function Mark({ row }: { row: Row }) {
  if (row.has_opted_out) return <StatusMark of="contact" value="opted-out" />
  if (row.can_be_sent_to) return null
  return <StatusMark of="contact" value="no-number" />
}

function Field({ row, name }: { row: Row; name: string }) {
  const text = valueOf(row, name)
  return text === '' ? <span className={css['dim']}>{unknown}</span> : <>{text}</>
}

function Fields({ row, keys }: { row: Row; keys: readonly string[] }) {
  return (
    <>
      {keys
        .map((key) => valueOf(row, key))
        .filter(Boolean)
        .join(', ')}
    </>
  )
}

function valueOf({ custom_parameters }: Row, key: string): string {
  // The API keeps texts, numbers and booleans there.
  const values = custom_parameters as Record<string, FieldValue>
  return Object.hasOwn(values, key) ? writtenValue(values[key] ?? null) : ''
}
