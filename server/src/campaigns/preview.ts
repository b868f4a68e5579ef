import { sql } from 'kysely'
import { keywordsOf, type StoredWords } from '../accounts/consent-settings.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { invalid } from '../errors.ts'
import { forecast, type Forecast } from '../devices/forecast.ts'
import type { SimChoice } from '../devices/service.ts'
import { findSimRoom, type SimRoom } from '../devices/sim-room.ts'
import { findNamedWord } from '../keywords/match.ts'
import {
  quietHoursOf,
  timezoneOf,
  type AccountClock,
  type CampaignQuiet,
} from '../messages/recipient-clock.ts'
import {
  createComposer,
  isComposed,
  nobody,
  type Composed,
  type Composer,
} from '../templates/compose.ts'
import { findTemplateContacts, type FoundContact } from '../templates/contacts.ts'
import { inStretches } from '../templates/stretches.ts'
import { contactFieldsOf, tooCostly, type Unrendered } from '../templates/template.ts'
import type { TemplateContact } from '../templates/template-contact.ts'
import { findTextRules } from '../templates/text-rules.ts'
import {
  exactMax,
  previewAudience,
  type AudienceToPreview,
  type PreviewedAudience,
} from './preview-audience.ts'
import { emptyTally, lacks, scale, tally, together, type Tally } from './tally.ts'

/** A campaign that is still being written: checked in what is given, and not stored. */
export type Previewed = {
  content: string | undefined
  footer: boolean
  sims: readonly SimChoice[]
  audience: AudienceToPreview
  quiet: CampaignQuiet
  /** When it would be launched. */
  starts_at: Date
  expires_at: Date | null
  /** Whose texts are to be shown; if none are named, some are chosen. */
  contact_ids: readonly number[] | undefined
  /** What a campaign needs and this has not got yet. */
  missing_fields: readonly string[]
}

export type Preview = {
  audience: PreviewedAudience
  recipients: number
  tally: Tally
  is_estimate: boolean
  shown: FoundContact[]
  /** What each of those shown would get; empty where there is no text yet. */
  texts: (Composed | Unrendered)[]
  composer: Composer | null
  sims: SimRoom[]
  /** Null where there is nothing to send, or no SIM to send it from. */
  forecast: Forecast | null
  /** The zone whose days a forecast counts. */
  timezone: string
  /** How the text says to leave: the word for it that it names. */
  opt_out_word: string | null
}

/** What a campaign would be if it were sent as it stands: to whom, how long, until when. Writes nothing. */
export async function previewCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  previewed: Previewed,
): Promise<Preview> {
  const { content, footer, contact_ids } = previewed
  const named = contact_ids && (await findNamed(tx, user_id, contact_ids))
  const rules = await findTextRules(tx, user_id)
  const composer =
    content === undefined
      ? null
      : createComposer(content, footer ? rules : { ...rules, footer: null })
  const clock = await findClock(tx, user_id)
  const audience = await previewAudience(tx, user_id, previewed.audience)
  const recipients = audience.known.recipients + audience.strangers.recipients
  const quietHours = quietHoursOf(clock, previewed.quiet)
  const members = await findInOrder(tx, user_id, audience.known.ids)
  const isLookedAt = composer !== null && (composer.hasVariables || quietHours !== null)
  const counted = isLookedAt
    ? await tallyAll(audience, members, {
        composer,
        fields: contactFieldsOf(content ?? ''),
        zoneOf: (contact) => zoneOf(contact, clock),
      })
    : { tally: tallyOfOne(composer, recipients, clock), isEstimate: false, longest: undefined }
  const sims = await findSimRoom(tx, user_id, previewed.sims, context.now())
  const shown = named ?? chooseShown(members, contactFieldsOf(content ?? ''), counted.longest)
  return {
    audience,
    recipients,
    tally: counted.tally,
    is_estimate: counted.isEstimate,
    shown,
    texts: composer ? await composeEach(shown, composer) : [],
    composer,
    sims,
    forecast: forecastOf(previewed, { sims, clock, tally: counted.tally }),
    timezone: clock.timezone,
    opt_out_word: wayOutOf(composer, keywordsOf(clock).opt_out),
  }
}

/** The word for opting out that the text names, as it is written for somebody without a name. */
function wayOutOf(composer: Composer | null, words: readonly string[]): string | null {
  const composed = composer?.compose(nobody)
  if (composed === undefined || !isComposed(composed)) return null
  return findNamedWord(composed.content, words) ?? null
}

