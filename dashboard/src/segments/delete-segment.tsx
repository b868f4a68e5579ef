import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Confirm } from '../ui/confirm.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Menu } from '../ui/menu.tsx'
import { useNotices } from '../ui/notices.tsx'
import { segmentWords } from '../words/segments.ts'
import { type Segment } from '../api/shared-queries.ts'
import { usageQuery } from './queries.ts'
import { countUses } from './usage.tsx'

const dialog = 'delete-segment'

/** The moves beside saving: deleting, which says why it cannot be while something is sent to the segment. */
export function MoreOfSegment({ segment }: { segment: Segment }) {
  const { data } = useQuery(usageQuery(segment.id))
  const { open } = useDialog(dialog)
  const uses = data?.data.uses ?? []
  return (
    <>
      <Menu
        label={segmentWords.more({ name: segment.name })}
        items={[
          {
            label: segmentWords.remove,
            icon: 'trash',
            isDangerous: true,
            onAct: () => open(),
            reason:
              uses.length > 0 ? segmentWords.removeReason({ counts: countUses(uses) }) : undefined,
          },
        ]}
      />
      <DeleteQuestion segment={segment} />
    </>
  )
}

function DeleteQuestion({ segment }: { segment: Segment }) {
  const navigate = useNavigate()
  const { say } = useNotices()
  const { id, name, total_contacts: total } = segment
  const removal = useWrite({
    mutationFn: () => answer(api.DELETE('/api/segments/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      await navigate({ to: '/segments' })
      say(segmentWords.removed({ name }))
    },
    changes: [['segments', 'list']],
  })
  return (
    <Confirm
      name={dialog}
      question={segmentWords.removeQuestion({ name })}
      will={segmentWords.removeWill({ total })}
      cannot={segmentWords.removeCannot}
      wayOut={segmentWords.removeWayOut}
      act={segmentWords.remove}
      isDangerous
      onAct={() => removal.writeNow()}
    />
  )
}
