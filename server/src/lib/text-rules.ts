// What keeps a text from being stored, as the rest of a sentence that begins with its name; null
// for valid Unicode without NUL. PostgreSQL takes neither.
export function textProblem(value: string): string | null {
  if (value.includes('\0')) return 'has a NUL character, which a text cannot have'
  if (!value.isWellFormed()) return 'is not valid Unicode: it has half of a surrogate pair'
  return null
}
