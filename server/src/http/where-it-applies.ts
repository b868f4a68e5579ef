import type { Problem } from '../errors.ts'
import { ProblemList } from '../lib/problem-list.ts'
import type { Reader } from './fields.ts'

/** What was read, with what is wrong with it: it counts only where the field applies. */
export type IfApplied<T> = { value: T | undefined; problems: Problem[]; uncounted: number }

/** Reads a field that a request may carry without meaning it, such as `contacts_ids` beside `segment=all`. */
export function whereItApplies<T>(reader: Reader<T>): Reader<IfApplied<T>> {
  return {
    ...reader,
    read: (given) => {
      const found = new ProblemList()
      const complain = (title: string, field = given.name): undefined => {
        found.add({ title, field })
      }
      const value = reader.read({
        ...given,
        complain,
        refuse: (problem, field = given.name) => complain(`${field} ${problem}.`, field),
      })
      const { problems, uncounted } = found
      return value === undefined && found.isEmpty ? undefined : { value, problems, uncounted }
    },
  }
}
