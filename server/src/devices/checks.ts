import { knows, recommendedRelease, releaseState } from './app-version.ts'

// Whether a phone is set up well, from what is known of it: what a person who connects one looks at, and the remedies.

export const checkNames = [
  'reached',
  'app',
  'sims',
  'listening',
  'permission',
  'received',
  'sent',
] as const
export const checkStates = ['ok', 'waiting', 'warning', 'problem'] as const

export type Check = {
  check: (typeof checkNames)[number]
  /** `waiting` is for what has not happened yet. */
  state: (typeof checkStates)[number]
  /** When it came to be so, where that is known. */
  at: Date | null
  title: string
  /** What to do; null when there is nothing. */
  advice: string | null
}

export type CheckFacts = {
  /** Null until a phone has enrolled. */
  enrolled_at: Date | null
  reached_over: string | null
  is_hosted: boolean
  is_online: boolean
  is_listening: boolean
  streaming_since: Date | null
  last_heard_at: Date | null
  model: string | null
  app_version: string | null
  sims: readonly { subscription_id: number; phone_number: string | null }[]
  sims_reported_at: Date | null
  last_received_at: Date | null
  last_sent_at: Date | null
  /** The last failure for want of a permission, if nothing was sent since. */
  refused: { error: string; at: Date } | null
}

type Said = Omit<Check, 'check' | 'state' | 'advice'>

/** All of them, in the order in which a person comes to them. */
export function checksOf(facts: CheckFacts): Check[] {
  return [
    checkReach(facts),
    checkApp(facts),
    checkSims(facts),
    checkListening(facts),
    checkPermission(facts),
    checkReceived(facts),
    checkSent(facts),
  ]
}

function checkReach({ enrolled_at: at, reached_over, is_hosted }: CheckFacts): Check {
  if (at === null) {
    return later(
      'reached',
      'It has not reached us yet.',
      'In the app: Settings, Cloud server. Put in the address, which ends in /api/mobile/v1, and the token. Then switch on “Cloud server” on its first page and start the service.',
    )
  }
  if (is_hosted) return fine('reached', { at, title: 'It runs inside Simcast.' })
  if (reached_over === 'https') return fine('reached', { at, title: 'It reached us over HTTPS.' })
  if (reached_over === null) return fine('reached', { at, title: 'It reached us.' })
  return {
    check: 'reached',
    state: 'warning',
    at,
    title: 'It reached us without encryption.',
    advice:
      'Who listens in on that network reads every text. Give Simcast a name with a certificate, and put its https:// address into the app.',
  }
}

function checkApp({ enrolled_at: at, model, app_version }: CheckFacts): Check {
  const check = 'app'
  if (at === null) {
    return later(
      check,
      'Which app it runs is seen when it reaches us.',
      `Take SMS Gateway for Android, ${recommendedRelease} or newer.`,
    )
  }
  const update = `Update it to ${recommendedRelease} or newer.`
  if (app_version === null) {
    const title = 'It does not say which release of the app it runs.'
    return { check, state: 'warning', at, title, advice: update }
  }
  const title = `${model ?? 'A phone'}, app ${app_version}.`
  switch (releaseState(app_version)) {
    case 'too old': {
      const advice = `The app is too old to be woken: texts start up to 15 minutes late. ${update}`
      return { check, state: 'problem', at, title, advice }
    }
    case 'old': {
      const why = knows(app_version, 'cancelling')
        ? 'Releases this old lose a report now and then.'
        : 'The app is too old to take back a text that it holds: pausing and cancelling bite later.'
      return { check, state: 'warning', at, title, advice: `${why} ${update}` }
    }
    case 'fresh':
      return fine(check, { at, title })
  }
}

function checkSims(facts: CheckFacts): Check {
  const { enrolled_at, sims, sims_reported_at: at, app_version } = facts
  const check = 'sims'
  if (enrolled_at === null) return later(check, 'Its SIMs are seen when it reaches us.', null)
  if (at !== null && sims.length > 0)
    return fine(check, { at, title: sims.length === 1 ? 'One SIM.' : `${sims.length} SIMs.` })
  if (app_version !== null && !knows(app_version, 'sim_cards')) {
    const title = 'This release of the app does not name its SIMs.'
    const advice = `Update it to ${recommendedRelease} or newer. Until then SIM 1 to 3 can be chosen.`
    return { check, state: 'warning', at: enrolled_at, title, advice }
  }
  return {
    check,
    state: 'problem',
    at: enrolled_at,
    title: 'It names no SIM.',
    advice:
      'If there is one in it, allow the app the permission “Phone”: Android settings, Apps, SMSGate, Permissions. Then start its service again.',
  }
}

function checkListening(facts: CheckFacts): Check {
  const { enrolled_at, is_online, is_listening, streaming_since, last_heard_at } = facts
  const check = 'listening'
  if (enrolled_at === null)
    return later(check, 'Whether it listens for new work is seen when it reaches us.', null)
  if (is_listening && is_online)
    return fine(check, { at: streaming_since, title: 'It listens for new work.' })
  if (!is_online) {
    return {
      check,
      state: 'problem',
      at: last_heard_at,
      title: 'Nothing is heard of it.',
      advice:
        'Charge it and look at its network. Open the app and start its service. Take the app out of battery optimisation: Android settings, Apps, SMSGate, Battery, Unrestricted.',
    }
  }
  return {
    check,
    state: 'warning',
    at: last_heard_at,
    title: 'Not listening for new work yet.',
    advice:
      'Texts start up to 15 minutes late. In the app: Settings, Cloud server, Notification channel, “SSE only”. Then start its service again.',
  }
}

function checkPermission({ refused, last_sent_at }: CheckFacts): Check {
  const check = 'permission'
  if (refused) {
    return {
      check,
      state: 'problem',
      at: refused.at,
      title: 'The app may not send.',
      advice: `Allow it “SMS” and “Phone”: Android settings, Apps, SMSGate, Permissions. It said: ${refused.error}`,
    }
  }
  if (last_sent_at !== null) return fine(check, { at: last_sent_at, title: 'The app may send.' })
  return later(
    check,
    'Whether the app may send is seen with the first text.',
    'When it asks, allow it to send and to receive texts, and to see the state of the phone.',
  )
}

function checkReceived({ last_received_at: at, sims }: CheckFacts): Check {
  if (at !== null) return fine('received', { at, title: 'A text was received.' })
  const number = sims.find(({ phone_number }) => phone_number !== null)?.phone_number
  return later(
    'received',
    'No text received yet.',
    `Write anything to ${number ?? 'its number'} from another phone. RCS chats do not count: switch them off on this one.`,
  )
}

function checkSent({ last_sent_at: at }: CheckFacts): Check {
  if (at !== null) return fine('sent', { at, title: 'A text was sent.' })
  return later('sent', 'No text sent yet.', 'Send a test to a phone in your hand.')
}

function fine(check: Check['check'], said: Said): Check {
  return { check, state: 'ok', ...said, advice: null }
}

function later(check: Check['check'], title: string, advice: string | null): Check {
  return { check, state: 'waiting', at: null, title, advice }
}
