export const noBrowser: string
export function findBrowser(): string | undefined
export function installBrowser(): void
