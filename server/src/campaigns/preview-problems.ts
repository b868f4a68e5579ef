import { deadMinutes } from '../devices/sim-room.ts'
import { oddCharacters } from '../lib/parts.ts'
import { isComposed, nobody } from '../templates/compose.ts'
import type { Preview, Previewed } from './preview.ts'

export type PreviewProblem = {
  title: string
  field: string | null
  code: string
  severity: 'error' | 'warning'
}

/** What keeps a campaign from being sent as it stands, and what its owner should know before. */
export function problemsOfPreview(preview: Preview, previewed: Previewed): PreviewProblem[] {
  return [
    ...missingFields(previewed),
    ...ofAudience(preview),
    ...ofTexts(preview),
    ...ofEncoding(preview, previewed),
    ...ofSims(preview, previewed),
  ]
}

function missingFields({ missing_fields }: Previewed): PreviewProblem[] {
  return missing_fields.map((field) => error('required', field, `${field} is required.`))
}

function ofAudience({ recipients, audience: { matched } }: Preview): PreviewProblem[] {
  if (recipients > 0) return []
  const title =
    matched === 0
      ? 'Nobody matches, so nobody would get it.'
      : 'All who match have opted out or cannot be sent to, so nobody would get it.'
  return [error('no_recipients', 'segment', title)]
}

/** Each reason for which there is no text, and for how many. */
function ofTexts({ tally, recipients, is_estimate }: Preview): PreviewProblem[] {
  return Array.from(tally.failed, ([reason, total]) => {
    const whom = `${is_estimate ? 'about ' : ''}${total} of ${recipients} contacts`
    const title = `For ${whom} there is no text. ${reason}`
    return total === recipients
      ? error('no_text', 'content', title)
      : warning('no_text', 'content', title)
  })
}

const namedMax = 10

/** Characters that are written in the text itself, and make the network use its large alphabet for everybody. */
function ofEncoding({ composer }: Preview, { content = '' }: Previewed): PreviewProblem[] {
  const composed = composer?.compose(nobody)
  if (composed === undefined || !isComposed(composed)) return []
  const written = new Set(oddCharacters(content).map(({ character }) => character))
  const costly = oddCharacters(composed.content)
    .map(({ character }) => character)
    .filter((character) => written.has(character))
  if (costly.length === 0) return []
  const named = costly.slice(0, namedMax).join(' ')
  const rest = costly.length > namedMax ? ` and ${costly.length - namedMax} more` : ''
  const title = `A part has room for 70 characters, not 160, because of ${named}${rest}.`
  return [warning('large_alphabet', 'content', title)]
}

function ofSims({ sims, forecast }: Preview, { expires_at }: Previewed): PreviewProblem[] {
  const silent = sims.filter(({ is_alive }) => !is_alive)
  const draining = sims.filter(({ is_draining }) => is_draining)
  const problems = Array.from(new Set(silent.map(({ device_id }) => device_id)), (device_id) => {
    const title = `Device ${device_id} is paused, or its phone has not been heard of for ${deadMinutes} minutes: its texts wait until it is back.`
    return warning('phone_silent', 'device_id', title)
  })
  for (const { device_id, sim_subscription_id } of draining) {
    const title = `SIM ${sim_subscription_id} of device ${device_id} is being drained: another one takes what names it.`
    problems.push(warning('sim_draining', 'sim_subscription_id', title))
  }
  if (forecast && forecast.finish_at === null) {
    const title = 'At this pace it is not sent within a year.'
    problems.push(error('never_finishes', 'sim_subscription_id', title))
  } else if (forecast?.finish_at && expires_at !== null && forecast.finish_at > expires_at) {
    const title = 'At this pace it expires before all of it has left: the rest is cancelled.'
    problems.push(warning('expires_first', 'expires_datetime', title))
  }
  return problems
}

function error(code: string, field: string, title: string): PreviewProblem {
  return { title, field, code, severity: 'error' }
}

function warning(code: string, field: string, title: string): PreviewProblem {
  return { title, field, code, severity: 'warning' }
}
