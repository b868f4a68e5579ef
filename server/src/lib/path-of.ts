import { resolve } from 'node:path'

/** A file as a person names it, counted from where they are: npm runs us in the checkout, and tells. */
export function pathOf(file: string, env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env['INIT_CWD'] ?? '.', file)
}
