import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useState, type KeyboardEvent } from 'react'
import { answer, api } from '../api/client.ts'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { frameWords } from '../words/frame.ts'
import { commandsFor, foundFor, type Group, type Hit } from './search-hits.ts'
import css from './search-dialog.module.css'

const restMs = 150

const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => answer(api.GET('/api/search', { params: { query: { q } }, signal })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })

/** Finds pages and verbs here, and contacts, campaigns, segments and phones through the API. */
export function SearchDialog() {
  return (
    <Dialog name="search" title={frameWords.searchTitle}>
      <Search />
    </Dialog>
  )
}

function Search() {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const term = useRested(text.trim())
  const { data, error, isFetching } = useQuery(searchQuery(term))
  const groups = [
    ...commandsFor(text.trim()),
    ...(term !== '' && data ? foundFor(data.data) : []),
  ].filter(({ hits }) => hits.length > 0)
  const hits = groups.flatMap((group) => group.hits)
  const current = hits[Math.min(at, hits.length - 1)]
  const go = (hit: Hit | undefined) => {
    if (hit) void navigate(hit.link as Parameters<typeof navigate>[0])
  }
  return (
    <>
      <div className={css['field']}>
        <Icon name="search" size={18} />
        <input
          data-first-focus=""
          type="text"
          role="combobox"
          className={css['input']}
          aria-label={frameWords.searchTitle}
          aria-expanded
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant={current && idOf(current)}
          autoComplete="off"
          spellCheck={false}
          placeholder={frameWords.searchHint}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={(event) =>
            step(event, { at, total: hits.length, setAt, go: () => go(current) })
          }
        />
      </div>
      <Found groups={groups} current={current} go={go} />
      <p className={css['state']} role="status">
        {stateOf({
          term,
          text: text.trim(),
          total: hits.length,
          isFetching,
          hasFailed: error !== null,
        })}
      </p>
    </>
  )
}

type FoundProps = { groups: Group[]; current: Hit | undefined; go: (hit: Hit) => void }

function Found({ groups, current, go }: FoundProps) {
  const currentId = current && idOf(current)
  // Scrolling is an order to the browser.
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <div id="found" role="listbox" aria-label={frameWords.searchResults} className={css['found']}>
      {groups.map(({ name, hits }) => (
        <div key={name} role="group" aria-label={name}>
          <p className={css['group']} aria-hidden="true">
            {name}
          </p>
          {hits.map((hit) => (
            <div
              key={hit.key}
              id={idOf(hit)}
              role="option"
              tabIndex={-1}
              aria-selected={hit === current}
              className={classes(css['hit'], hit === current && css['at'])}
              // The focus stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(hit)}
              onKeyDown={undefined}
            >
              <Icon name={hit.icon} size={18} />
              <span className={css['name']}>{hit.name}</span>
              {hit.note !== undefined && <span className={css['note']}>{hit.note}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

type Step = { at: number; total: number; setAt: (at: number) => void; go: () => void }

function step(event: KeyboardEvent, { at, total, setAt, go }: Step): void {
  if (event.key === 'ArrowDown') setAt(total === 0 ? 0 : (Math.min(at, total - 1) + 1) % total)
  else if (event.key === 'ArrowUp') setAt(at <= 0 ? Math.max(0, total - 1) : at - 1)
  else if (event.key === 'Enter') go()
  else return
  event.preventDefault()
}

type State = { term: string; text: string; total: number; isFetching: boolean; hasFailed: boolean }

function stateOf({ term, text, total, isFetching, hasFailed }: State): string {
  if (hasFailed) return frameWords.searchFailed
  if (total > 0) return ''
  return isFetching || term !== text ? frameWords.searching : frameWords.nothingFound({ text })
}

function idOf({ key }: Hit): string {
  return `found-${key}`
}

/** The text once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  // The clock is outside of React.
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return useDeferredValue(rested)
}
