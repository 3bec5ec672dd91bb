/** What was checked so far, and the one line that the run ends with. */
export class Tally {
  passed = 0
  failed = 0
  skipped = 0
  #notes = []
  #failures = []

  /** `failures` names what failed: said again at the end, since the log of a build server may begin in the middle. */
  add({ passed = 0, failed = 0, skipped = 0, failures = [] }) {
    this.passed += passed
    this.failed += failed
    this.skipped += skipped
    this.#failures.push(...failures)
  }

  /** Something that this machine cannot check, said again at the end. */
  skip(what) {
    this.skipped += 1
    this.#notes.push(what)
  }

  /** Prints the closing lines; on a build server (`CI=true`) what was skipped has failed. @returns the exit code. */
  close({ ci }) {
    for (const failure of this.#failures) console.log(`failed: ${failure}`)
    for (const note of this.#notes) console.log(`skipped: ${note}`)
    if (ci && this.skipped > 0) {
      console.log(`CI=true: the ${this.skipped} skipped count as failed`)
      this.failed += this.skipped
      this.skipped = 0
    }
    console.log(`${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`)
    return this.failed > 0 ? 1 : 0
  }
}
