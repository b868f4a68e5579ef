import { useDialog } from '../ui/dialog-state.ts'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { moveOf } from '../ui/move-button.tsx'
import { deviceWords as words } from '../words/devices.ts'
import { useDeviceActions } from './device-actions.ts'
import type { Device } from './queries.ts'

/** What can be done with a phone; what cannot be done now says why. */
export function DeviceMenu({ device }: { device: Device }) {
  const open = useDialogs()
  const { setPaused, undrain } = useDeviceActions()
  const { id, moves, is_paused, is_hosted } = device
  const reasonOf = (verb: string) => moveOf(moves, verb)?.reason
  const isDraining = moveOf(moves, 'undrain')?.is_allowed === true
  const items: (MenuItem | null)[] = [
    is_paused
      ? { label: words.resume, icon: 'play', onAct: () => setPaused(device, false) }
      : { label: words.pause, icon: 'pause', onAct: () => setPaused(device, true) },
    { label: words.test, icon: 'campaigns', reason: reasonOf('test'), onAct: () => open.test(id) },
    is_hosted ? { label: words.write, icon: 'inbox', onAct: () => open.write(id) } : null,
    { label: words.check, icon: 'check', onAct: () => open.check(id) },
    { label: words.move, icon: 'forward', reason: reasonOf('move'), onAct: () => open.move(id) },
    isDraining
      ? { label: words.undrain, icon: 'refresh', onAct: () => undrain(device) }
      : {
          label: words.drain,
          icon: 'download',
          reason: reasonOf('drain'),
          onAct: () => open.drain(id),
        },
    { label: words.rename, icon: 'edit', onAct: () => open.rename(id) },
    { label: words.token, icon: 'key', reason: reasonOf('token'), onAct: () => open.token(id) },
    { label: words.remove, icon: 'trash', isDangerous: true, onAct: () => open.remove(id) },
  ]
  return (
    <Menu label={words.menu({ name: device.name })} items={items.filter((item) => item !== null)} />
  )
}

function useDialogs() {
  return {
    test: useDialog('test').open,
    write: useDialog('write').open,
    check: useDialog('check').open,
    move: useDialog('move').open,
    drain: useDialog('drain').open,
    rename: useDialog('rename').open,
    token: useDialog('token').open,
    remove: useDialog('remove').open,
  }
}
