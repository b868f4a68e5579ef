import { useQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { instantOf, momentInWords } from '../words/formats.ts'
import { listed } from '../words/sentences.ts'
import { editorWords } from '../words/editor.ts'
import { useNow } from '../ui/formats.tsx'
import { Note } from '../ui/note.tsx'
import { costlyOf, slipsMax } from './checks.ts'
import type { Draft } from './draft.ts'
import { replaced } from './marks.ts'
import { previewQuery, type Previewed } from './queries.ts'

type CostlyNoteProps = {
  id: number
  draft: Draft
  preview: Previewed
  onReplace: (content: string) => void
}

/** The characters that cost, what they cost in all, and how to be rid of them. */
export function CostlyNote({ id, draft, preview, onReplace }: CostlyNoteProps) {
  const costly = new Set(costlyOf(preview))
  // A text in another script has to be in it; there is nothing to be rid of.
  if (costly.size === 0 || costly.size > slipsMax) return null
  const odd = preview.odd_characters.filter(({ character }) => costly.has(character))
  const plain = new Map(odd.map(({ character, replacement }) => [character, replacement ?? '']))
  const content = replaced(draft.content, plain)
  return (
    <WhatItCosts
      {...{ id, preview, onReplace, odd }}
      draft={{ ...draft, content }}
      isReplaceable={odd.every(({ replacement }) => replacement !== null)}
    />
  )
}

type WhatItCostsProps = CostlyNoteProps & {
  odd: Previewed['odd_characters']
  isReplaceable: boolean
}

const namedMax = 3

function WhatItCosts(props: WhatItCostsProps) {
  const { id, draft, preview, odd, isReplaceable, onReplace } = props
  const now = useNow()
  const { data: without } = useQuery({
    ...previewQuery(id, draft),
    enabled: draft.content.trim() !== '',
  })
  const named = odd
    .slice(0, namedMax)
    .map(({ character }) =>
      editorWords.characterIs({ character, what: editorWords.named[character] }),
    )
  const total = odd.reduce((sum, { positions }) => sum + positions.length, 0)
  const fewer = without ? preview.total_parts - without.data.total_parts : undefined
  const isDouble = total === 1 && without && preview.total_parts === 2 * without.data.total_parts
  const why = odd.length === 1 ? editorWords.costlyWhy : editorWords.costlyWhyMany
  const done = without?.data.finish_datetime
  return (
    <Note
      tone={fewer === 0 ? 'plain' : 'warn'}
      title={isDouble === true ? editorWords.costlyDoubles : editorWords.costly({ total })}
      action={
        isReplaceable && (
          <Button variant="default" onClick={() => onReplace(draft.content)}>
            {editorWords.replaceIt({ total })}
          </Button>
        )
      }
    >
      {why({ named: listed(named) })}{' '}
      {fewer !== undefined &&
        (fewer > 0
          ? editorWords.without({
              fewer,
              done: done == null ? undefined : momentInWords(instantOf(done), { now }),
            })
          : editorWords.noFewer)}
    </Note>
  )
}
