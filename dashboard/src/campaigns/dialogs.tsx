import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useNotices } from '../ui/notices.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { useForm } from '../ui/use-form.ts'
import { campaignWords } from '../words/campaigns.ts'
import { campaignQuery, statisticsQuery, type Campaign, type Statistics } from './queries.ts'
import { useMove, useRemove, useRetry, useTest } from './writes.ts'

/** The names of the dialogs in the address; each is about the id of a campaign. */
export const dialogs = {
  pause: 'pause',
  cancel: 'cancel',
  release: 'release',
  retry: 'retry',
  remove: 'delete',
  test: 'test',
} as const

/** What is asked before something is done with a campaign, with figures of this moment. */
export function CampaignDialogs({ id, onRemoved }: { id?: number; onRemoved?: () => void }) {
  return (
    <>
      <About name={dialogs.pause} usual={id}>
        {(campaign) => <Pause campaign={campaign} />}
      </About>
      <About name={dialogs.cancel} usual={id}>
        {(campaign) => <Cancel campaign={campaign} />}
      </About>
      <About name={dialogs.release} usual={id}>
        {(campaign) => <Release campaign={campaign} />}
      </About>
      <About name={dialogs.retry} usual={id}>
        {(campaign) => <Retry campaign={campaign} />}
      </About>
      <About name={dialogs.remove} usual={id}>
        {(campaign) => <Remove campaign={campaign} {...(onRemoved ? { onRemoved } : {})} />}
      </About>
      <About name={dialogs.test} usual={id}>
        {(campaign) => <Test campaign={campaign} />}
      </About>
    </>
  )
}

type AboutProps = {
  name: string
  /** Which it is about where the address does not say. */
  usual: number | undefined
  children: (campaign: Campaign) => React.ReactNode
}

/** The campaign that the address says a dialog is about, once its figures are there. */
function About({ name, usual, children }: AboutProps) {
  const { isOpen, about } = useDialog(name)
  const id = Number(about ?? usual)
  const isKnown = isOpen && Number.isSafeInteger(id) && id > 0
  const { data } = useQuery({ ...campaignQuery(isKnown ? id : 0), enabled: isKnown })
  return isKnown && data ? children(data.data) : null
}

function Pause({ campaign }: { campaign: Campaign }) {
  const { say } = useNotices()
  const { id, name, status, total_pending_sms: pending } = campaign
  const held = useHeldByPhones(id, status === 'processing')
  const { writeNow } = useMove('pause')
  const isScheduled = status === 'scheduled'
  return (
    <Confirm
      name={dialogs.pause}
      question={campaignWords.pauseQuestion({ name })}
      will={isScheduled ? campaignWords.pauseScheduled : campaignWords.pauseWill({ pending })}
      cannot={isScheduled ? undefined : campaignWords.pauseHeld({ held })}
      wayOut={isScheduled ? campaignWords.keepTime : campaignWords.goOn}
      act={campaignWords.pause}
      onAct={async () => {
        await writeNow({ id, name })
        say(campaignWords.paused({ name }))
      }}
    />
  )
}

/** How many texts of a campaign phones hold already. */
function useHeldByPhones(id: number, isAsked: boolean): number {
  const { data } = useQuery({ ...statisticsQuery(id), enabled: isAsked })
  return data?.data.sims.reduce((sum, { on_phone }) => sum + on_phone, 0) ?? 0
}

function Cancel({ campaign }: { campaign: Campaign }) {
  const { say } = useNotices()
  const { id, name, status, total_pending_sms: pending, total_sent_sms: sent } = campaign
  const { writeNow } = useMove('cancel')
  const hasTexts = campaign.started_datetime !== null
  const wayOut = {
    scheduled: campaignWords.keepTime,
    paused: campaignWords.keepPaused,
  } as Record<string, string>
  return (
    <Confirm
      name={dialogs.cancel}
      question={campaignWords.cancelQuestion({ name })}
      will={hasTexts ? campaignWords.cancelWill({ pending, sent }) : campaignWords.cancelScheduled}
      cannot={campaignWords.cancelCannot}
      wayOut={wayOut[status] ?? campaignWords.goOn}
      act={campaignWords.cancelAct({ pending })}
      number={pending}
      isDangerous
      onAct={async () => {
        await writeNow({ id, name })
        say(campaignWords.cancelled({ name, total: pending }))
      }}
    />
  )
}

