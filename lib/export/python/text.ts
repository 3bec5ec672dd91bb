/** Python's spelling of plain values, and lines of code. */

/** A number where Python expects a float: 1 is `1.0`. */
export function float(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value)
}

export function text(value: string): string {
  return JSON.stringify(value)
}

/** `name=value, name=value`, without those that are undefined. */
export function keywords(given: Record<string, string | undefined>): string {
  return Object.entries(given)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(', ')
}

export function call(name: string, ...given: string[]): string {
  return `${name}(${given.filter((part) => part !== '').join(', ')})`
}

export function floatOrNone(value: number | undefined): string | undefined {
  return value === undefined ? undefined : float(value)
}

export function indent(lines: readonly string[], by = 1): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(4 * by) + line))
}

/** Blocks at the top level, two empty lines between them. */
export function blocks(parts: readonly (readonly string[])[]): string {
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n\n')}\n`
}
