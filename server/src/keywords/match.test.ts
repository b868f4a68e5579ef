import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidyWords, wordProblems } from './check-words.ts'
import { createMatcher, defaultLists, keyOf, politeWords } from './match.ts'
import { defaultKeywords } from './words.ts'

const match = createMatcher(defaultLists)

describe('a text is an opt-out word', () => {
  test.for([
    ['STOP', 'STOP'],
    ['stop', 'STOP'],
    ['Stop.', 'STOP'],
    ['  stop!!! ', 'STOP'],
    ['“STOP”', 'STOP'],
    ['S T O P', 'STOP'],
    ['S.T.O.P.', 'STOP'],
    ['ＳＴＯＰ', 'STOP'],
    ['sto\u200bp', 'STOP'],
    ['🛑 STOP 🛑', 'STOP'],
    ['STOP please', 'STOP'],
    ['Please STOP', 'STOP'],
    ['pls stop, thanks', 'STOP'],
    ['STOP bitte', 'STOP'],
    ['Bitte stop', 'STOP'],
    ['stop por favor', 'STOP'],
    ["Stop s'il vous plaît", 'STOP'],
    ['stop s’il te plait', 'STOP'],
    ['STOP SVP', 'STOP'],
    ['stop, per favore', 'STOP'],
    ['stop, пожалуйста', 'STOP'],
    ['Please stop', 'STOP'],
    ['Please unsubscribe', 'UNSUBSCRIBE'],
    ['PLEASE CANCEL', 'CANCEL'],
    ['Stop all', 'STOPALL'],
    ['Stop it!', 'STOP IT'],
    ['Opt-out', 'OPT OUT'],
    ['opt out', 'OPT OUT'],
    ['Optout', 'OPT OUT'],
    ['arrêt', 'ARRET'],
    ['ARRÊTE', 'ARRETE'],
    ['arre\u0302t', 'ARRET'],
    ['Cease and desist all communications.', 'cease and desist all communications'],
    ['end', 'END'],
    ['quit', 'QUIT'],
    ['Revoke', 'REVOKE'],
    ['remove', 'REMOVE'],
  ])('%s', ([text, word]) => {
    expect(match(text!)).toEqual({ action: 'opt_out', word })
  })
})

describe('a text is another word', () => {
  test.for([
    ['START', 'opt_in', 'START'],
    ['Yes please', 'opt_in', 'YES'],
    ['un-stop', 'opt_in', 'UNSTOP'],
    ['Help?', 'help', 'HELP'],
    ['info', 'help', 'INFO'],
  ])('%s', ([text, action, word]) => {
    expect(match(text!)).toEqual({ action, word })
  })
})

describe('a text that merely contains a word is none', () => {
  test.for([
    "don't stop by tomorrow",
    'stop by tomorrow',
    'The bus stop',
    'Please do not cancel my order',
    'I will be there at the end',
    'yes, at noon',
    'help me with my order',
    'nonstop',
    'stopp',
    'please',
    'thank you',
    '',
    '   ',
    '!?',
    '👍',
    'please please stop by',
    `stop ${'x'.repeat(600)}`,
    `${' '.repeat(600)}stop`,
  ])('%s', (text) => {
    expect(match(text)).toBeUndefined()
  })
})

describe('words of an account', () => {
  const own = createMatcher({
    ...defaultLists,
    opt_out: ['Опт-аут', 'STOPP', 'διακοπή', 'İPTAL', 'रोको'],
  })

  test.for([
    ['опт аут', 'Опт-аут'],
    ['ОПТ-АУТ, пожалуйста', 'Опт-аут'],
    ['stopp bitte', 'STOPP'],
    ['ΔΙΑΚΟΠΗ', 'διακοπή'],
    ['iptal', 'İPTAL'],
    ['ıptal', 'İPTAL'],
    ['रोको', 'रोको'],
  ])('are found: %s', ([text, word]) => {
    expect(own(text!)).toEqual({ action: 'opt_out', word })
  })

  test.for(['STOP', 'रोक', 'διακοπές'])('replace ours: %s is none', (text) => {
    expect(own(text)).toBeUndefined()
  })

  test('can be polite themselves', () => {
    const polite = createMatcher({ opt_out: ['no thanks'], opt_in: [], help: ['please'] })
    expect(polite('No, thanks!')).toEqual({ action: 'opt_out', word: 'no thanks' })
    expect(polite('PLEASE')).toEqual({ action: 'help', word: 'please' })
    expect(polite('no')).toBeUndefined()
  })

  test('must each mean one thing, and have something to be told by', () => {
    const lists = { opt_out: ['Stop', '🛑'], opt_in: ['STOP!'], help: ['info'] }
    expect(wordProblems(lists).map(({ field }) => field)).toEqual([
      'opt_out_words[1]',
      'opt_in_words[0]',
    ])
    expect(wordProblems({ ...lists, opt_out: [], opt_in: [] })).toMatchObject([
      { field: 'opt_out_words' },
    ])
    expect(wordProblems(defaultLists)).toEqual([])
  })

  test('that are the same are kept once', () => {
    expect(tidyWords([' Stop ', 'STOP', 'opt-out', 'Opt out'])).toEqual(['Stop', 'opt-out'])
  })
})

describe('whatever is written', () => {
  const word = fc.constantFrom(...defaultKeywords)
  const mark = fc.stringMatching(/^[ .,!?'"()*\-–—…\n\t🙏]{0,6}$/u)
  const polite = fc.constantFrom('', ...politeWords)

  test('a word is found between marks and courtesies, in any case', () => {
    fc.assert(
      fc.property(
        word,
        mark,
        mark,
        polite,
        polite,
        fc.boolean(),
        (one, left, right, before, after, up) => {
          const text = `${left}${before} ${one.word}${right} ${after}`
          expect(match(up ? text.toUpperCase() : text.toLowerCase())).toEqual({
            action: one.action,
            word: one.word,
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('what has another word in it is never acted upon', () => {
    const other = fc
      .stringMatching(/^[a-z]{3,10}$/)
      .filter((text) => match(text) === undefined && !politeWords.includes(text))
    fc.assert(
      fc.property(word, other, fc.boolean(), (one, more, isBefore) => {
        const text = isBefore ? `${more} ${one.word}` : `${one.word} ${more}`
        // `stop it`, `stop all` and `un stop` are words of their own.
        fc.pre(!defaultKeywords.some(({ word: known }) => keyOf(known) === keyOf(text)))
        expect(match(text)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  test('a text never makes it fail, and is a word only if it says one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const found = match(text)
        if (found) expect(keyOf(text)).toContain(keyOf(found.word))
      }),
      { numRuns: 1000 },
    )
  })
})
