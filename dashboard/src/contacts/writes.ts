import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { useNotices } from '../ui/notices.tsx'
import { contactWords } from '../words/contacts.ts'
import type { BulkChange, Who } from './queries.ts'

type Change = BulkChange & { consent_note?: string; expected_total: number }

/** What a job, once it is noted, makes stale. The contacts themselves change when it is done. */
const jobs = [['jobs']]

/** Starts a change to many contacts, which can be taken back for ten seconds. */
export function useBulk(started: (total: number) => string) {
  const { say, warn } = useNotices()
  const undo = useUndo()
  return useWrite({
    mutationFn: (body: Change, once) =>
      answer(api.POST('/api/contacts/bulk', { body, headers: once })),
    changes: jobs,
    onSuccess: ({ data: { job_id, total } }) => {
      if (job_id === undefined) return
      const act = () => undo.writeNow(job_id).catch(() => warn(contactWords.undoFailed))
      say(started(total), { undo: { act } })
    },
  })
}

function useUndo() {
  const { say } = useNotices()
  return useWrite({
    mutationFn: async (id: number, once) => {
      const params = { path: { id } }
      await answer(api.POST('/api/jobs/{id}/cancel', { params, headers: once }))
      return answer(api.GET('/api/jobs/{id}', { params }))
    },
    changes: jobs,
    onSuccess: ({ data: { done } }) =>
      say(done === 0 ? contactWords.undone : contactWords.undoneLate({ done })),
  })
}

type Export = Who & { columns?: string[] }

/** Makes an export and downloads its file. */
export function useExport() {
  const { say } = useNotices()
  return useWrite({
    mutationFn: (body: Export, once) =>
      answer(api.POST('/api/exports', { body: { resource: 'contacts', ...body }, headers: once })),
    changes: jobs,
    onSuccess: ({ data: { job_id, total } }) => {
      say(contactWords.exported({ total }))
      location.assign(`/api/jobs/${job_id}/file`)
    },
  })
}
