// +44 7700 900142: grouped for reading. What is copied stays E.164.

const oneDigit = new Set(['1', '7'])
const twoDigits = new Set(
  (
    '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 ' +
    '81 82 84 86 90 91 92 93 94 95 98'
  ).split(' '),
)

/** Where the habit of a country is well known; the last group takes what is left. */
const habits: Record<string, readonly number[]> = {
  1: [3, 3, 4],
  7: [3, 3, 2, 2],
  31: [1, 4, 4],
  32: [3, 2, 2, 2],
  33: [1, 2, 2, 2, 2],
  39: [3, 3, 4],
  41: [2, 3, 2, 2],
  44: [4, 6],
  45: [2, 2, 2, 2],
  47: [3, 2, 3],
  49: [3, 9],
  61: [3, 3, 3],
  91: [5, 5],
}

/** A number for reading; what is no international number stays as it is. */
export function groupedNumber(e164: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(e164)) return e164
  const digits = e164.slice(1)
  const code = callingCode(digits)
  return ['+' + code, ...inGroups(digits.slice(code.length), habits[code])].join(' ')
}

function callingCode(digits: string): string {
  if (oneDigit.has(digits.slice(0, 1))) return digits.slice(0, 1)
  return digits.slice(0, twoDigits.has(digits.slice(0, 2)) ? 2 : 3)
}

function inGroups(digits: string, habit: readonly number[] = []): string[] {
  const groups: string[] = []
  let rest = digits
  while (rest.length > 0) {
    const size =
      groups.length < habit.length - 1 ? (habit[groups.length] ?? 3) : lastSize(habit, rest)
    groups.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  return groups
}

/** With a habit all that is left; else threes, without one digit alone at the end. */
function lastSize(habit: readonly number[], rest: string): number {
  if (habit.length > 0 || rest.length <= 4) return rest.length
  return 3
}
