import type { WaitTimeType } from '../db/schema.generated.ts'

const minuteMs = 60_000
const milliseconds = {
  minutes: minuteMs,
  hours: 60 * minuteMs,
  days: 24 * 60 * minuteMs,
} as const satisfies Record<WaitTimeType, number>

/** When the message of somebody who enters at this moment is due. A day is 24 hours, whatever the clocks do. */
export function dueAfter(
  entered: Date,
  { wait_time, wait_time_type }: { wait_time: number; wait_time_type: WaitTimeType },
): Date {
  return new Date(entered.getTime() + wait_time * milliseconds[wait_time_type])
}
