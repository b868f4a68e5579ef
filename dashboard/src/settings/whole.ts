/**
 * The number that was typed, as people group its digits. What is none is sent as it was typed: the API says what is
 * wrong with it, where an empty text or no number at all would change nothing in silence.
 */
export function wholeOf(typed: string): number {
  const digits = typed.trim().replaceAll(/[\s.,'’]/g, '')
  // Only its type is that of a number.
  return /^\d+$/.test(digits) ? Number(digits) : ((typed.trim() || '-') as unknown as number)
}
