/** Without what is undefined: an optional key is there or it is not. */
export function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  // The same keys, without those that have nothing.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
