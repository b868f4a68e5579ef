import { readTimezone } from '../lib/local-time.ts'
import { timezonesOfNumber } from '../lib/number-timezones.ts'
import { readQuietHours, type QuietHours } from '../lib/quiet-hours.ts'

/** What an account has settled about the hours in which nobody is written to. */
export type AccountClock = {
  timezone: string
  /** The custom parameter that names a contact's zone. */
  timezone_parameter: string | null
  quiet_hours_start: string | null
  quiet_hours_end: string | null
}

export type CampaignQuiet = {
  quiet_hours: string
  quiet_hours_start: string | null
  quiet_hours_end: string | null
}

export type Recipient = {
  phone_number: string
  /** What the contact's own parameter says. */
  timezone: string | null
}

/** The quiet hours that a campaign goes by, or anything else of the account. */
export function quietHoursOf(account: AccountClock, campaign?: CampaignQuiet): QuietHours | null {
  if (campaign === undefined || campaign.quiet_hours === 'account') {
    return readQuietHours(account.quiet_hours_start, account.quiet_hours_end)
  }
  return campaign.quiet_hours === 'own'
    ? readQuietHours(campaign.quiet_hours_start, campaign.quiet_hours_end)
    : null
}

/**
 * The zone of a recipient's clock: the one that the contact's own parameter names; else that of the number's area; where
 * the number leaves several open, the account's if it is one of them, else the one in which most of its country lives.
 */
export function timezoneOf({ phone_number, timezone }: Recipient, account: AccountClock): string {
  const own = timezone === null ? undefined : readTimezone(timezone.trim())
  if (own !== undefined) return own
  const zones = timezonesOfNumber(phone_number)
  const [first] = zones
  return first === undefined || zones.includes(account.timezone) ? account.timezone : first
}
