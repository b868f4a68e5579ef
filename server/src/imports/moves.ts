import { moveUnless, type Move } from '../http/moves.ts'

type Moved = {
  status: string
  dry_run: boolean
  has_chunks: boolean
  file_kept_until: Date | null
  file_taken_by: number | null
}

/** What can be done with an import now, and why what cannot. */
export function movesOf(one: Moved, now: Date): Move[] {
  return [moveUnless('run', whyNotRun(one, now)), moveUnless('cancel', whyNotCancel(one))]
}

/** Why the file of an import cannot be imported now, as a sentence; null when it can. */
export function whyNotRun(one: Moved, now: Date): string | null {
  if (!one.dry_run) return 'Only a dry run can be run; send the file again.'
  if (one.file_taken_by !== null) return `Import ${one.file_taken_by} goes on with this file.`
  if (one.has_chunks && one.file_kept_until && one.file_kept_until > now) return null
  return 'The file is not kept any more; send it again.'
}

export function whyNotCancel({ status }: Pick<Moved, 'status'>): string | null {
  if (status === 'processing') return null
  return `The import is ${status}; only one that is processing can be cancelled.`
}
