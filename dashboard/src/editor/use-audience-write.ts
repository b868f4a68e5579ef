import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import type { CampaignChange } from './draft.ts'
import type { Filter } from './editor-context.ts'
import type { DraftUse } from './use-draft.ts'

/** Stores who is chosen one by one, after what is typed: both count the same revisions. */
export function useAudienceWrite(id: number, draft: DraftUse, onStored?: () => void) {
  return useWrite({
    mutationFn: async (
      audience: Pick<CampaignChange, 'segment' | 'contacts_ids' | 'phone_numbers'> & Filter,
      once,
    ) => {
      await draft.flush()
      return answer(
        api.POST('/api/campaigns/{id}', {
          params: { path: { id } },
          headers: once,
          body: audience,
        }),
      )
    },
    changes: [['campaigns', 'preview'], ['campaigns', 'list'], ['contacts']],
    onSuccess: async () => {
      await draft.reload()
      onStored?.()
    },
  })
}
