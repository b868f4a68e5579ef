import { invalid } from '../errors.ts'

/** Refuses an update that was made from an older state than the present one. */
export function checkRevision(revision: number, expected: number | undefined): void {
  if (expected === undefined || expected === revision) return
  throw invalid([
    {
      title: `This has been changed meanwhile: its revision is ${revision}, not ${expected}. Load it again.`,
      field: 'expected_revision',
      code: 'changed',
    },
  ])
}
