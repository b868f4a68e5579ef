import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Card } from '../ui/card.tsx'
import { DataList, type Column } from '../ui/data-list.tsx'
import { Icon } from '../ui/icon.tsx'
import { Problem } from '../ui/problem.tsx'
import { amount } from '../words/formats.ts'
import { importWords } from '../words/imports.ts'
import css from './imports.module.css'
import { refusedQuery, type Import } from './queries.ts'

type Row = { line: number; reason: string; cells: string[] }

/** The rows that are no contacts, why, and all of them as a file to be repaired. */
export function Refused({ one }: { one: Import }) {
  const { page = 1 } = useSearch({ from: '/frame/imports/$id' })
  // Where it grows, the page of it is another one.
  const { data, error, refetch } = useQuery({
    ...refusedQuery(one.id, page),
    enabled: one.refused > 0,
  })
  if (one.refused === 0) return null
  return (
    <Card
      title={importWords.refusedTitle({ total: one.refused })}
      note={importWords.refusedNote}
      action={
        <Button
          component="a"
          href={`/api/imports/${one.id}/refused`}
          download
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          aria-label={importWords.csvName({ total: one.refused })}
        >
          {importWords.csv}
        </Button>
      }
      isFlush
    >
      <ul className={css['reasons']}>
        {one.refused_reasons.map(({ reason, total }) => (
          <li key={reason}>
            <span>{reason}</span> <strong>{amount(total)}</strong>
          </li>
        ))}
      </ul>
      {error && !data ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <DataList
          name={importWords.refusedTitle({ total: one.refused })}
          rows={data?.data}
          columns={columns}
          keyOf={({ line }) => String(line)}
          nameOf={({ line }) => String(line)}
          narrow={(row) => ({
            title: row.reason,
            status: <span className={css['dim']}>{amount(row.line)}</span>,
            below: <span dir="auto">{rowText(row)}</span>,
          })}
          paging={data?.meta}
        />
      )}
    </Card>
  )
}

function rowText({ cells }: Row): string {
  const text = cells.filter((cell) => cell.trim() !== '').join(', ')
  return text === '' ? importWords.emptyRow : text.slice(0, 200)
}

const columns: Column<Row>[] = [
  { label: importWords.line, width: '80px', cell: ({ line }) => amount(line) },
  { label: importWords.why, cell: ({ reason }) => reason },
  {
    label: importWords.row,
    cell: (row) => (
      <span className={css['dim']} dir="auto">
        {rowText(row)}
      </span>
    ),
  },
]
