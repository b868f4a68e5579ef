import { lazy } from 'react'
import { EditorPage } from './editor/editor-page.tsx'

/** Rooms know nothing of each other; here, where both are known, the editor is given the filter that segments are made of. */
const FilterBuilder = lazy(async () => {
  const room = await import('./segments/filter-builder.tsx')
  return { default: room.FilterBuilder }
})

export function CampaignEditorPage() {
  return <EditorPage filterBuilder={FilterBuilder} />
}
