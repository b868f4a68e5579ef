/** Why nothing leaves in a time: everybody sleeps, the SIMs have used what they may, or others stand before in the queue. */
export type HoldReason = 'quiet_hours' | 'budget' | 'others_first'

/** A time in which texts leave, or in which none does and why. */
export type ForecastSpan = { from: number; to: number; parts: number; reason: HoldReason | null }

/** More are not drawn: a month in which each day has a time of sending and a time of rest. */
const spansMax = 62

/** Adds a step to what is known; one that is like the one before makes it longer. */
export function addToSpans(spans: ForecastSpan[], step: ForecastSpan): void {
  const last = spans.at(-1)
  if (last && last.reason === step.reason && last.to === step.from) {
    last.to = step.to
    last.parts += step.parts
  } else if (spans.length < spansMax) spans.push({ ...step })
}
