/** Buckets of one percent, from a microsecond to about ten minutes. */
const growth = Math.log(1.01)
const bucketsMax = 2048

/** Counts latencies without keeping them, so that a long run costs no more memory than a short one. */
export class Histogram {
  readonly #buckets = new Uint32Array(bucketsMax)
  #count = 0

  get count(): number {
    return this.#count
  }

  add(milliseconds: number): void {
    const bucket = Math.floor(Math.log(Math.max(1, milliseconds * 1000)) / growth)
    const place = Math.min(bucket, bucketsMax - 1)
    this.#buckets[place] = (this.#buckets[place] ?? 0) + 1
    this.#count += 1
  }

  /** The latency in milliseconds that this share of the requests stayed under; 0 when there was none. */
  quantile(share: number): number {
    let left = Math.ceil(this.#count * share)
    for (const [bucket, count] of this.#buckets.entries()) {
      left -= count
      if (left <= 0 && this.#count > 0) return Math.exp((bucket + 0.5) * growth) / 1000
    }
    return 0
  }
}
