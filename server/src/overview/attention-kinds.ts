/** What may need a person, worst first, with how bad it is. */
export const kinds = {
  disk_low: 'bad',
  restored_held: 'bad',
  phone_offline: 'bad',
  campaign_failing: 'bad',
  campaign_stuck: 'bad',
  opt_outs_high: 'bad',
  sim_gone: 'bad',
  sim_limit: 'warn',
  feed_failing: 'warn',
  import_failed: 'warn',
  totals_differ: 'warn',
} as const

export type AttentionKind = keyof typeof kinds
export type Severity = (typeof kinds)[AttentionKind]

/** One thing that needs a person: a fact, its cause in values, and one act. */
export type Attention = {
  key: string
  kind: AttentionKind
  severity: Severity
  /** It is worse when this is higher. */
  level: number
  subject: { type: string; id: number | null; name: string | null }
  values: Record<string, string | number | boolean | null>
  since: Date
  /** A route that helps; null where only a person with hands can. */
  action: { verb: string; path: string } | null
}

export function attention(
  kind: AttentionKind,
  one: Omit<Attention, 'key' | 'kind' | 'severity'> & { part?: number },
): Attention {
  const { part, ...rest } = one
  const id = [rest.subject.id ?? 0, ...(part === undefined ? [] : [part])].join('-')
  return { key: `${kind}-${id}`, kind, severity: kinds[kind], ...rest }
}

/** Grows by one each time that a number doubles. */
export function doublings(count: number): number {
  return Math.floor(Math.log2(Math.max(1, count)))
}
