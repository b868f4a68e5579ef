import type { Problem } from '../errors.ts'

// The parameters of a list that are the same for all of them.

export const pageSizes = [10, 25, 50, 100, 250, 500, 1000] as const
const pageMax = 1_000_000_000

/** The text of a parameter; given twice it has to be the same. */
export function readOnce(
  parameters: URLSearchParams,
  name: string,
  problems: Problem[],
): string | undefined {
  const texts = parameters.getAll(name).map((given) => given.trim())
  const [text, ...others] = new Set(texts.filter(Boolean))
  if (others.length > 0)
    problems.push({ title: `${name} takes one value and was given several.`, field: name })
  return text
}

export function readPage(text: string | undefined, problems: Problem[]): number {
  if (text === undefined) return 1
  if (/^\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= pageMax) return Number(text)
  problems.push({ title: `page must be a whole number from 1 to ${pageMax}.`, field: 'page' })
  return 1
}

export function readPageSize(text: string | undefined, problems: Problem[]): number {
  if (text === undefined) return 25
  const size = pageSizes.find((allowed) => String(allowed) === text)
  if (size === undefined) problems.push(notAllowed('results_per_page', text, pageSizes.map(String)))
  return size ?? 25
}

/** A value that a parameter does not take, with those that it does. */
export function notAllowed(field: string, text: string, allowed: string[]): Problem {
  return {
    title: `${field} cannot be "${text.slice(0, 50)}". Allowed values are: ${allowed.join(', ')}.`,
    field,
  }
}
