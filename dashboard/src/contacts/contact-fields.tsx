import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../ui/card.tsx'
import { PhoneNumber } from '../ui/formats.tsx'
import { contactWords } from '../words/contacts.ts'
import { countryName } from '../words/countries.ts'
import css from './contact-page.module.css'
import { FieldsForm } from './fields-form.tsx'
import type { Contact } from './queries.ts'
import { fieldsOf, writtenValue, type FieldValue } from './values.ts'

/** What is kept of a contact, edited where it stands. */
export function ContactFields({ contact }: { contact: Contact }) {
  const [isEditing, setEditing] = useState(false)
  return (
    <Card
      title={contactWords.fields}
      action={
        !isEditing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {contactWords.edit}
          </Button>
        )
      }
    >
      {isEditing ? (
        <FieldsForm contact={contact} onDone={() => setEditing(false)} />
      ) : (
        <Shown contact={contact} />
      )}
    </Card>
  )
}

function Shown({ contact }: { contact: Contact }) {
  const { name, phone_number, country_code } = contact
  return (
    <dl className={css['fields']}>
      <dt>{contactWords.name}</dt>
      <dd dir="auto">{name ?? <span className={css['dim']}>{contactWords.noName}</span>}</dd>
      <dt>{contactWords.columnNumber}</dt>
      <dd>
        <PhoneNumber number={phone_number} />
      </dd>
      {country_code !== null && (
        <>
          <dt>{contactWords.country}</dt>
          <dd>{countryName(country_code)}</dd>
        </>
      )}
      {fieldsOf(contact).map(([key, value]) => (
        <Pair key={key} name={key} value={value} />
      ))}
    </dl>
  )
}

function Pair({ name, value }: { name: string; value: FieldValue }) {
  const text =
    typeof value === 'boolean' ? (value ? contactWords.yes : contactWords.no) : writtenValue(value)
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{text}</dd>
    </>
  )
}
