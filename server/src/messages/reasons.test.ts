import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { reasonCode, retryableCodes, wasNotMade } from './reasons.ts'

const database = useDatabase()

async function codeOf(status: string, error: string, may_have_gone_out = false) {
  const { rows } = await sql<{ code: string | null }>`
    select ${reasonCode} as code
      from (select ${status}::text as status, ${error}::text as error,
                   ${may_have_gone_out}::boolean as may_have_gone_out) m`.execute(database.db)
  return rows[0]?.code
}

test.for<[string, string]>([
  ['Send result: RESULT_ERROR_NO_SERVICE (There is no network service)', 'no_service'],
  ['Send result: RESULT_RIL_NETWORK_NOT_READY (116)', 'no_service'],
  ['Send result: RESULT_ERROR_RADIO_OFF (2)', 'radio_off'],
  ['RESULT_ERROR_LIMIT_EXCEEDED', 'too_fast'],
  ['Send result: RESULT_RIL_REQUEST_RATE_LIMITED (106)', 'too_fast'],
  ['Send result: RESULT_ERROR_FDN_CHECK_FAILURE (6)', 'number_not_allowed'],
  ['Delivery result from SC +447000000000: 70', 'undeliverable'],
  ['Delivery result from SC +447000000000: 64', 'undeliverable'],
  ['Delivery result from SC +447000000000: 33', 'refused'],
  ["Can't send message: SIM 2 not found", 'no_sim'],
  ['SIM selection requires READ_PHONE_STATE permission', 'no_permission'],
  [
    'The phone said each time that it was too late to send the message; its clock may be wrong',
    'phone_clock',
  ],
  ['Send result: RESULT_ERROR_GENERIC_FAILURE (The radio reported an error)', 'refused'],
  ['Send result: RESULT_RIL_NETWORK_ERR (The network could not be reached)', 'refused'],
  ['Send result: RESULT_RIL_MODEM_ERR (111)', 'phone_fault'],
  ['The phone could not send the message', 'phone_fault'],
  ['The device was deleted', 'phone_removed'],
  ['The text has 4 parts, and its SIM may send no more than 3 in a day', 'too_long_for_sim'],
  ['The text is empty for this contact.', 'not_made'],
  ['The text has a mistake at line 1, column 4: undefined filter: x.', 'not_made'],
  ['The contact has opted out', 'opted_out'],
  ['Something that no phone has said before', 'other'],
])('a failure with "%s" is %s', async ([error, code]) => {
  expect(await codeOf('failed', error)).toBe(code)
})

test.for<[string, string]>([
  ['The contact has opted out', 'opted_out'],
  ['The campaign was cancelled', 'cancelled'],
  ['The message was cancelled on the phone', 'cancelled'],
  ['The campaign expired before the message could leave', 'expired'],
  ['The campaign was deleted', 'deleted'],
  ['The contact has been deleted', 'deleted'],
  ['The number cannot be sent to', 'number_not_allowed'],
  ['The flow is off', 'other'],
])('a cancellation with "%s" is %s', async ([error, code]) => {
  expect(await codeOf('cancelled', error)).toBe(code)
})

test('what may have gone out is that before all else, and no bulk retry takes it', async () => {
  expect(await codeOf('failed', 'RESULT_ERROR_NO_SERVICE', true)).toBe('unknown')
  expect(retryableCodes).not.toContain('unknown')
  expect(await codeOf('sent', 'RESULT_ERROR_NO_SERVICE')).toBeNull()
})

test('a text that was never made is told from one that was refused', () => {
  expect(wasNotMade('The text is empty for this contact.')).toBe(true)
  expect(wasNotMade('The text has 4 parts, and its SIM may send no more than 3 in a day')).toBe(
    false,
  )
  expect(wasNotMade(null)).toBe(false)
})
