/** How often something happened in the present second and the one before. */
export class RecentCount {
  #second = 0
  #now = 0
  #before = 0
  readonly #clock: () => number

  /** `clock` answers milliseconds that never go back. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
  }

  count(): void {
    this.#turn()
    this.#now += 1
  }

  lately(): number {
    this.#turn()
    return this.#now + this.#before
  }

  #turn(): void {
    const second = Math.floor(this.#clock() / 1000)
    if (second === this.#second) return
    this.#before = second === this.#second + 1 ? this.#now : 0
    this.#now = 0
    this.#second = second
  }
}
