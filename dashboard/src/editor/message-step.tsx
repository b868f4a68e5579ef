import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Menu } from '../ui/menu.tsx'
import { useNotices } from '../ui/notices.tsx'
import { FieldFrame, describedBy } from '../ui/fields.tsx'
import { editorWords } from '../words/editor.ts'
import fieldCss from '../ui/fields.module.css'
import { costlyOf, fieldsIn, shortField, slipsMax } from './checks.ts'
import type { Field } from './completion.ts'
import { CheckList } from './check-list.tsx'
import { CostlyNote } from './costly-note.tsx'
import { problemOf, type EditorProps } from './editor-context.ts'
import css from './editor.module.css'
import { accountQuery, fieldsQuery, templatesQuery, type Previewed } from './queries.ts'
import { TextEditor } from './text-editor.tsx'

/** The name and the text, what the text costs, and what there is to say about it. */
export function MessageStep(props: EditorProps & { onTest: () => void }) {
  const { campaign, draft, preview, checks, refused, step, onTest } = props
  const { values } = draft.state
  // What is refused is said at its field.
  const said = new Set(refused.map(({ title }) => title))
  const ofMessage = checks.filter((check) => check.step === 'message' && !said.has(check.title))
  return (
    <>
      <NameField {...props} />
      <Text {...props} />
      {preview && (
        <CostlyNote
          id={campaign.id}
          draft={values}
          preview={preview}
          onReplace={(content) => draft.set({ content })}
        />
      )}
      <Footer {...props} />
      {ofMessage.length > 0 && (
        <CheckList id={campaign.id} checks={ofMessage} step={step} onTest={onTest} />
      )}
    </>
  )
}

function NameField(props: EditorProps) {
  const { draft } = props
  const id = useId()
  const { name } = draft.state.values
  const problem =
    problemOf(props, 'name') ?? (name.trim() === '' ? editorWords.nameMissing : undefined)
  return (
    <FieldFrame id={id} label={editorWords.name} note={editorWords.nameNote} problem={problem}>
      <input
        {...describedBy(id, editorWords.nameNote, problem)}
        className={fieldCss['input']}
        maxLength={255}
        value={name}
        onChange={(event) => draft.set({ name: event.currentTarget.value })}
      />
    </FieldFrame>
  )
}

function Text(props: EditorProps) {
  const { draft, preview } = props
  const { content } = draft.state.values
  const { data: found } = useQuery(fieldsQuery)
  const costly = preview ? costlyOf(preview) : []
  const problem =
    problemOf(props, 'content') ?? (content === '' ? editorWords.textMissing : undefined)
  return (
    <TextEditor
      value={content}
      onChange={(next) => draft.set({ content: next })}
      fields={fieldsOf(found?.data ?? [])}
      costly={costly.length > slipsMax ? [] : costly}
      problem={problem}
      note={<TextNote content={content} preview={preview} />}
      counter={<Counter preview={preview} />}
      others={<Templates onTake={(next) => draft.set({ content: next })} content={content} />}
    />
  )
}

function fieldsOf(found: readonly { key: string; total: number; examples: string[] }[]): Field[] {
  const own = ['name', 'phone_number', 'country_code'].map((key) => ({
    key,
    isParameter: false,
    example: undefined,
    total: undefined,
  }))
  const parameters = found.map(({ key, total, examples }) => ({
    key,
    isParameter: true,
    example: examples[0],
    total,
  }))
  return [...own, ...parameters]
}

function TextNote({ content, preview }: { content: string; preview: Previewed | undefined }) {
  const used = fieldsIn(content)
  const lacking = (preview?.missing ?? []).filter(({ key }) => used.includes(shortField(key)))
  return (
    <>
      {editorWords.fieldHelp}
      {preview &&
        lacking.map(({ key, total }) => (
          <span key={key}>
            {' '}
            {editorWords.lacking({
              field: shortField(key),
              total,
              whole: preview.total_recipients,
            })}
          </span>
        ))}
    </>
  )
}

/** Of the text that the preview shows first. */
function Counter({ preview }: { preview: Previewed | undefined }) {
  const shown = preview?.rendered[0]
  if (!shown || shown.content === null) return null
  const isUnicode = shown.encoding === 'ucs2'
  return (
    <span className={css['counter']} data-costly={shown.parts > 1}>
      {editorWords.counter({
        characters: [...shown.content].length,
        isUnicode,
        total: shown.parts,
      })}
    </span>
  )
}

function Templates({ content, onTake }: { content: string; onTake: (content: string) => void }) {
  const { data } = useQuery(templatesQuery)
  const { say } = useNotices()
  const templates = data?.data ?? []
  if (data && templates.length === 0)
    return (
      <Button variant="default" aria-disabled data-hint={editorWords.noTemplates}>
        {editorWords.template}
      </Button>
    )
  return (
    <Menu
      label={editorWords.template}
      items={templates.map((template) => ({
        label: template.name,
        onAct: () => {
          onTake(template.content)
          say(editorWords.templateTaken({ name: template.name }), {
            undo: { act: () => onTake(content) },
          })
        },
      }))}
    >
      {editorWords.template}
    </Menu>
  )
}

/** The account's line under texts to many, where there is one. */
function Footer({ draft }: EditorProps) {
  const { data } = useQuery(accountQuery)
  const id = useId()
  const footer = data?.data.opt_out_footer ?? null
  if (footer === null) return null
  return (
    <div>
      <span className={fieldCss['check']}>
        <input
          id={id}
          type="checkbox"
          className={fieldCss['box']}
          checked={draft.state.values.footer}
          aria-describedby={`${id}-note`}
          onChange={(event) => draft.set({ footer: event.currentTarget.checked })}
        />
        <label htmlFor={id}>{editorWords.footerIs({ footer })}</label>
      </span>
      <p id={`${id}-note`} className={fieldCss['noteUnder']}>
        {editorWords.footerNote}
      </p>
    </div>
  )
}
