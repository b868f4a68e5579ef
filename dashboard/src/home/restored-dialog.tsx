import { Button } from '@mantine/core'
import { answer, api } from '../api/client.ts'
import { useWrite } from '../api/use-write.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { useNotices } from '../ui/notices.tsx'
import { Problem } from '../ui/problem.tsx'
import { restoredWords as words } from '../words/home.ts'

/** What came back from a backup waits for a person: all of it is sent, or none of it. */
export function RestoredDialog() {
  const { close } = useDialog('restored')
  const { say } = useNotices()
  const { write, error } = useWrite({
    mutationFn: (isSent: boolean, once) =>
      isSent
        ? answer(api.POST('/api/account/held/release', { headers: once }))
        : answer(api.POST('/api/account/held/cancel', { headers: once })),
    changes: [['overview'], ['campaigns'], ['devices']],
    onSuccess: (_, isSent) => {
      say(isSent ? words.released : words.cancelled)
      close()
    },
  })
  return (
    <Dialog
      name="restored"
      title={words.title}
      foot={
        <>
          <Button variant="default" data-first-focus onClick={close}>
            {words.later}
          </Button>
          <Button variant="default" color="brick" onClick={() => write(false)}>
            {words.cancel}
          </Button>
          <Button variant="filled" onClick={() => write(true)}>
            {words.release}
          </Button>
        </>
      }
    >
      {error && <Problem error={error} isWrite />}
      <p>{words.text}</p>
    </Dialog>
  )
}
