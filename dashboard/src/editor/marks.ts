export type MarkKind = 'plain' | 'variable' | 'costly'
export type Mark = { kind: MarkKind; text: string }

/** A text taken apart for the eye: its variables, and the characters that make it cost more where they stand. */
export function marksOf(content: string, costly: ReadonlySet<string>): Mark[] {
  const marks: Mark[] = []
  let end = 0
  for (const { index, 0: variable } of content.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)) {
    addPlain(marks, content.slice(end, index), costly)
    marks.push({ kind: 'variable', text: variable })
    end = index + variable.length
  }
  addPlain(marks, content.slice(end), costly)
  return marks
}

function addPlain(marks: Mark[], text: string, costly: ReadonlySet<string>): void {
  let plain = ''
  for (const character of text) {
    if (!costly.has(character)) {
      plain += character
      continue
    }
    if (plain !== '') marks.push({ kind: 'plain', text: plain })
    marks.push({ kind: 'costly', text: character })
    plain = ''
  }
  if (plain !== '') marks.push({ kind: 'plain', text: plain })
}

/** A text cut where its parts begin. */
export function partsOf(text: string, breaks: readonly number[]): string[] {
  const edges = [0, ...breaks, text.length]
  return edges.slice(1).map((edge, place) => text.slice(edges[place], edge))
}

/** A text with characters put in place of others; undefined stands for none, so they go. */
export function replaced(text: string, by: ReadonlyMap<string, string>): string {
  return Array.from(text, (character) => by.get(character) ?? character).join('')
}
