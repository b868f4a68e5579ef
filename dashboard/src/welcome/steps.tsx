import { Link } from '@tanstack/react-router'
import { StatusMark } from '../statuses/status-mark.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { welcomeWords as words } from '../words/welcome.ts'
import { Step, textOf, type StepProps } from './step.tsx'
import css from './welcome.module.css'

export function PhoneStep({ number, state, values }: StepProps) {
  const isOnline = values['is_online'] === true
  return (
    <Step
      number={number}
      state={state}
      title={words.phoneTitle}
      fact={
        <>
          {words.phoneDone({ name: textOf(values, 'device_name'), isOnline })}{' '}
          {values['is_pretend'] === true && <StatusMark of="device" value="pretend" />}
        </>
      }
    >
      <p className={css['text']}>{words.phoneText}</p>
      <ButtonLink to="/devices" search={{ connect: true }} variant="filled">
        {words.phoneAct}
      </ButtonLink>
    </Step>
  )
}

export function ContactsStep({ number, state, values }: StepProps) {
  const total = Number(values['total'] ?? 0)
  return (
    <Step
      number={number}
      state={state}
      title={words.contactsTitle}
      fact={words.contactsDone({ total, isMore: values['is_more'] === true })}
    >
      <p className={css['text']}>{words.contactsText}</p>
      <div className={css['acts']}>
        <ButtonLink to="/imports" variant="filled">
          {words.contactsAct}
        </ButtonLink>
        <ButtonLink to="/contacts" search={{ dialog: 'new-contact' }} variant="default">
          {words.contactsOne}
        </ButtonLink>
      </div>
    </Step>
  )
}

export function CampaignStep({ number, state, values }: StepProps) {
  const id = values['campaign_id']
  const name = textOf(values, 'campaign_name')
  return (
    <Step
      number={number}
      state={state}
      title={words.campaignTitle}
      fact={
        <>
          {words.campaignDone({ name })}{' '}
          <Link to="/campaigns/$id" params={{ id: String(id) }}>
            {words.campaignLink}
          </Link>
        </>
      }
    >
      <p className={css['text']}>{words.campaignText}</p>
      {id == null ? (
        <ButtonLink to="/campaigns/new" variant="filled">
          {words.campaignAct}
        </ButtonLink>
      ) : (
        <ButtonLink
          to="/campaigns/$id/edit/$step"
          params={{ id: String(id), step: 'audience' }}
          variant="filled"
        >
          {words.campaignOpen({ name })}
        </ButtonLink>
      )}
    </Step>
  )
}
