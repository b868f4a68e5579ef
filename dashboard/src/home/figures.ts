import { amount, percent } from '../words/formats.ts'
import { personLocale } from '../words/locale.ts'

// The figures of a week: what they are made of, and how they changed.

export const figureNames = ['sent', 'delivered', 'failed', 'received', 'opted_out'] as const
export type FigureName = (typeof figureNames)[number]
export type Totals = Record<FigureName, number>

export function isFigureName(value: unknown): value is FigureName {
  return figureNames.some((name) => name === value)
}

/** Part and whole of a figure that is a share; undefined for a count. */
function shareOf(name: FigureName, totals: Totals): { part: number; total: number } | undefined {
  const { sent, failed } = totals
  if (name === 'delivered') return { part: totals.delivered, total: sent }
  if (name === 'failed') return { part: failed, total: sent + failed }
  if (name === 'opted_out') return { part: totals.opted_out, total: sent }
  return undefined
}

/** `18,204`, or `97.1%`; a dash where there is nothing to be a share of. */
export function valueOf(name: FigureName, totals: Totals): string {
  const share = shareOf(name, totals)
  return share ? percent(share.part, share.total) : amount(totals[name])
}

export type FigureChange = {
  /** `12%` for counts, points for shares; null where there is none, or nothing to compare with. */
  text: string | null
  isUnknown: boolean
  isUp: boolean
  /** More failures and opt-outs are worse; of the others, more or less is just that. */
  isWorse: boolean
  isBetter: boolean
}

const none: FigureChange = {
  text: null,
  isUnknown: false,
  isUp: false,
  isWorse: false,
  isBetter: false,
}

const points = new Intl.NumberFormat(personLocale, { maximumFractionDigits: 1 })

/** How a figure of one week stands against that of the week before. */
export function changeOf(
  name: FigureName,
  totals: Totals,
  before: Totals | undefined,
): FigureChange {
  if (!before) return { ...none, isUnknown: true }
  const [now, then] = [shareOf(name, totals), shareOf(name, before)]
  if (now && then) {
    if (now.total === 0 || then.total === 0) return { ...none, isUnknown: true }
    const difference = (now.part / now.total - then.part / then.total) * 100
    return changeBy(name, difference, points.format(Math.abs(difference)))
  }
  if (before[name] === 0) return { ...none, isUnknown: true }
  const difference = ((totals[name] - before[name]) / before[name]) * 100
  return changeBy(name, difference, `${amount(Math.abs(difference))}%`)
}

function changeBy(name: FigureName, difference: number, text: string): FigureChange {
  if (text === '0' || text === '0%') return none
  const isUp = difference > 0
  const isBad = name === 'failed' || name === 'opted_out'
  return { text, isUnknown: false, isUp, isWorse: isBad && isUp, isBetter: isBad && !isUp }
}
