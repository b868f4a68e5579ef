import { invalid } from '../errors.ts'

/** What of it has an id of its own. */
export const idTopics = ['campaign', 'import', 'device', 'job'] as const
export type IdTopic = (typeof idTopics)[number]
/** What is there once for each account. */
export const wholeTopics = ['fleet', 'inbox', 'attention'] as const

export type Topic = { kind: IdTopic; id: number } | { kind: (typeof wholeTopics)[number]; id: null }

const topicsMax = 50

/** `fleet,campaign:12` as topics, each once; or all that is wrong with them. */
export function readTopics(texts: readonly string[]): Topic[] {
  const words = [...new Set(texts.flatMap((text) => text.split(',')).map((word) => word.trim()))]
  const given = words.filter(Boolean)
  const topics = given.flatMap((word) => readTopic(word) ?? [])
  const unknown = given.filter((word) => readTopic(word) === undefined)
  const problems = unknown.map((word) => ({
    title: `There is no topic "${word.slice(0, 50)}". Topics are fleet, inbox, attention, and with an id campaign:12, import:7, device:3, job:5.`,
    field: 'topics',
  }))
  if (given.length === 0)
    problems.push({
      title: 'topics is required: what to hear of, between commas.',
      field: 'topics',
    })
  if (given.length > topicsMax)
    problems.push({
      title: `topics may have at most ${topicsMax} topics; these are ${given.length}.`,
      field: 'topics',
    })
  if (problems.length > 0) throw invalid(problems)
  return topics
}

function readTopic(word: string): Topic | undefined {
  const whole = wholeTopics.find((one) => one === word)
  if (whole) return { kind: whole, id: null }
  const [, name, digits] = /^([a-z]+):([1-9]\d{0,15})$/.exec(word) ?? []
  const kind = idTopics.find((one) => one === name)
  const id = Number(digits)
  return kind && Number.isSafeInteger(id) ? { kind, id } : undefined
}

export function wordOf({ kind, id }: Topic): string {
  return id === null ? kind : `${kind}:${id}`
}
