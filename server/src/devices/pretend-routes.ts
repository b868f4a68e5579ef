import { shownRowExists } from '../http/exists.ts'
import { integer, text } from '../http/field-readers.ts'
import { optional, required, resource } from '../http/fields.ts'
import { writeRoute, type Api } from '../http/routing.ts'
import { IdAnswer } from '../http/wire.ts'
import { createPretendPhone, writeToPretendPhone } from './pretend.ts'

const tag = 'devices'

const newPretendPhone = resource({
  name: optional(text({ min: 1, max: 255, description: 'What you call it; `Pretend phone`' })),
})

const pretendText = resource({
  phone_number: required(text({ min: 1, max: 64, description: 'Who writes, in any writing' })),
  content: required(text({ min: 1, max: 1600, description: 'What is written, such as STOP' })),
  subscription_id: optional(
    integer({ min: 1, max: 3, description: 'The SIM that it comes in at; 1' }),
  ),
})

export function pretendRoutes(api: Api): void {
  const { context } = api
  writeRoute(api, {
    method: 'POST',
    url: '/api/devices/pretend',
    tag,
    summary: 'Start a pretend phone',
    description:
      'A device whose phone is a program inside Simcast: it behaves like the app, and nobody gets what it sends. It ends when the device is deleted.',
    body: newPretendPhone,
    response: IdAnswer,
    handle: async (tx, { user_id, fields }) => ({
      data: { id: await createPretendPhone(tx, context, user_id, fields.name) },
    }),
  })
  writeRoute(api, {
    method: 'POST',
    url: '/api/devices/:id/pretend-texts',
    tag,
    summary: 'Write to a pretend phone',
    description:
      'As if a customer wrote to it, so that answers and STOP can be tried. Only for a pretend phone that runs inside Simcast.',
    exists: { noun: 'device', check: shownRowExists('devices') },
    body: pretendText,
    response: IdAnswer,
    handle: async (tx, { user_id, id, fields }) => {
      const { subscription_id = 1, phone_number, content } = fields
      const written = { device_id: id, subscription_id, phone_number, content }
      await writeToPretendPhone(tx, context, user_id, written)
      return { data: { id } }
    },
  })
}
