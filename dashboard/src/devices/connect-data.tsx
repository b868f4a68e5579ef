import { Button } from '@mantine/core'
import { CopyButton } from '../ui/copy-button.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { useIsNarrow } from '../ui/narrow.ts'
import { Note } from '../ui/note.tsx'
import { useForm } from '../ui/use-form.ts'
import { connectWords as words } from '../words/connect.ts'
import css from './connect.module.css'
import { QrCode } from './qr-code.tsx'
import { useNewDevice, type FreshToken } from './writes.ts'

/** A phone has a name before it has a token. */
export function NameIt({ onFresh }: { onFresh: (fresh: FreshToken) => void }) {
  const { writeNow } = useNewDevice(onFresh)
  const form = useForm({
    initial: { name: '' },
    save: ({ name }) => writeNow(name.trim()),
  })
  return (
    <div className={css['nameIt']}>
      <Form form={form} act={words.makeToken}>
        <TextField
          form={form}
          name="name"
          data-first-focus=""
          label={words.name}
          placeholder={words.namePlaceholder}
          autoComplete="off"
          maxLength={255}
        />
      </Form>
    </div>
  )
}

type ConnectDataProps = {
  id: number
  fresh: FreshToken | undefined
  onFresh: (fresh: FreshToken) => void
}

/** What is put into the app. The token is there only as long as this page is. */
export function ConnectData({ id, fresh }: ConnectDataProps) {
  const token = useDialog('token')
  const isNarrow = useIsNarrow()
  const address = fresh?.address ?? `${location.origin}/api/mobile/v1`
  return (
    <>
      {isLocal(address) && <Note tone="warn">{words.local}</Note>}
      <div className={css['data']}>
        {fresh && !isNarrow && (
          <QrCode text={`${fresh.address}\n${fresh.token}`} label={words.code} />
        )}
        <div className={css['values']}>
          <Value label={words.address} text={address} copy={words.copyAddress} />
          {fresh ? (
            <Value label={words.token} text={fresh.token} copy={words.copyToken} />
          ) : (
            <div className={css['hidden']}>
              <p className={css['note']}>{words.hiddenToken}</p>
              <Button variant="default" onClick={() => token.open(id)}>
                {words.newToken}
              </Button>
            </div>
          )}
          {fresh && isNarrow && <Share fresh={fresh} />}
          {fresh && !isNarrow && <p className={css['note']}>{words.codeNote}</p>}
        </div>
      </div>
    </>
  )
}

function Value({ label, text, copy }: { label: string; text: string; copy: string }) {
  return (
    <div className={css['value']}>
      <span className={css['label']}>{label}</span>
      <span className={css['line']}>
        <code className={css['text']} dir="ltr">
          {text}
        </code>
        <CopyButton text={text} label={copy} />
      </span>
    </div>
  )
}

/** The phone that one holds may be the one that is connected: it hands both on to a note, or to the other phone. */
function Share({ fresh }: { fresh: FreshToken }) {
  if (typeof navigator.share !== 'function') return null
  const share = () => {
    const shared = { title: words.shareTitle, text: `${fresh.address}\n${fresh.token}` }
    // Whoever closes the sheet has changed their mind.
    navigator.share(shared).catch(() => undefined)
  }
  return (
    <Button variant="default" leftSection={<Icon name="share" size={18} />} onClick={share}>
      {words.share}
    </Button>
  )
}

function isLocal(address: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(address)
}
