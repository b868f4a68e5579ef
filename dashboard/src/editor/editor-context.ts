import type { Facts, Check, Step } from './checks.ts'
import type { ComponentType } from 'react'
import type { Campaign, CampaignChange, DraftField } from './draft.ts'
import type { Device, Previewed } from './queries.ts'
import type { DraftUse } from './use-draft.ts'
import type { TestUse } from './use-test.ts'

/** A filter as a campaign and a segment have it. */
export type Filter = Pick<
  CampaignChange,
  'filters_custom_parameters' | 'filters_countries' | 'filters_continents'
>

/** Writes a filter; it belongs to the segments and is handed in. */
export type FilterBuilder = ComponentType<{
  settings: Record<string, never>
  isPending: boolean
  onUse: (filter: Filter) => void
}>

/** What every step of the editor is given. */
export type EditorProps = {
  campaign: Campaign
  draft: DraftUse
  /** Undefined until the first answer is there. */
  preview: Previewed | undefined
  /** Whether the preview is of what is typed now, and not of a moment ago. */
  isSettled: boolean
  /** What the API refuses to preview, by its fields. */
  refused: readonly { field?: string; title: string }[]
  devices: readonly Device[]
  checks: readonly Check[]
  facts: Facts | undefined
  test: TestUse
  step: Step
  filterBuilder: FilterBuilder
}

/** What is wrong with a field: refused when it was stored, or when it was previewed. */
export function problemOf(
  { draft, refused }: Pick<EditorProps, 'draft' | 'refused'>,
  field: DraftField,
): string | undefined {
  const stored = draft.state.problems.find((problem) => problem.field === field)
  return (stored ?? refused.find((problem) => problem.field === field))?.title
}
