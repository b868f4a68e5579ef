import { Button } from '@mantine/core'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { Empty } from '../ui/empty.tsx'
import { useNow } from '../ui/formats.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { instantOf, momentInWords } from '../words/formats.ts'
import { editorWords } from '../words/editor.ts'
import type { Campaign } from './draft.ts'

/** What has been scheduled is taken back before it is changed, so that nothing starts half written; what has begun stays. */
export function NotEditable({ campaign }: { campaign: Campaign }) {
  const { id, status, name, scheduled_datetime } = campaign
  const now = useNow()
  const takeBack = useWrite({
    mutationFn: (_: void, once) =>
      answer(
        api.POST('/api/campaigns/{id}', {
          params: { path: { id } },
          headers: once,
          body: { save: true, expected_revision: campaign.revision },
        }),
      ),
    changes: [['campaigns'], ['overview']],
  })
  const isScheduled = status === 'scheduled'
  const at = momentInWords(instantOf(scheduled_datetime), { now })
  const params = { id: String(id) }
  return (
    <Page
      title={name}
      back={{ to: { to: '/campaigns/$id', params }, label: editorWords.toCampaign }}
    >
      <Empty
        title={isScheduled ? editorWords.isScheduled({ at }) : editorWords.isOver}
        text={isScheduled ? editorWords.isScheduledText : editorWords.isOverText}
        action={
          <>
            {isScheduled && (
              <Button aria-disabled={takeBack.isPending} onClick={() => takeBack.write()}>
                {editorWords.backToDraft}
              </Button>
            )}
            <ButtonLink variant="default" to="/campaigns/$id" params={params}>
              {editorWords.toCampaign}
            </ButtonLink>
          </>
        }
      />
      {takeBack.error && <Problem error={takeBack.error} isWrite />}
    </Page>
  )
}
