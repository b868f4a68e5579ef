import { useId } from 'react'
import { useNotices } from '../ui/notices.tsx'
import { Icon } from '../ui/icon.tsx'
import { moveOf } from '../ui/move-button.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { campaignWords } from '../words/campaigns.ts'
import { dialogs } from './dialogs.tsx'
import css from './pause-button.module.css'
import type { Campaign } from './queries.ts'
import { useMove } from './writes.ts'

/** Pauses a campaign from its row at once, with the way back in the notice; or lets it go on. */
export function PauseButton({ campaign }: { campaign: Campaign }) {
  const { say, warn } = useNotices()
  const { id, name, moves, status } = campaign
  const release = useDialog(dialogs.release)
  const onError = (error: Error) => warn(`${campaignWords.couldNot({ name })} ${error.message}`)
  const resuming = useMove('resume', {
    onDone: () => say(campaignWords.resumed({ name })),
    onError,
  })
  const pausing = useMove('pause', {
    onDone: () =>
      say(campaignWords.paused({ name }), {
        undo: { label: campaignWords.resume, act: () => resuming.write({ id, name }) },
      }),
    onError,
  })
  const reasonId = useId()
  const isPaused = status === 'paused'
  if (!isPaused && moveOf(moves, 'pause')?.is_allowed !== true) return null
  const isHeld = isPaused && moveOf(moves, 'release')?.is_allowed === true
  const label = isPaused ? campaignWords.resumeOf({ name }) : campaignWords.pauseOf({ name })
  const act = () => {
    if (isHeld) release.open(id)
    else if (isPaused) resuming.write({ id, name })
    else pausing.write({ id, name })
  }
  return (
    <button
      type="button"
      className={css['button']}
      aria-label={label}
      aria-describedby={isHeld ? reasonId : undefined}
      aria-busy={pausing.isPending || resuming.isPending}
      data-hint={label}
      onClick={act}
    >
      <Icon name={isPaused ? 'play' : 'pause'} size={18} />
      {isHeld && (
        <span id={reasonId} hidden>
          {moveOf(moves, 'resume')?.reason}
        </span>
      )}
    </button>
  )
}
