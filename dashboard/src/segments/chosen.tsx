import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ButtonLink } from '../ui/button-link.tsx'
import { Card } from '../ui/card.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Icon } from '../ui/icon.tsx'
import { groupedNumber } from '../words/phone-number.ts'
import { segmentWords } from '../words/segments.ts'
import type { Chosen, Draft } from './draft.ts'
import { type Segment } from '../api/shared-queries.ts'
import { findContactsQuery, listedMembersMax, membersQuery } from './queries.ts'
import css from './segments.module.css'
import { useRested } from '../ui/use-rested.ts'

type ChosenProps = {
  draft: Draft
  /** What is saved; undefined for a new segment. */
  segment: Segment | undefined
  change: (part: Partial<Draft>) => void
}

/** Contacts that are in it because somebody said so, one by one while they are few. */
export function ChosenContacts({ draft, segment, change }: ChosenProps) {
  const isSaved = segment !== undefined && segment.type !== 'filter' && draft.chosen === undefined
  const { data } = useQuery({
    ...membersQuery(segment?.id ?? 0),
    enabled: isSaved && !isMany(segment),
  })
  const saved = data?.data.map(asChosen)
  const chosen = draft.chosen ?? (isSaved ? saved : [])
  if (isMany(segment) && draft.chosen === undefined)
    return <Many segment={segment} total={membersOf(segment)} />
  return (
    <Card
      title={segmentWords.chooseTitle}
      action={
        <ButtonLink
          to="/imports"
          search={segment ? { into: segment.id } : {}}
          variant="default"
          leftSection={<Icon name="upload" size={16} />}
        >
          {segmentWords.importInto}
        </ButtonLink>
      }
      isFlush
    >
      <div className={css['rules']}>
        <Finder
          chosen={chosen ?? []}
          onAdd={(contact) => change({ chosen: [contact, ...(chosen ?? [])] })}
        />
        {chosen?.length === 0 && <p className={css['dim']}>{segmentWords.noneChosen}</p>}
      </div>
      <ul className={css['people']}>
        {chosen?.map((contact) => (
          <li key={contact.id}>
            <Person name={contact.name} note={contact.note} />
            <button
              type="button"
              className={css['remove']}
              aria-label={segmentWords.removeContact({ name: contact.name })}
              onClick={() => change({ chosen: chosen.filter(({ id }) => id !== contact.id) })}
            >
              <Icon name="cross" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** More members than are listed one by one. */
export function isMany(segment: Segment | undefined): boolean {
  return membersOf(segment) > listedMembersMax
}

function membersOf(segment: Segment | undefined): number {
  return segment === undefined || segment.type === 'filter' ? 0 : segment.total_contacts
}

function Many({ segment, total }: { segment: Segment | undefined; total: number }) {
  return (
    <Card title={segmentWords.chooseTitle}>
      <p className={css['dim']}>{segmentWords.tooMany({ total })}</p>
      {segment && (
        <div className={css['acts']}>
          <ButtonLink
            to="/segments/$id/contacts"
            params={{ id: String(segment.id) }}
            variant="default"
          >
            {segmentWords.seeThem}
          </ButtonLink>
          <ButtonLink to="/imports" search={{ into: segment.id }} variant="default">
            {segmentWords.importInto}
          </ButtonLink>
        </div>
      )}
    </Card>
  )
}

function Finder({
  chosen,
  onAdd,
}: {
  chosen: readonly Chosen[]
  onAdd: (contact: Chosen) => void
}) {
  const [typed, setTyped] = useState('')
  const { data } = useQuery(findContactsQuery(useRested(typed, 200)))
  const isIn = new Set(chosen.map(({ id }) => id))
  const found = (typed.trim() === '' ? [] : (data?.data ?? [])).filter(({ id }) => !isIn.has(id))
  return (
    <ComboBox
      label={segmentWords.chooseContact}
      text={typed}
      onText={setTyped}
      options={found.map((contact) => ({
        value: String(contact.id),
        label: contact.name ?? groupedNumber(contact.phone_number),
        note: contact.name === null ? undefined : groupedNumber(contact.phone_number),
      }))}
      onPick={({ value }) => {
        const contact = found.find(({ id }) => String(id) === value)
        if (contact) onAdd(asChosen(contact))
        setTyped('')
      }}
      placeholder={segmentWords.choosePlaceholder}
    />
  )
}

function asChosen(contact: { id: number; name: string | null; phone_number: string }): Chosen {
  const number = groupedNumber(contact.phone_number)
  return {
    id: contact.id,
    name: contact.name ?? number,
    note: contact.name === null ? undefined : number,
  }
}

export function Person({ name, note }: { name: string; note?: string | undefined }) {
  return (
    <span className={css['person']}>
      <bdi className={css['personName']}>{name}</bdi>
      {note !== undefined && <bdi className={css['personNote']}>{note}</bdi>}
    </span>
  )
}
