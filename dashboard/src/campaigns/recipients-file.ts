import { useState } from 'react'
import { answer, api } from '../api/client.ts'
import { useNotices } from '../ui/notices.tsx'
import { campaignPageWords as words } from '../words/campaign-page.ts'
import { recipientsAsked, type RecipientsSearch } from './queries.ts'

/** Saves what the list shows, all pages of it, as a file. */
export function useRecipientsFile(id: number, search: RecipientsSearch) {
  const [isWriting, setWriting] = useState(false)
  const { warn } = useNotices()
  const write = async () => {
    if (isWriting) return
    setWriting(true)
    try {
      const file: unknown = await answer(
        api.GET('/api/sms', {
          params: { query: recipientsAsked(id, search) },
          headers: { accept: 'text/csv' },
          parseAs: 'blob',
        }),
      )
      if (file instanceof Blob) save(file, words.fileName({ id }))
    } catch (error) {
      warn(error instanceof Error ? error.message : words.exportCsv)
    } finally {
      setWriting(false)
    }
  }
  return { isWriting, write: () => void write() }
}

/** A file is saved by a link that is pressed; there is no other way. */
function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