function Release({ campaign }: { campaign: Campaign }) {
  const { say } = useNotices()
  const { id, name, total_pending_sms: pending } = campaign
  const { writeNow } = useMove('release')
  return (
    <Confirm
      name={dialogs.release}
      question={campaignWords.releaseQuestion({ name })}
      will={campaignWords.releaseWill({ pending })}
      cannot={campaignWords.releaseCannot}
      wayOut={campaignWords.releaseNot}
      act={campaignWords.releaseAct({ pending })}
      number={pending}
      onAct={async () => {
        await writeNow({ id, name })
        say(campaignWords.released({ name }))
      }}
    />
  )
}

function Retry({ campaign }: { campaign: Campaign }) {
  const { id } = campaign
  const { data } = useQuery(statisticsQuery(id))
  if (!data) return null
  return <RetryAsked id={id} errors={data.data.errors} />
}

function RetryAsked({ id, errors }: { id: number; errors: Statistics['errors'] }) {
  const { say } = useNotices()
  const client = useQueryClient()
  const { close } = useDialog(dialogs.retry)
  const { writeNow } = useRetry()
  const again = errors
    .filter((one) => one.total_retryable > 0)
    .map((one) => ({ code: one.code, total: one.total_retryable }))
  const total = again.reduce((sum, one) => sum + one.total, 0)
  if (total === 0) return <NothingToRetry onClose={close} errors={errors} />
  return (
    <Confirm
      name={dialogs.retry}
      question={campaignWords.retryQuestion({ total })}
      will={campaignWords.retryWill({ again })}
      cannot={leftOf(errors)}
      wayOut={campaignWords.retryNot}
      act={campaignWords.retryAct({ total })}
      number={total}
      onAct={async () => {
        const codes = again.map(({ code }) => code)
        try {
          const { data } = await writeNow({ id, codes, expected: total })
          say(campaignWords.retried({ total: data.retried }))
        } catch (error) {
          // Where another number would be sent by now, the question shows it.
          void client.invalidateQueries({ queryKey: statisticsQuery(id).queryKey })
          throw error
        }
      }}
    />
  )
}

/** What a retry leaves, and why. */
function leftOf(errors: Statistics['errors']): string | undefined {
  const others = errors
    .filter((one) => !one.is_retryable)
    .map(({ code, total }) => campaignWords.retryLeft({ code, total }))
  const optedOut = errors
    .filter((one) => one.is_retryable)
    .reduce((sum, one) => sum + one.total - one.total_retryable, 0)
  if (optedOut > 0) others.push(campaignWords.retryOptedOut({ total: optedOut }))
  return others.length === 0 ? undefined : others.join(' ')
}

function NothingToRetry({
  onClose,
  errors,
}: {
  onClose: () => void
  errors: Statistics['errors']
}) {
  return (
    <Dialog
      name={dialogs.retry}
      title={campaignWords.retryNone}
      foot={
        <Button variant="default" onClick={onClose}>
          {campaignWords.retryNot}
        </Button>
      }
    >
      <p>{leftOf(errors)}</p>
    </Dialog>
  )
}

function Remove({ campaign, onRemoved }: { campaign: Campaign; onRemoved?: () => void }) {
  const { say } = useNotices()
  const { id, name, total_pending_sms: pending } = campaign
  const { writeNow } = useRemove()
  return (
    <Confirm
      name={dialogs.remove}
      question={campaignWords.removeQuestion({ name })}
      will={campaignWords.removeWill({ pending })}
      cannot={campaignWords.removeCannot}
      wayOut={campaignWords.removeNot}
      act={pending === 0 ? campaignWords.removeAct : campaignWords.removeActOf({ pending })}
      number={pending}
      isDangerous
      onAct={async () => {
        await writeNow(id)
        say(campaignWords.removed({ name }))
        onRemoved?.()
      }}
    />
  )
}

function Test({ campaign }: { campaign: Campaign }) {
  const { say } = useNotices()
  const { close } = useDialog(dialogs.test)
  const { id, name } = campaign
  const { writeNow } = useTest()
  const form = useForm({
    initial: { phone_number: '' },
    save: async ({ phone_number }) => {
      await writeNow({ id, phone_number })
      say(campaignWords.testSent)
      close()
    },
  })
  return (
    <Dialog name={dialogs.test} title={campaignWords.testTitle({ name })}>
      <Form form={form} act={campaignWords.testAct}>
        <TextField
          form={form}
          name="phone_number"
          type="tel"
          autoComplete="tel"
          label={campaignWords.testNumber}
          note={campaignWords.testNote}
        />
      </Form>
    </Dialog>
  )
}

/** Leads to the editor of a copy. */
export function useEditorOf(): (id: number) => void {
  const navigate = useNavigate()
  return (id) =>
    void navigate({
      to: '/campaigns/$id/edit/$step',
      params: { id: String(id), step: 'audience' },
    })
}
