import { invalid, type Problem } from '../errors.ts'

const kept = 1000

/** What is wrong with a request, from several places: a thousand are kept and the rest are counted. */
export class ProblemList {
  readonly problems: Problem[] = []
  uncounted = 0

  add(problem: Problem): void {
    if (this.problems.length < kept) this.problems.push(problem)
    else this.uncounted += 1
  }

  addAll(problems: Iterable<Problem>, uncounted = 0): void {
    for (const problem of problems) this.add(problem)
    this.uncounted += uncounted
  }

  get isEmpty(): boolean {
    return this.problems.length === 0
  }

  throwIfAny(): void {
    if (!this.isEmpty) throw invalid(this.problems, this.uncounted)
  }
}
