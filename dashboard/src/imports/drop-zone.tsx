import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ApiError } from '../api/errors.ts'
import { Icon } from '../ui/icon.tsx'
import { Meter } from '../ui/meter.tsx'
import { Note } from '../ui/note.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Problem } from '../ui/problem.tsx'
import { importWords } from '../words/imports.ts'
import css from './imports.module.css'
import { importQuery } from './queries.ts'
import { uploads, useUpload, type Upload } from './uploads.ts'

/** What spreadsheets and programs write, and what the browser may call it. */
const accepted = '.csv,.tsv,.txt,.jsonl,.ndjson,text/csv,text/plain'

/** Brings a file: it is tried at once, and the page of the try is opened. */
export function useBringFile(): (files: Iterable<File> | null) => void {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { say } = useNotices()
  // On either page: the segment that somebody came from to fill it.
  const { into } = useSearch({ strict: false })
  return (files) => {
    const [file, ...others] = files ?? []
    if (!file || uploads.isUnderWay) return
    if (others.length > 0) say(importWords.onlyOne)
    void uploads.send(file).then(async (id) => {
      if (id === undefined) return
      await client.fetchQuery(importQuery(id)).catch(() => undefined)
      void client.invalidateQueries({ queryKey: ['imports', 'list'] })
      // Who has gone elsewhere meanwhile finds it in the list.
      if (location.pathname.startsWith('/imports'))
        await navigate({
          to: '/imports/$id',
          params: { id: String(id) },
          search: into === undefined ? {} : { into },
        })
    })
  }
}

/** The button that chooses a file; a drop is only the shorter way. */
export function ChooseFile({
  children = importWords.act,
  variant = 'filled',
}: {
  children?: ReactNode
  variant?: 'filled' | 'default'
}) {
  const field = useRef<HTMLInputElement>(null)
  const bring = useBringFile()
  return (
    <>
      <Button
        variant={variant}
        leftSection={<Icon name="upload" size={16} />}
        onClick={() => field.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={field}
        type="file"
        accept={accepted}
        hidden
        onChange={(event) => {
          bring(event.currentTarget.files)
          // The same file can be brought again after it was repaired.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** Takes a file that is dropped anywhere on the page, and shows that it would. */
export function DropZone() {
  const bring = useBringFile()
  const [isOver, setOver] = useState(false)
  const latest = useRef(bring)
  // Kept for the listeners, which are added once.
  useEffect(() => {
    latest.current = bring
  })
  // A drag is an event of the whole window.
  useEffect(() => {
    const until = new AbortController()
    const { signal } = until
    const onDrag = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    window.addEventListener('dragenter', onDrag, { signal })
    window.addEventListener('dragover', onDrag, { signal })
    window.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false)
      },
      { signal },
    )
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        latest.current(event.dataTransfer?.files ?? null)
      },
      { signal },
    )
    return () => until.abort()
  }, [])
  if (!isOver) return null
  return (
    <div className={css['over']} aria-hidden="true">
      <div className={css['overBox']}>
        <Icon name="upload" size={28} />
        <p className={css['overTitle']}>{importWords.dropHere}</p>
        <p>{importWords.dropNote}</p>
      </div>
    </div>
  )
}

/** How far a file has come, or why it was not taken. */
export function UploadProgress() {
  const upload = useUpload()
  if (!upload) return null
  const { name, sent, total, error } = upload
  if (error) return <Refusal upload={upload} error={error} />
  const isThere = total > 0 && sent >= total
  return (
    <div className={css['upload']} role="status">
      <div className={css['uploadLine']}>
        <span className={css['uploadName']}>{importWords.sending({ name })}</span>
        <span className={css['dim']}>
          {isThere ? importWords.reading : importWords.sentOf({ sent, total })}
        </span>
        <Button variant="default" onClick={() => uploads.stop()}>
          {importWords.stopSending}
        </Button>
      </div>
      <Meter value={sent} limit={total} label={name} isBare />
    </div>
  )
}

/** What is wrong with the file is said in its words; what is wrong with the way, as anywhere. */
function Refusal({ upload, error }: { upload: Upload; error: ApiError }) {
  const bring = useBringFile()
  const title = importWords.sendFailed({ name: upload.name })
  if (error.kind !== 'refused')
    return <Problem error={error} title={title} retry={() => bring([upload.file])} isWrite />
  return (
    <div role="alert">
      <Note
        tone="bad"
        title={title}
        action={
          <Button variant="default" onClick={() => uploads.stop()}>
            {importWords.dismiss}
          </Button>
        }
      >
        {error.problems.map((problem) => (
          <p key={problem.title}>{importWords.fileProblem(problem)}</p>
        ))}
      </Note>
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}
