import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Icon } from '../ui/icon.tsx'
import { useNotices } from '../ui/notices.tsx'
import { homeWords as words } from '../words/home.ts'
import css from './running.module.css'
import type { Campaign } from './queries.ts'

/** Pauses at once, or resumes what was paused here: the way back is the same button. */
export function PauseButton({ campaign: { id, name, status } }: { campaign: Campaign }) {
  const { say, warn } = useNotices()
  const isPaused = status === 'paused'
  const { write, isPending } = useWrite({
    mutationFn: (verb: 'pause' | 'resume', once) => {
      const request = { params: { path: { id } }, headers: once }
      return verb === 'pause'
        ? answer(api.POST('/api/campaigns/{id}/pause', request))
        : answer(api.POST('/api/campaigns/{id}/resume', request))
    },
    changes: [['overview'], ['campaigns', 'one', id], ['campaigns', 'counts']],
    onSuccess: (_, verb) =>
      say(verb === 'pause' ? words.nowPaused({ name }) : words.goesOn({ name })),
    onError: (error) => warn(error.message),
  })
  if (!isPaused && status !== 'processing') return <span className={css['act']} />
  return (
    <button
      type="button"
      className={css['pause']}
      aria-label={isPaused ? words.resume({ name }) : words.pause({ name })}
      aria-disabled={isPending}
      onClick={() => write(isPaused ? 'resume' : 'pause')}
    >
      <Icon name={isPaused ? 'play' : 'pause'} size={18} />
    </button>
  )
}
