/** What is wrong, as the external view finds it. */
export type Findings = {
  add: (about: string, sentence: string) => void
  all: () => { about: string; sentence: string }[]
}

export function createFindings(): Findings {
  const found: { about: string; sentence: string }[] = []
  return {
    add: (about, sentence) => found.push({ about, sentence }),
    all: () => found,
  }
}
