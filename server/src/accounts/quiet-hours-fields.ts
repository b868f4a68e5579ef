import type { Problem } from '../errors.ts'
import { text } from '../http/field-readers.ts'
import type { Reader } from '../http/fields.ts'

/** `HH:MM`; null clears it. */
export function timeOfDay(options: { description: string }): Reader<string | null> {
  return text({
    max: 5,
    clearable: true,
    check: (written) =>
      isTime.test(written)
        ? []
        : [`"${written}" is no time of the day. Write it as HH:MM, from 00:00 to 23:59.`],
    ...options,
  })
}

const isTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is wrong with two times that are given together: one without the other, or no time between them. */
export function quietHoursProblems(times: {
  quiet_hours_start: string | null
  quiet_hours_end: string | null
}): Problem[] {
  const { quiet_hours_start: start, quiet_hours_end: end } = times
  if (start === null && end === null) return []
  if (start === null || end === null) {
    const missing = start === null ? 'quiet_hours_start' : 'quiet_hours_end'
    return [
      {
        title: `${missing} is missing: quiet hours have a start and an end.`,
        field: missing,
      },
    ]
  }
  const title = `Quiet hours from ${start} to ${end} would be all day or none. Give two different times.`
  return start === end ? [{ title, field: 'quiet_hours_end' }] : []
}
