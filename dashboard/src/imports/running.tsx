import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { StatusMark } from '../statuses/status-mark.tsx'
import { announce } from '../ui/announce.tsx'
import { Card } from '../ui/card.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Meter } from '../ui/meter.tsx'
import { Page } from '../ui/page.tsx'
import { importWords } from '../words/imports.ts'
import { DropZone } from './drop-zone.tsx'
import css from './imports.module.css'
import { Outcome } from './outcome.tsx'
import type { Import } from './queries.ts'
import { Refused } from './refused.tsx'

const dialog = 'cancel-import'

/** An import while it runs: how far, how fast, how long. */
export function Running({ one }: { one: Import }) {
  const { id, processed_rows: done, total_rows: total, rows_per_second: rate } = one
  const name = one.file_name ?? importWords.nameless
  const left = Math.max(0, total - done)
  const sentence = importWords.progress({ done, total })
  // Told to those who listen, now and then.
  useEffect(() => announce(sentence), [sentence])
  const { open } = useDialog(dialog)
  const cancel = useWrite({
    mutationFn: (_: void, headers) =>
      answer(api.POST('/api/imports/{id}/cancel', { params: { path: { id } }, headers })),
    changes: [['imports']],
  })
  return (
    <Page
      title={name}
      back={{ to: { to: '/imports' }, label: importWords.title }}
      mark={<StatusMark of="import" value={one.status} isReachable />}
      answer={importWords.goesOn}
      moves={
        <Button variant="default" onClick={() => open()}>
          {importWords.cancel}
        </Button>
      }
      side={<Outcome one={one} title={importWords.soFar} />}
    >
      <DropZone />
      <Card>
        <p className={css['big']}>{sentence}</p>
        <Meter value={done} limit={total} label={importWords.columnRows} isBare />
        <p className={css['pace']}>
          {rate !== null && rate > 0 && (
            <>
              <span>{importWords.rate({ rate })}</span>
              <span>{importWords.left({ seconds: left / rate })}</span>
            </>
          )}
        </p>
      </Card>
      <Refused one={one} />
      <Confirm
        name={dialog}
        question={importWords.cancelQuestion({ name })}
        will={importWords.cancelWill({ done, left })}
        cannot={importWords.cancelCannot}
        wayOut={importWords.cancelWayOut}
        act={importWords.cancelAct({ left })}
        isDangerous
        onAct={() => cancel.writeNow()}
      />
    </Page>
  )
}
