import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Confirm } from '../ui/confirm.tsx'
import { useNow } from '../ui/formats.tsx'
import { useNotices } from '../ui/notices.tsx'
import { contactWords } from '../words/contacts.ts'
import { instantOf, momentInWords } from '../words/formats.ts'
import { groupedNumber } from '../words/phone-number.ts'
import { consentQuery, type Contact } from './queries.ts'

type Asked = { contact: Contact; name: string }

/** Opting out holds at once: nobody is to get a text for ten seconds more. */
export function OptOutDialog({ contact, name }: Asked) {
  const consent = useConsent(contact.id)
  const { say } = useNotices()
  return (
    <Confirm
      name="opt-out"
      question={contactWords.optOutOne({ name })}
      will={contactWords.optOutOneWill({ pending: contact.total_pending_sms })}
      cannot={contactWords.optOutOneCannot}
      wayOut={contactWords.wayOut}
      act={contactWords.optOutOneAct}
      isDangerous
      onAct={async () => {
        await consent.writeNow({ has_opted_out: true })
        say(contactWords.optedOutNow({ name }))
      }}
    />
  )
}

/** Who opted out is texted again only with a word of how they agreed. */
export function AllowDialog({ contact, name }: Asked) {
  const consent = useConsent(contact.id)
  const { say } = useNotices()
  const { data } = useQuery(consentQuery(contact.id))
  const now = useNow()
  const last = data?.data.find(({ change }) => change === 'opted_out')
  const will = last
    ? contactWords.optInOneWill({
        name,
        time: momentInWords(instantOf(last.datetime), { now }),
        how: last.text === null ? '' : contactWords.byWriting({ text: last.text }),
      })
    : contactWords.optInOneBare({ name })
  return (
    <Confirm
      name="allow"
      question={contactWords.optInOne({ number: groupedNumber(contact.phone_number) })}
      will={will}
      wayOut={contactWords.wayOut}
      act={contactWords.optInOneAct}
      field={{ label: contactWords.optInOneField({ name }) }}
      onAct={async (consent_note) => {
        await consent.writeNow({ has_opted_out: false, consent_note })
        say(contactWords.allowedNow({ name }))
      }}
    />
  )
}

type ConsentChange = { has_opted_out: boolean; consent_note?: string }

function useConsent(id: number) {
  return useWrite({
    mutationFn: (body: ConsentChange, once) =>
      answer(api.POST('/api/contacts/{id}', { params: { path: { id } }, body, headers: once })),
    changes: [['contacts'], ['opt-outs']],
  })
}
