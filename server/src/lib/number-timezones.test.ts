import { describe, expect, test } from 'vitest'
import { readTimezone } from './local-time.ts'
import { prefixesByTimezones } from './number-timezones.generated.ts'
import { timezonesOfNumber } from './number-timezones.ts'

describe('the zone of a number', () => {
  test.for([
    { number: '+12125551234', zone: 'America/New_York', what: 'an area of the United States' },
    { number: '+13105551234', zone: 'America/Los_Angeles', what: 'another one' },
    { number: '+16045551234', zone: 'America/Vancouver', what: 'an area of Canada' },
    { number: '+525512345678', zone: 'America/Mexico_City', what: 'an area of Mexico' },
    { number: '+5511987654321', zone: 'America/Sao_Paulo', what: 'a mobile of São Paulo' },
    { number: '+5592987654321', zone: 'America/Manaus', what: 'a mobile of Manaus' },
    { number: '+61892345678', zone: 'Australia/Perth', what: 'an area of Australia' },
    { number: '+74232123456', zone: 'Asia/Vladivostok', what: 'an area of Russia' },
    { number: '+79161234567', zone: 'Europe/Moscow', what: 'a mobile of Russia' },
    { number: '+34922123456', zone: 'Atlantic/Canary', what: 'the Canaries' },
    { number: '+393331234567', zone: 'Europe/Rome', what: 'a country with one zone' },
    { number: '+447700900123', zone: 'Europe/London', what: 'one that islands share' },
    { number: '+1231231231', zone: 'America/New_York', what: 'an example of the documents' },
  ])('$what: $number is in $zone', ({ number, zone }) => {
    expect(timezonesOfNumber(number)[0]).toBe(zone)
  })

  test('that says nothing of its area leaves them all open', () => {
    const zones = timezonesOfNumber('+18005551234')

    expect(zones[0]).toBe('America/New_York')
    expect(zones).toEqual(expect.arrayContaining(['America/Los_Angeles', 'Pacific/Honolulu']))
  })

  test.for(['+881612345678', '+80012345678', 'MYBANK', '', '12345'])('"%s" has none', (number) => {
    expect(timezonesOfNumber(number)).toEqual([])
  })
})

test('every zone of the list is known to Node', () => {
  const zones = new Set(Object.keys(prefixesByTimezones).flatMap((list) => list.split('&')))

  expect([...zones].filter((zone) => readTimezone(zone) === undefined)).toEqual([])
})
