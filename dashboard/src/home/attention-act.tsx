import { Button } from '@mantine/core'
import { ButtonLink } from '../ui/button-link.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import type { Attention } from './queries.ts'

/** The one act that helps: it leads to where the thing is done. None where no page of this dashboard can help. */
export function AttentionAct({ one, label }: { one: Attention; label: string }) {
  const { kind, subject, action } = one
  const id = String(subject.id)
  switch (kind) {
    case 'phone_offline':
    case 'sim_limit':
      return action?.verb === 'move' ? (
        <ButtonLink to="/devices" search={{ dialog: 'move', about: id }} variant="default">
          {label}
        </ButtonLink>
      ) : null
    case 'campaign_failing':
    case 'campaign_stuck':
    case 'opt_outs_high':
    case 'sim_gone':
      return (
        <ButtonLink to="/campaigns/$id" params={{ id }} variant="default">
          {label}
        </ButtonLink>
      )
    case 'import_failed':
      return (
        <ButtonLink to="/imports/$id" params={{ id }} variant="default">
          {label}
        </ButtonLink>
      )
    case 'totals_differ':
    case 'disk_low':
      return (
        <ButtonLink to="/settings/$part" params={{ part: 'health' }} variant="default">
          {label}
        </ButtonLink>
      )
    case 'restored_held':
      return <Decide label={label} />
    // The dashboard has no page for it yet.
    case 'feed_failing':
      return null
  }
}

function Decide({ label }: { label: string }) {
  const { open } = useDialog('restored')
  return (
    <Button variant="default" onClick={() => open()}>
      {label}
    </Button>
  )
}
