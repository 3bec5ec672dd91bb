/** Multiply-adds between two heartbeats: some 3 ms at a plain-TypeScript 2 × 10⁹ a second. */
const WORK_PER_BEAT = 6_000_000

/** Says when control may be given up. Work is counted, not timed: the engine has no clock. */
export class Heartbeat {
  private work = 0

  /** `workPerExample`: multiply-adds, forward and backward. */
  constructor(private readonly workPerExample: number) {}

  isDue(examples: number): boolean {
    this.work += examples * this.workPerExample
    if (this.work < WORK_PER_BEAT) return false
    this.work = 0
    return true
  }
}
