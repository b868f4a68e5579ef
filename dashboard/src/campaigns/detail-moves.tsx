import { Button } from '@mantine/core'
import { useDialog } from '../ui/dialog-state.ts'
import { Icon } from '../ui/icon.tsx'
import { MoveButton, moveOf } from '../ui/move-button.tsx'
import { useNotices } from '../ui/notices.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { CampaignMenu, useDuplicating } from './campaign-menu.tsx'
import { dialogs, useEditorOf } from './dialogs.tsx'
import type { Campaign } from './queries.ts'
import { useMove } from './writes.ts'

/** What may be done beside the main thing; what ends it stands last. */
export function DetailMoves({ campaign }: { campaign: Campaign }) {
  const duplicate = useDuplicating()
  const cancel = useDialog(dialogs.cancel)
  const mayCancel = moveOf(campaign.moves, 'cancel')?.is_allowed === true
  return (
    <>
      <CampaignMenu campaign={campaign} verbs={['test', 'retry', 'delete']} />
      <Button variant="default" onClick={() => duplicate(campaign)}>
        {campaignWords.duplicate}
      </Button>
      {mayCancel && (
        <Button variant="default" onClick={() => cancel.open(campaign.id)}>
          {campaignWords.cancel}
        </Button>
      )}
    </>
  )
}

/** The one thing to do with it as it is; nothing where it is over. */
export function MainMove({ campaign }: { campaign: Campaign }) {
  const { id, status, moves } = campaign
  const pause = useDialog(dialogs.pause)
  const edit = useEditorOf()
  if (status === 'paused') return <Resume campaign={campaign} />
  if (status === 'draft' || status === 'scheduled') {
    return (
      <>
        {status === 'scheduled' && (
          <Button variant="default" onClick={() => pause.open(id)}>
            {campaignWords.pause}
          </Button>
        )}
        <MoveButton move={moveOf(moves, 'edit')} variant="filled" onAct={() => edit(id)}>
          {campaignWords.edit}
        </MoveButton>
      </>
    )
  }
  if (status !== 'processing') return null
  return (
    <MoveButton
      move={moveOf(moves, 'pause')}
      variant="filled"
      leftSection={<Icon name="pause" size={18} />}
      onAct={() => pause.open(id)}
    >
      {campaignWords.pause}
    </MoveButton>
  )
}

function Resume({ campaign: { id, name, moves } }: { campaign: Campaign }) {
  const { say, warn } = useNotices()
  const release = useDialog(dialogs.release)
  const { write } = useMove('resume', {
    onDone: () => say(campaignWords.resumed({ name })),
    onError: (error) => warn(`${campaignWords.couldNot({ name })} ${error.message}`),
  })
  const mayRelease = moveOf(moves, 'release')?.is_allowed === true
  return (
    <MoveButton
      move={mayRelease ? undefined : moveOf(moves, 'resume')}
      variant="filled"
      leftSection={<Icon name="play" size={18} />}
      onAct={() => (mayRelease ? release.open(id) : write({ id, name }))}
    >
      {mayRelease ? campaignWords.release : campaignWords.resume}
    </MoveButton>
  )
}
