import { sentencesOf } from '../ui/failure.ts'
import { useNotices } from '../ui/notices.tsx'
import { deviceWords as words } from '../words/devices.ts'
import type { Device } from './queries.ts'
import { usePausing, useUndraining } from './writes.ts'

/** What is done at once, without a question: it can be taken back as easily. */
export function useDeviceActions() {
  const { say, warn } = useNotices()
  const onError = (error: Error) => warn(sentencesOf(error, { isWrite: true }).join(' '))
  const pausing = usePausing({
    onDone: (device, is_paused) => {
      const { name, total_pending_sms: waiting } = device
      const undo = { act: () => pausing.write({ device, is_paused: !is_paused }) }
      if (is_paused) say(words.paused({ name, waiting }), { undo })
      else say(words.resumed({ name }))
    },
    onError,
  })
  const undraining = useUndraining({
    onDone: ({ name }) => say(words.undrained({ name })),
    onError,
  })
  return {
    setPaused: (device: Device, is_paused: boolean) => pausing.write({ device, is_paused }),
    undrain: (device: Device) => undraining.write(device),
  }
}
