import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Card } from '../ui/card.tsx'
import { ComboBox, type ComboOption } from '../ui/combo-box.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { amount } from '../words/formats.ts'
import { conditionWords, segmentWords, type Condition } from '../words/segments.ts'
import { mayBeEmpty, narrowed, newRow, type Draft, type Row } from './draft.ts'
import { Places } from './places.tsx'
import { keysQuery, valuesQuery } from './queries.ts'
import css from './segments.module.css'
import { useRested } from '../ui/use-rested.ts'

export type PartProps = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  problems: ReadonlyMap<string, string>
}

/** Rows "where … and …", and the places: all of them have to hold. */
export function Rules({ draft, change, problems }: PartProps) {
  const { rows } = draft
  const setRow = (row: Row) => change({ rows: rows.map((one) => (one.id === row.id ? row : one)) })
  const remove = (id: number) => {
    const rest = rows.filter((row) => row.id !== id)
    change({ rows: rest.length > 0 ? rest : [newRow()] })
  }
  const problem = problems.get('rules')
  return (
    <Card title={segmentWords.rulesTitle} isFlush>
      <div className={css['rules']}>
        {rows.map((row, place) => (
          <RuleRow
            key={row.id}
            row={row}
            place={place}
            problems={problems}
            onChange={setRow}
            {...(rows.length > 1 || row.key !== '' ? { onRemove: () => remove(row.id) } : {})}
          />
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => change({ rows: [...rows, newRow()] })}
          >
            {segmentWords.addRow}
          </Button>
        </div>
        {problem !== undefined && (
          <p className={css['problem']} role="alert">
            {problem}
          </p>
        )}
      </div>
      <NoFields />
      <Places draft={draft} change={change} />
    </Card>
  )
}

type RowProps = {
  row: Row
  place: number
  problems: ReadonlyMap<string, string>
  onChange: (row: Row) => void
  onRemove?: () => void
}

function RuleRow({ row, place, problems, onChange, onRemove }: RowProps) {
  const number = place + 1
  return (
    <div className={css['row']} role="group" aria-label={segmentWords.conditionOf({ row: number })}>
      <span className={css['joint']}>{place === 0 ? segmentWords.where : segmentWords.and}</span>
      <KeyField
        row={row}
        number={number}
        problem={problems.get(`key-${row.id}`)}
        onChange={onChange}
      />
      <ConditionField row={row} number={number} onChange={onChange} />
      <ValueField
        row={row}
        number={number}
        problem={problems.get(`value-${row.id}`)}
        onChange={onChange}
      />
      {onRemove ? (
        <button
          type="button"
          className={css['remove']}
          aria-label={segmentWords.removeRow({ row: number })}
          onClick={onRemove}
        >
          <Icon name="cross" size={16} />
        </button>
      ) : (
        <span className={css['noRemove']} />
      )}
    </div>
  )
}

type FieldProps = { row: Row; number: number; onChange: (row: Row) => void }

function KeyField({
  row,
  number,
  problem,
  onChange,
}: FieldProps & { problem: string | undefined }) {
  const { data } = useQuery(keysQuery(''))
  const isEstimate = data?.is_estimate === true
  const options: ComboOption[] = (data?.data ?? []).map(({ key, kind, total }) => ({
    value: key,
    label: key,
    note: segmentWords.keyNote({
      kind: segmentWords.kindOfField[kind],
      total: segmentWords.fieldTotal({ total, isEstimate }),
    }),
  }))
  return (
    <ComboBox
      label={segmentWords.keyOf({ row: number })}
      isLabelHidden
      text={row.key}
      onText={(key) => onChange({ ...row, key })}
      options={narrowed(options, isKnown(options, row.key) ? '' : row.key)}
      placeholder={segmentWords.keyPlaceholder}
      problem={problem}
    />
  )
}

function ConditionField({ row, number, onChange }: FieldProps) {
  const id = useId()
  return (
    <div>
      <label className={css['hidden']} htmlFor={id}>
        {segmentWords.conditionOf({ row: number })}
      </label>
      <select
        id={id}
        className={css['select']}
        value={row.condition}
        // The options are the conditions.
        onChange={(event) =>
          onChange({ ...row, condition: event.currentTarget.value as Condition })
        }
      >
        {Object.entries(conditionWords).map(([condition, words]) => (
          <option key={condition} value={condition}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function ValueField({
  row,
  number,
  problem,
  onChange,
}: FieldProps & { problem: string | undefined }) {
  const [isMet, setMet] = useState(false)
  const term = useRested(row.value, 200)
  const { data } = useQuery({ ...valuesQuery(row.key, term), enabled: isMet && row.key !== '' })
  const options = (data?.data ?? []).map(({ value, total }) => ({
    value,
    label: value,
    note:
      data?.is_estimate === true
        ? segmentWords.fieldTotal({ total, isEstimate: true })
        : amount(total),
  }))
  return (
    <ComboBox
      label={segmentWords.valueOf({ row: number })}
      isLabelHidden
      text={row.value}
      onText={(value) => onChange({ ...row, value })}
      options={narrowed(options, row.value)}
      placeholder={
        mayBeEmpty(row.condition)
          ? segmentWords.emptyValuePlaceholder
          : segmentWords.valuePlaceholder
      }
      problem={problem}
      onFocus={() => setMet(true)}
    />
  )
}

function NoFields() {
  const { data } = useQuery(keysQuery(''))
  if (!data || data.data.length > 0) return null
  return (
    <div className={css['noFields']}>
      <Note>{segmentWords.noFields}</Note>
    </div>
  )
}

function isKnown(options: readonly ComboOption[], key: string): boolean {
  return options.some(({ value }) => value === key)
}
