import type { Random } from './random.ts'

/** A contact who gets a text that fits the pattern answers with the reply. */
export type Reply = {
  pattern: RegExp
  text: string
  /** How many of a hundred such contacts do, from 0 to 1. */
  share: number
}

/**
 * Reads lines of `pattern<TAB>reply` and perhaps `<TAB>share`. The pattern is a regular expression, in any letter case;
 * blank lines and lines that begin with # say nothing. Throws with the number of a line that cannot be read.
 */
export function parseReplies(file: string): Reply[] {
  return file.split(/\r?\n/).flatMap((line, place) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    return [parseLine(line, place + 1)]
  })
}

/** What the contact answers to a text, if anything: the first reply that fits and whose lot comes up. */
export function findReply(
  replies: readonly Reply[],
  text: string,
  random: Random,
): string | undefined {
  return replies.find(({ pattern, share }) => pattern.test(text) && random() < share)?.text
}

function parseLine(line: string, number: number): Reply {
  const [pattern = '', text = '', share = '1', ...more] = line.split('\t')
  if (text === '' || more.length > 0) {
    throw new Error(`Line ${number} of the replies is not “pattern<TAB>reply<TAB>share”.`)
  }
  const portion = Number(share)
  if (!(portion >= 0 && portion <= 1)) {
    throw new Error(`Line ${number} of the replies: the share is from 0 to 1, not “${share}”.`)
  }
  try {
    return { pattern: new RegExp(pattern, 'iu'), text, share: portion }
  } catch {
    throw new Error(`Line ${number} of the replies: “${pattern}” is no regular expression.`)
  }
}
