import { useQuery } from '@tanstack/react-query'
import { useDialog } from '../ui/dialog-state.ts'
import { textOf, useSearchValues } from '../ui/search-state.ts'
import { CheckDialog } from './check-dialog.tsx'
import { deviceQuery, othersQuery, type Device } from './queries.ts'
import type { DeviceDialogProps } from './dialog-props.ts'
import { DrainDialog, MoveDialog } from './move-dialogs.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { TestDialog } from './test-dialog.tsx'
import { TokenDialog } from './token-dialog.tsx'
import { WriteDialog } from './write-dialog.tsx'
import type { FreshToken } from './writes.ts'

type DeviceDialogsProps = {
  listed: readonly Device[]
  onFresh: (fresh: FreshToken) => void
}

const dialogs: Record<string, (props: DeviceDialogProps) => React.ReactNode> = {
  check: CheckDialog,
  test: TestDialog,
  write: WriteDialog,
  move: MoveDialog,
  drain: DrainDialog,
  rename: RenameDialog,
  token: TokenDialog,
  remove: RemoveDialog,
}

/** The dialog that the URL names, about the phone that it names: a link from elsewhere leads to it as well. */
export function DeviceDialogs({ listed, onFresh }: DeviceDialogsProps) {
  const name = textOf(useSearchValues()['dialog']) ?? ''
  const { about } = useDialog(name)
  const id = Number(about)
  const Open = dialogs[name]
  const isNamed = Open !== undefined && Number.isSafeInteger(id) && id > 0
  const here = listed.find((device) => device.id === id)
  const { data: elsewhere } = useQuery({ ...deviceQuery(id), enabled: isNamed && !here })
  const needsOthers = name === 'move' || name === 'drain' || name === 'remove'
  const { data: others } = useQuery({ ...othersQuery, enabled: isNamed && needsOthers })
  const device = here ?? elsewhere?.data
  if (!Open || !device || (needsOthers && !others)) return null
  const devices = others?.data ?? []
  return <Open key={`${name} ${id}`} device={device} devices={devices} onFresh={onFresh} />
}
