/** One thing that is wrong with a spec: where, and one sentence with the value and the remedy. */
export interface SpecProblem {
  path: (string | number)[]
  message: string
}

export type Path = (string | number)[]

/**
 * Collects problems; each rule adds at most one for its value. The rules take whatever stands in the spec, also what its
 * type does not allow, and tell whether it was right.
 */
export class ProblemList {
  readonly problems: SpecProblem[] = []

  add(path: Path, message: string): false {
    this.problems.push({ path, message })
    return false
  }

  /** Whether no problem was added since there were `count` of them. */
  isCleanSince(count: number): boolean {
    return this.problems.length === count
  }

  /** A whole number from `low` to `high`. */
  whole(path: Path, what: string, value: unknown, low: number, high: number): boolean {
    if (Number.isInteger(value) && (value as number) >= low && (value as number) <= high) return true
    return this.add(path, `${what} is ${printed(value)}; use a whole number from ${shown(low)} to ${shown(high)}.`)
  }

  /** A finite number from `low` to `high`. */
  within(path: Path, what: string, value: unknown, low: number, high: number): boolean {
    if (Number.isFinite(value) && (value as number) >= low && (value as number) <= high) return true
    return this.add(path, `${what} is ${printed(value)}; use a number from ${shown(low)} to ${shown(high)}.`)
  }

  /** A finite number above 0, up to `high`. */
  positive(path: Path, what: string, value: unknown, high: number, example: string): boolean {
    if (Number.isFinite(value) && (value as number) > 0 && (value as number) <= high) return true
    return this.add(
      path,
      `${what} is ${printed(value)}; use a number above 0 and up to ${shown(high)}, e.g. ${example}.`,
    )
  }

  /** One of the known names. */
  oneOf(path: Path, what: string, value: unknown, names: readonly string[]): boolean {
    if (names.includes(value as string)) return true
    const unknown = typeof value === 'string' ? ', which is not known' : ''
    return this.add(path, `${what} is ${printed(value)}${unknown}; use one of ${names.join(', ')}.`)
  }

  flag(path: Path, what: string, value: unknown): boolean {
    if (typeof value === 'boolean') return true
    return this.add(path, `${what} is ${printed(value)}; write true or false.`)
  }

  /** Text of 1 to `longest` characters. */
  text(path: Path, what: string, value: unknown, longest: number): boolean {
    if (typeof value === 'string' && value.length >= 1 && value.length <= longest) return true
    const found = typeof value === 'string' && value.length > longest ? `${shown(value.length)} characters long` : null
    return this.add(path, `${what} is ${found ?? printed(value)}; use text of 1 to ${shown(longest)} characters.`)
  }

  /** A list of at most `longest` entries. */
  list(path: Path, what: string, value: unknown, longest: number): boolean {
    if (Array.isArray(value) && value.length <= longest) return true
    const found = Array.isArray(value) ? `has ${shown(value.length)} entries` : `is ${printed(value)}`
    return this.add(path, `${what} ${found}; use a list of at most ${shown(longest)}.`)
  }
}

/** 1000000 → 1,000,000. */
export function shown(value: number): string {
  return Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',') : String(value)
}

/** Any value in a sentence; what it holds is not looked into, since it may be of any size and kind. */
export function printed(value: unknown): string {
  switch (typeof value) {
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'string':
      return value.length > 40 ? `'${value.slice(0, 40)}…'` : `'${value}'`
    case 'undefined':
      return 'missing'
    default:
      if (value === null) return 'null'
      return Array.isArray(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
  }
}
