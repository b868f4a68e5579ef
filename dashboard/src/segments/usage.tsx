import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Note } from '../ui/note.tsx'
import { segmentWords, type UseType } from '../words/segments.ts'
import { usageQuery } from './queries.ts'
import css from './segments.module.css'

type Use = { type: UseType; id: number; name: string }

/** How many of each kind, in the order of the guide. */
export function countUses(uses: readonly Use[]): [UseType, number][] {
  const types: UseType[] = ['campaign', 'flow', 'recurring_campaign', 'rss_automation']
  return types
    .map((type): [UseType, number] => [type, uses.filter((use) => use.type === type).length])
    .filter(([, total]) => total > 0)
}

/** The line under the title: what is sent to it. */
export function UsedBy({ id }: { id: number }) {
  const { data } = useQuery(usageQuery(id))
  if (!data) return ' '
  const { uses } = data.data
  return uses.length === 0 ? segmentWords.notUsed : segmentWords.usedBy({ counts: countUses(uses) })
}

/** What a change means for whoever uses it, with a way to each campaign. */
export function UseNotes({ id }: { id: number }) {
  const { data } = useQuery(usageQuery(id))
  const uses = data?.data.uses ?? []
  if (uses.length === 0) return null
  const flows = uses.filter(({ type }) => type === 'flow').map(({ name }) => name)
  const campaigns = uses.filter(({ type }) => type === 'campaign')
  return (
    <Note tone="warn" title={segmentWords.inUse({ counts: countUses(uses) })}>
      {flows.length > 0 && segmentWords.inUseFlow({ names: flows.slice(0, 5) })}{' '}
      {campaigns.length > 0 && segmentWords.inUseCampaign}
      {campaigns.length > 0 && (
        <ul className={css['uses']}>
          {campaigns.slice(0, 5).map((campaign) => (
            <li key={campaign.id}>
              <Link to="/campaigns/$id" params={{ id: String(campaign.id) }}>
                {campaign.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Note>
  )
}
