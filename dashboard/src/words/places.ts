import { allCountries } from './countries.ts'

// Time zones and countries to choose from, and where the browser is.

type Option = { value: string; label: string }

let zones: readonly string[] | undefined

/** All zones that the browser knows, with `UTC` and the one that is chosen already, under names that can be read. */
export function timezoneOptions(chosen: string): Option[] {
  zones ??= Intl.supportedValuesOf('timeZone')
  return [...new Set(['UTC', ...zones, chosen])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }))
}

export function countryOptions(): Option[] {
  return allCountries().map(({ code, name }) => ({ value: code, label: name }))
}

export function hereTimezone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The country of the browser's language; none where it names none that we know. */
export function hereCountry(): string {
  const region = new Intl.Locale(navigator.language).region ?? ''
  return allCountries().some(({ code }) => code === region) ? region : ''
}
