import { useDialog } from '../ui/dialog-state.ts'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { moveOf } from '../ui/move-button.tsx'
import { useNotices } from '../ui/notices.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { dialogs, useEditorOf } from './dialogs.tsx'
import type { Campaign } from './queries.ts'
import { useDuplicate } from './writes.ts'

type Verb = 'edit' | 'test' | 'retry' | 'duplicate' | 'cancel' | 'delete'

/** The moves of a campaign that have no button of their own; what may not be done says why. */
export function CampaignMenu({ campaign, verbs }: { campaign: Campaign; verbs: readonly Verb[] }) {
  const { id, name, moves } = campaign
  const items = useItems(campaign)
  const shown = verbs.map((verb): MenuItem => {
    const move = moveOf(moves, verb)
    return { ...items[verb], reason: move?.is_allowed === false ? move.reason : null }
  })
  return <Menu key={id} label={campaignWords.moreOf({ name })} items={shown} />
}

function useItems(campaign: Campaign): Record<Verb, MenuItem> {
  const { id } = campaign
  const duplicate = useDuplicating()
  const edit = useEditorOf()
  const open = {
    test: useDialog(dialogs.test).open,
    retry: useDialog(dialogs.retry).open,
    cancel: useDialog(dialogs.cancel).open,
    remove: useDialog(dialogs.remove).open,
  }
  return {
    edit: { label: campaignWords.edit, icon: 'edit', onAct: () => edit(id) },
    test: { label: campaignWords.sendTest, icon: 'campaigns', onAct: () => open.test(id) },
    retry: { label: campaignWords.retryFailed, icon: 'refresh', onAct: () => open.retry(id) },
    duplicate: {
      label: campaignWords.duplicate,
      icon: 'copy',
      onAct: () => duplicate(campaign),
    },
    cancel: {
      label: campaignWords.cancel,
      icon: 'cross',
      isDangerous: true,
      onAct: () => open.cancel(id),
    },
    delete: {
      label: campaignWords.remove,
      icon: 'trash',
      isDangerous: true,
      onAct: () => open.remove(id),
    },
  }
}

/** Makes a copy and leads to its editor. */
export function useDuplicating(): (campaign: Campaign) => void {
  const { say, warn } = useNotices()
  const edit = useEditorOf()
  const { write } = useDuplicate({
    onDone: ({ data }, { name }) => {
      say(campaignWords.duplicated({ name }))
      edit(data.id)
    },
    onError: (error, { name }) => warn(`${campaignWords.couldNot({ name })} ${error.message}`),
  })
  return ({ id, name }) => write({ id, name })
}
