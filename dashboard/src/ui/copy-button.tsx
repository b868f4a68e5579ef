import { Button } from '@mantine/core'
import { useState } from 'react'
import { uiWords } from '../words/ui.ts'
import { Icon } from './icon.tsx'

/** Copies a text. Where the browser gives no clipboard (a page without TLS) the old way is taken. */
export function CopyButton({ text, label = uiWords.copy }: { text: string; label?: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await copyText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <Button
      variant="default"
      leftSection={<Icon name={isCopied ? 'check' : 'copy'} size={18} />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{isCopied ? uiWords.copied : label}</span>
    </Button>
  )
}

async function copyText(text: string): Promise<void> {
  // Browsers have no clipboard on a page without TLS, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard !== undefined) {
    await clipboard.writeText(text)
    return
  }
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  ;(document.querySelector('dialog[open]') ?? document.body).append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}
