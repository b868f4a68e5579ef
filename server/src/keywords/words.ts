/** What a text can ask for by one word. */
export const keywordActions = ['opt_out', 'opt_in', 'help'] as const
export type KeywordAction = (typeof keywordActions)[number]

export type Keyword = { word: string; language: string; action: KeywordAction }

/** The words of an account that has changed none: those that carriers and providers document. */
export const defaultKeywords: readonly Keyword[] = [
  ...listed('opt_out', 'en', [
    'STOP',
    'STOPALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REMOVE',
    'STOP IT',
    'REVOKE',
    'OPT OUT',
    'cease and desist all communications',
  ]),
  ...listed('opt_out', 'fr', ['ARRET', 'ARRETE', 'ARRETT']),
  ...listed('opt_in', 'en', ['START', 'YES', 'UNSTOP']),
  ...listed('help', 'en', ['HELP', 'INFO']),
]

/** The words for one action, in the order in which they are shown. */
export function defaultWords(action: KeywordAction): string[] {
  return defaultKeywords.filter((keyword) => keyword.action === action).map(({ word }) => word)
}

// `Opt-out` and `Optout` are `OPT OUT` once they are folded, and `Please stop` is `STOP` with a polite word.
function listed(action: KeywordAction, language: string, words: readonly string[]): Keyword[] {
  return words.map((word) => ({ word, language, action }))
}
