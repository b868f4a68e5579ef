import { useConnection } from '../api/connection.ts'
import { uiWords } from '../words/ui.ts'

/** Why nothing can be written just now; null while it can. Buttons that write stay, and say it. */
export function useOfflineReason(): string | null {
  return useConnection().isLost ? uiWords.noConnection : null
}
