import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import { keepPage } from '../api/query-client.ts'
import { useRested } from '../ui/use-rested.ts'
import { settingsWords } from '../words/settings.ts'
import css from './setting.module.css'

const restMs = 300

/** How many parts a text has, as the server counts it, for a contact without any field. */
export function TextLength({ content }: { content: string }) {
  const rested = useRested(content, restMs)
  const isText = rested.trim() !== ''
  const { data } = useQuery({
    queryKey: ['templates', 'preview', rested],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/templates/preview', { body: { content: rested }, signal })),
    enabled: isText,
    retry: false,
    ...keepPage,
  })
  const rendered = data?.data.rendered
  if (!isText) return <p className={css['note']}>{settingsWords.templateLengthHint}</p>
  return (
    <p className={css['note']} role="status">
      {rendered?.content != null && settingsWords.templateLength(rendered)}
    </p>
  )
}
