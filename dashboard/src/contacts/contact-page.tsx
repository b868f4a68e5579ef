import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { StatusMark } from '../statuses/status-mark.tsx'
import { Bars } from '../ui/bars.tsx'
import { Card } from '../ui/card.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Figures } from '../ui/figures.tsx'
import { Moment, PhoneNumber } from '../ui/formats.tsx'
import { Menu } from '../ui/menu.tsx'
import { Page } from '../ui/page.tsx'
import { Part } from '../ui/part.tsx'
import { Problem } from '../ui/problem.tsx'
import { contactWords } from '../words/contacts.ts'
import { countryName } from '../words/countries.ts'
import { groupedNumber } from '../words/phone-number.ts'
import { Flows, Segments } from './belonging.tsx'
import { BulkConfirm } from './bulk-confirm.tsx'
import { ConsentLedger } from './consent-ledger.tsx'
import { AllowDialog, OptOutDialog } from './consent-dialogs.tsx'
import { ContactFields } from './contact-fields.tsx'
import css from './contact-page.module.css'
import { ContactHistory } from './contact-history.tsx'
import { deleteOneWords } from './bulk-words.ts'
import { contactQuery, type Contact } from './queries.ts'

const back = { to: { to: '/contacts' }, label: contactWords.back } as const

export function ContactPage() {
  const { id } = useParams({ from: '/frame/contacts/$id' })
  const { data, error, refetch } = useQuery(contactQuery(Number(id)))
  if (data) return <OneContact key={id} contact={data.data} />
  return (
    <Page title={contactWords.one} back={back}>
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Bars name={contactWords.one} total={8} />
      )}
    </Page>
  )
}

function OneContact({ contact }: { contact: Contact }) {
  const { id } = contact
  const name = contact.name ?? groupedNumber(contact.phone_number)
  return (
    <Page
      title={name}
      back={back}
      mark={<Mark contact={contact} />}
      answer={<Answer contact={contact} />}
      moves={<Moves contact={contact} name={name} />}
      side={<Side contact={contact} />}
    >
      <ContactHistory id={id} />
      <Questions contact={contact} name={name} />
    </Page>
  )
}

/** Here it is said that one may be texted: it is what one came for. */
function Mark({ contact }: { contact: Contact }) {
  const { has_opted_out, can_be_sent_to } = contact
  const value = has_opted_out ? 'opted-out' : can_be_sent_to ? 'may-be-texted' : 'no-number'
  return <StatusMark of="contact" value={value} isReachable />
}

function Answer({ contact }: { contact: Contact }) {
  const { phone_number, country_code } = contact
  const country = country_code === null ? undefined : countryName(country_code)
  return (
    <span className={css['answer']}>
      {contact.name !== null && <PhoneNumber number={phone_number} />}
      {country !== undefined && <span>{country}</span>}
    </span>
  )
}

function Moves({ contact, name }: { contact: Contact; name: string }) {
  const optingOut = useDialog('opt-out')
  const allowing = useDialog('allow')
  const removing = useDialog('delete')
  return (
    <>
      <Menu
        label={contactWords.more({ name })}
        items={[
          {
            label: contactWords.remove,
            icon: 'trash',
            isDangerous: true,
            onAct: () => removing.open(),
          },
        ]}
      />
      {contact.has_opted_out ? (
        <Button variant="default" onClick={() => allowing.open()}>
          {contactWords.optIn}
        </Button>
      ) : (
        <Button variant="default" onClick={() => optingOut.open()}>
          {contactWords.optOut}
        </Button>
      )}
    </>
  )
}

function Questions({ contact, name }: { contact: Contact; name: string }) {
  const navigate = useNavigate()
  return (
    <>
      {contact.has_opted_out ? (
        <AllowDialog contact={contact} name={name} />
      ) : (
        <OptOutDialog contact={contact} name={name} />
      )}
      <BulkConfirm
        name="delete"
        change={{ contacts_ids: [contact.id], action: 'delete' }}
        words={deleteOneWords(name)}
        onStarted={() => void navigate({ to: '/contacts' })}
      />
    </>
  )
}

function Side({ contact }: { contact: Contact }) {
  const { id } = contact
  return (
    <>
      <Card title={contactWords.consent}>
        <Part name={contactWords.consent}>
          <ConsentLedger id={id} />
        </Part>
      </Card>
      <ContactFields contact={contact} />
      <Card title={contactWords.segments}>
        <Part name={contactWords.segments} bars={1}>
          <Segments id={id} />
        </Part>
      </Card>
      <Card title={contactWords.flows}>
        <Part name={contactWords.flows} bars={1}>
          <Flows id={id} />
        </Part>
      </Card>
      <Card title={contactWords.texts}>
        <Figures
          items={[
            { label: contactWords.textsSent, value: contact.total_sent_sms },
            { label: contactWords.textsReceived, value: contact.total_received_sms },
            { label: contactWords.textsWaiting, value: contact.total_pending_sms },
            { label: contactWords.textsFailed, value: contact.total_failed_sms },
          ]}
        />
        <dl className={css['times']}>
          <dt>{contactWords.addedAt}</dt>
          <dd>
            <Moment at={contact.datetime} />
          </dd>
          <dt>{contactWords.lastWroteAt}</dt>
          <dd>
            <Moment at={contact.last_received_datetime} />
          </dd>
        </dl>
      </Card>
    </>
  )
}
