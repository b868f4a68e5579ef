import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { Card } from '../ui/card.tsx'
import { allCountries } from '../words/countries.ts'
import { importWords } from '../words/imports.ts'
import { groupedNumber } from '../words/phone-number.ts'
import css from './imports.module.css'
import { fieldTarget, keyOf, type Mapping, type Target } from './mapping.ts'
import { fieldsQuery, type Import } from './queries.ts'

export type Settings = {
  mapping: Mapping
  default_country: string | null
  on_known: 'update' | 'skip'
}

type MappingCardProps = {
  one: Import
  settings: Settings
  problem: string | undefined
  onChange: (part: Partial<Settings>) => void
  /** What else is settled before a run. */
  children?: ReactNode
}

/** Each column with its first values and what it becomes; under them how numbers are read. */
export function MappingCard({ one, settings, problem, onChange, children }: MappingCardProps) {
  const { data } = useQuery(fieldsQuery)
  const known = (data?.data ?? []).map(({ key }) => key)
  const { mapping } = settings
  return (
    <Card title={importWords.mappingTitle} isFlush>
      {problem !== undefined && (
        <p className={css['mappingProblem']} role="alert">
          {problem}
        </p>
      )}
      <div className={css['columns']} role="table" aria-label={importWords.mappingTitle}>
        <div className={css['columnHead']} role="row">
          <span role="columnheader">{importWords.columnOfFile}</span>
          <span role="columnheader">{importWords.firstRow}</span>
          <span role="columnheader">{importWords.becomes}</span>
        </div>
        {one.columns.map((column, place) => (
          <div key={`${place} ${column.name}`} className={css['column']} role="row">
            <span role="rowheader" className={css['columnName']} dir="auto">
              {column.name}
            </span>
            <span role="cell" className={css['samples']}>
              <Samples column={column} target={mapping[column.name] ?? null} />
            </span>
            <span role="cell">
              <TargetSelect
                column={column}
                target={mapping[column.name] ?? null}
                known={known}
                onChange={(target) => onChange({ mapping: { ...mapping, [column.name]: target } })}
              />
            </span>
          </div>
        ))}
      </div>
      <div className={css['settings']}>
        <CountrySelect
          value={settings.default_country}
          onChange={(default_country) => onChange({ default_country })}
        />
        <OnKnownSelect value={settings.on_known} onChange={(on_known) => onChange({ on_known })} />
        {children}
      </div>
    </Card>
  )
}

type Column = Import['columns'][number]

function Samples({ column, target }: { column: Column; target: Target }) {
  const [first, ...others] = [...new Set(column.samples)]
  if (first === undefined) return <span className={css['dim']}>{importWords.noValues}</span>
  const kind =
    column.kind === null || target === 'phone_number' || target === 'name'
      ? undefined
      : importWords.kind[column.kind]
  const below = column.reads_as === null ? kind : groupedNumber(column.reads_as)
  return (
    <>
      <span className={css['sample']} dir="auto">
        {first}
        {others.length > 0 && <span className={css['dim']}>{`, ${others.join(', ')}`}</span>}
      </span>
      {below !== undefined && <span className={css['note']}>{below}</span>}
    </>
  )
}

type TargetSelectProps = {
  column: Column
  target: Target
  known: readonly string[]
  onChange: (target: Target) => void
}

function TargetSelect({ column, target, known, onChange }: TargetSelectProps) {
  const id = useId()
  const key = keyOf(target)
  const isNew = key !== undefined && !known.includes(key)
  const fresh = newKeys(column.name, key).filter((one) => !known.includes(one))
  return (
    <>
      <select
        id={id}
        className={css['select']}
        aria-label={importWords.becomesOf({ column: column.name })}
        value={target ?? ''}
        // The options are targets.
        onChange={(event) => onChange((event.currentTarget.value || null) as Target)}
      >
        <option value="">{importWords.leaveOut}</option>
        <optgroup label={importWords.groupContact}>
          <option value="phone_number">{importWords.phoneNumber}</option>
          <option value="name">{importWords.name}</option>
          <option value="has_opted_out">{importWords.hasOptedOut}</option>
        </optgroup>
        {fresh.length > 0 && (
          <optgroup label={importWords.groupNew}>
            {fresh.map((one) => (
              <option key={one} value={fieldTarget(one) ?? ''}>
                {one}
              </option>
            ))}
          </optgroup>
        )}
        {known.length > 0 && (
          <optgroup label={importWords.groupFields}>
            {known.map((one) => (
              <option key={one} value={fieldTarget(one) ?? ''}>
                {one}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {isNew && <span className={css['note']}>{importWords.newField({ kind: column.kind })}</span>}
      {target === 'has_opted_out' && (
        <span className={css['note']}>{importWords.hasOptedOutNote}</span>
      )}
    </>
  )
}

/** How a new field may be called: as the column, or as programs would write it. */
function newKeys(column: string, chosen: string | undefined): string[] {
  const plain = column
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
  return [...new Set([column, plain, chosen ?? column])].filter((key) => key !== '')
}

function CountrySelect({
  value,
  onChange,
}: {
  value: string | null
  onChange: (code: string) => void
}) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className={css['label']}>
        {importWords.country}
      </label>
      <select
        id={id}
        className={css['select']}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {value === null && <option value="">{importWords.noCountry}</option>}
        {allCountries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function OnKnownSelect({
  value,
  onChange,
}: {
  value: 'update' | 'skip'
  onChange: (value: 'update' | 'skip') => void
}) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className={css['label']}>
        {importWords.onKnown}
      </label>
      <select
        id={id}
        className={css['select']}
        value={value}
        // The two options.
        onChange={(event) => onChange(event.currentTarget.value as 'update' | 'skip')}
      >
        <option value="update">{importWords.update}</option>
        <option value="skip">{importWords.skip}</option>
      </select>
    </div>
  )
}
