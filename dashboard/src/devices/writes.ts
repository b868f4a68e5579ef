import { answer, api } from '../api/client.ts'
import { useWrite, type Once } from '../api/use-write.ts'
import type { Device } from './queries.ts'

// What is done with phones, each as the API has it.

/** Whatever names phones or waits on them shows something else afterwards. */
const changes = [['devices'], ['overview'], ['campaigns'], ['first-steps']]

type SimChoice = { device_id: number; subscription_id: number }

export function usePausing(options: {
  onDone: (device: Device, is_paused: boolean) => void
  onError: (error: Error) => void
}) {
  return useWrite({
    mutationFn: ({ device, is_paused }: { device: Device; is_paused: boolean }, once) =>
      answer(
        api.POST('/api/devices/{id}', {
          params: { path: { id: device.id } },
          body: { is_paused },
          headers: once,
        }),
      ),
    changes,
    onSuccess: (_answer, { device, is_paused }) => options.onDone(device, is_paused),
    onError: options.onError,
  })
}

/** Takes back that SIMs are being drained. */
export function useUndraining(options: {
  onDone: (device: Device) => void
  onError: (error: Error) => void
}) {
  return useWrite({
    mutationFn: async (device: Device, once) => {
      const draining = device.sims.filter((sim) => sim.is_draining)
      await Promise.all(
        draining.map(({ subscription_id }) =>
          answer(
            api.POST('/api/devices/{id}/sims/{subscription_id}', {
              params: { path: { id: device.id, subscription_id } },
              body: { is_draining: false },
              headers: keyFor(once, subscription_id),
            }),
          ),
        ),
      )
    },
    changes,
    onSuccess: (_answer, device) => options.onDone(device),
    onError: options.onError,
  })
}

export type SimFields = {
  phone_number: string
  display_name: string
  max_per_minute: number
  max_per_hour: number
  max_per_day: number
  max_per_month: number
  gap_min_seconds: number
  gap_max_seconds: number
}

export function useSimChange({ device_id, subscription_id }: SimChoice) {
  return useWrite({
    mutationFn: (body: Partial<SimFields>, once) =>
      answer(
        api.POST('/api/devices/{id}/sims/{subscription_id}', {
          params: { path: { id: device_id, subscription_id } },
          body,
          headers: once,
        }),
      ),
    changes,
  })
}

export type Notification = 'offline' | 'received'

export function useDeviceChange(device: Device) {
  return useWrite({
    mutationFn: (body: { name: string; notifications: Notification[] }, once) =>
      answer(
        api.POST('/api/devices/{id}', {
          params: { path: { id: device.id } },
          body: { ...body, expected_revision: device.revision },
          headers: once,
        }),
      ),
    changes,
  })
}

/** Moves the queue of a device to other SIMs, once or for good. */
export function useMoving(device: Device, verb: 'move' | 'drain') {
  return useWrite({
    mutationFn: (to: SimChoice[], once) =>
      answer(
        api.POST(`/api/devices/{id}/${verb}`, {
          params: { path: { id: device.id } },
          body: { to },
          headers: once,
        }),
      ),
    changes,
  })
}

export function useRemoving(device: Device) {
  return useWrite({
    mutationFn: (move_to: string | undefined) =>
      answer(
        api.DELETE('/api/devices/{id}', {
          params: { path: { id: device.id } },
          body: move_to === undefined ? {} : { move_to },
        }),
      ),
    changes,
  })
}

export type FreshToken = { id: number; token: string; address: string }

export function useNewDevice(onDone: (fresh: FreshToken) => void) {
  return useWrite({
    mutationFn: (name: string, once) =>
      answer(api.POST('/api/devices', { body: { name }, headers: once })),
    changes,
    onSuccess: ({ data }) => onDone(data),
  })
}

export function useNewToken(onDone: (fresh: FreshToken) => void) {
  return useWrite({
    mutationFn: (id: number, once) =>
      answer(api.POST('/api/devices/{id}/token', { params: { path: { id } }, headers: once })),
    changes,
    onSuccess: ({ data }) => onDone(data),
  })
}

export function useNewPretendPhone(options: {
  onDone: (id: number) => void
  onError: (error: Error) => void
}) {
  return useWrite({
    mutationFn: (_none: void, once) =>
      answer(api.POST('/api/devices/pretend', { body: {}, headers: once })),
    changes,
    onSuccess: ({ data }) => options.onDone(data.id),
    onError: options.onError,
  })
}

export function useTest(device_id: number) {
  return useWrite({
    mutationFn: (phone_number: string, once) =>
      answer(
        api.POST('/api/devices/{id}/test', {
          params: { path: { id: device_id } },
          body: { phone_number },
          headers: once,
        }),
      ),
    changes: [...changes, ['sms']],
  })
}

export function usePretendText(device_id: number) {
  return useWrite({
    mutationFn: (body: { phone_number: string; content: string }, once) =>
      answer(
        api.POST('/api/devices/{id}/pretend-texts', {
          params: { path: { id: device_id } },
          body,
          headers: once,
        }),
      ),
    changes: [...changes, ['sms'], ['contacts'], ['opt-outs']],
  })
}

/** Several requests of one press, each once. */
function keyFor(once: Once, part: number): Once {
  return { 'Idempotency-Key': `${once['Idempotency-Key']}-${part}` }
}
