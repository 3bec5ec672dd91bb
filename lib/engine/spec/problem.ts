/** One thing that is wrong with a spec: where, and one sentence with the value and the remedy. */
export interface SpecProblem {
  path: (string | number)[]
  message: string
}

export type Path = (string | number)[]

/** Collects problems; each rule adds at most one for its value. */
export class ProblemList {
  readonly problems: SpecProblem[] = []

  add(path: Path, message: string): void {
    this.problems.push({ path, message })
  }

  /** A whole number from `low` to `high`. */
  whole(path: Path, what: string, value: number, low: number, high: number): void {
    if (Number.isInteger(value) && value >= low && value <= high) return
    this.add(path, `${what} is ${value}; use a whole number from ${shown(low)} to ${shown(high)}.`)
  }

  /** A finite number from `low` to `high`. */
  within(path: Path, what: string, value: number, low: number, high: number): void {
    if (Number.isFinite(value) && value >= low && value <= high) return
    this.add(path, `${what} is ${value}; use a number from ${shown(low)} to ${shown(high)}.`)
  }

  /** One of the known names. */
  oneOf(path: Path, what: string, value: string, names: readonly string[]): void {
    if (names.includes(value)) return
    this.add(path, `${what} is '${value}', which is not known; use one of ${names.join(', ')}.`)
  }
}

/** 1000000 → 1,000,000. */
export function shown(value: number): string {
  return Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',') : String(value)
}
