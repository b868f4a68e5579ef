import { contactWords } from '../words/contacts.ts'
import type { BulkWords } from './bulk-confirm.tsx'

export const optOutWords: BulkWords = {
  question: contactWords.optOutQuestion,
  will: contactWords.optOutWill,
  cannot: contactWords.optOutCannot,
  act: contactWords.optOutAct,
  started: (total) => contactWords.optOutStarted({ total }),
  wayOut: contactWords.wayOut,
  isDangerous: true,
}

export const optInWords: BulkWords = {
  question: contactWords.optInQuestion,
  will: contactWords.optInWill,
  cannot: () => contactWords.optInCannot,
  act: contactWords.optInAct,
  started: (total) => contactWords.optInStarted({ total }),
  wayOut: contactWords.wayOut,
  field: { label: contactWords.optInField },
}

export const deleteWords: BulkWords = {
  question: contactWords.deleteQuestion,
  will: contactWords.deleteWill,
  cannot: () => contactWords.deleteCannot,
  act: contactWords.deleteAct,
  started: (total) => contactWords.deleteStarted({ total }),
  wayOut: contactWords.keepThem,
  isDangerous: true,
}

/** A field set to a value, or removed where there is none. */
export function editWords(key: string, value: string): BulkWords {
  return {
    question: ({ total }) =>
      value === ''
        ? contactWords.editRemove({ key, total })
        : contactWords.editSet({ key, value, total }),
    will: contactWords.editWill,
    cannot: () => contactWords.editCannot,
    act: contactWords.editAct,
    started: (total) => contactWords.editStarted({ total }),
    wayOut: contactWords.wayOut,
  }
}

export function deleteOneWords(name: string): BulkWords {
  return {
    ...deleteWords,
    question: () => contactWords.deleteOne({ name }),
    act: () => contactWords.deleteOneAct,
    started: () => contactWords.deletedSoon({ name }),
    wayOut: contactWords.stay,
  }
}
