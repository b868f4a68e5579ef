import type { AppData } from './app-data.ts'
import type { Release } from './app-release.ts'
import type { MobileApi } from './mobile-api.ts'
import { RefusedCall } from './network.ts'
import { maskSimCards, type SimCard } from './sim-cards.ts'

/** The server does not take the token that the phone was given. */
export class EnrolmentRefused extends Error {
  override readonly name = 'EnrolmentRefused'

  constructor() {
    super('The server does not know this token (401). Renewed or deleted? Make a new one.')
  }
}

export type EnrolmentOptions = {
  api: MobileApi
  release: Release
  data: AppData
  save: () => void
  enrolmentToken: string
  deviceName: string
  simCards: readonly SimCard[]
  pushToken: string | undefined
}

/**
 * Makes the phone known, as at each start of the app: it tells the server of itself under the registration that it has,
 * and enrols anew with its private token when it has none or the server answers 401 to it.
 */
export async function makeKnown(options: EnrolmentOptions): Promise<void> {
  const { api, data, release } = options
  const simCards = release.can('sim_cards') ? maskSimCards(options.simCards) : undefined
  const phone = { pushToken: options.pushToken, simCards }
  if (data.registration) {
    const { id, token } = data.registration
    try {
      await api.update(token, { id, ...phone })
      return
    } catch (error) {
      if (!(error instanceof RefusedCall) || error.status !== 401) throw error
    }
  }
  try {
    data.registration = await api.enrol(options.enrolmentToken, {
      name: options.deviceName,
      ...phone,
    })
  } catch (error) {
    throw error instanceof RefusedCall && error.status === 401 ? new EnrolmentRefused() : error
  }
  data.enrolled_with = options.enrolmentToken
  options.save()
}