async function findNamed(db: Db, user_id: number, ids: readonly number[]): Promise<FoundContact[]> {
  const found = await findInOrder(db, user_id, ids)
  const known = new Set(found.map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id))
  const field = 'preview_contacts_ids'
  if (unknown.length > 0)
    throw invalid(unknown.map((id) => ({ title: `There is no contact ${id}.`, field })))
  return found
}

/** A sample is spread over all in the order that it is asked for in. */
async function findInOrder(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<FoundContact[]> {
  const found = await findTemplateContacts(db, user_id, ids)
  const byId = new Map(found.map((contact) => [contact.id, contact]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

type Clock = AccountClock & StoredWords

async function findClock(db: Db, user_id: number): Promise<Clock> {
  const { rows } = await sql<Clock>`
    select timezone, timezone_parameter, quiet_hours_start, quiet_hours_end, opt_out_words, opt_in_words, help_words
      from accounts where user_id = ${user_id}`.execute(db)
  const [clock] = rows
  if (!clock) throw new Error(`There is no account ${user_id}`)
  return clock
}

function zoneOf({ phone_number, custom_parameters }: TemplateContact, clock: AccountClock): string {
  const { timezone_parameter: key } = clock
  const own = key !== null && Object.hasOwn(custom_parameters, key) ? custom_parameters[key] : null
  return timezoneOf({ phone_number, timezone: own === null ? null : String(own) }, clock)
}

/** The texts of all, or of a sample as if they were those of all. */
async function tallyAll(
  { known, strangers }: PreviewedAudience,
  members: readonly FoundContact[],
  options: Parameters<typeof tally>[1],
): Promise<{ tally: Tally; isEstimate: boolean; longest: FoundContact | undefined }> {
  const isSampled = known.recipients > exactMax
  const ofKnown = await tally(members, options)
  const ofStrangers = await tally(strangers.numbers.map(strangerOf), options)
  return {
    tally: together(scale(ofKnown, known.recipients), scale(ofStrangers, strangers.recipients)),
    isEstimate:
      isSampled || ofKnown.total < known.recipients || ofStrangers.total < strangers.recipients,
    longest: ofKnown.longest === null ? undefined : members[ofKnown.longest],
  }
}

function strangerOf({
  phone_number,
  country_code,
}: {
  phone_number: string
  country_code: string | null
}) {
  return { ...nobody, phone_number, country_code }
}

/** A text that is the same for all is made once. */
function tallyOfOne(
  composer: Composer | null,
  recipients: number,
  { timezone }: AccountClock,
): Tally {
  const composed = composer?.compose(nobody)
  if (composed === undefined || recipients === 0) return emptyTally()
  if (!isComposed(composed))
    return { ...emptyTally(), total: recipients, failed: new Map([[composed.error, recipients]]) }
  const { parts } = composed
  return {
    ...emptyTally(),
    total: recipients,
    parts: new Map([[parts, recipients]]),
    zones: new Map([[timezone, { messages: recipients, parts: parts * recipients }]]),
  }
}

function forecastOf(
  { quiet, starts_at }: Previewed,
  { sims, clock, tally: { zones } }: { sims: SimRoom[]; clock: AccountClock; tally: Tally },
): Forecast | null {
  if (sims.length === 0 || zones.size === 0) return null
  return forecast({
    sims,
    waiting: Array.from(zones, ([timezone, waiting]) => ({ timezone, ...waiting })),
    quietHours: quietHoursOf(clock, quiet),
    timezone: clock.timezone,
    now: starts_at,
  })
}

async function composeEach(
  contacts: readonly FoundContact[],
  { compose }: Composer,
): Promise<(Composed | Unrendered)[]> {
  const texts: (Composed | Unrendered)[] = []
  const steps = { make: (one: FoundContact) => compose(one), giveUp: () => tooCostly, atOnce: 20 }
  for await (const some of inStretches(contacts, steps)) texts.push(...some)
  return texts
}

const shownMax = 10
const firstMax = 5

/** Some to look at: the first, the one with the longest text, and one for each field that somebody lacks. */
function chooseShown(
  members: readonly FoundContact[],
  fields: readonly string[],
  longest: FoundContact | undefined,
): FoundContact[] {
  const lacking = fields.map((field) => members.find((member) => lacks(member, field)))
  const chosen = [...members.slice(0, firstMax), longest, ...lacking, ...members.slice(firstMax)]
  return [...new Set(chosen)].filter((one) => one !== undefined).slice(0, shownMax)
}
