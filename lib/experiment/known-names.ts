import * as z from 'zod'

/** 'x' is not known; use one of a, b, c. */
export function known<const Names extends readonly [string, ...string[]]>(what: string, names: Names) {
  return z.enum(names, {
    error: (issue) => `${what} is ${JSON.stringify(issue.input) ?? 'missing'}; use one of ${names.join(', ')}.`,
  })
}

/** The error of a union told apart by `key`: names the value found and the values there are. */
export function knownKind(what: string, key: string, names: readonly string[]) {
  return (issue: { code?: string; input?: unknown }) => {
    if (issue.code !== 'invalid_union') return undefined
    const input = issue.input
    const found = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[key] : input
    return `${what} is ${JSON.stringify(found) ?? 'missing'}; use one of ${names.join(', ')}.`
  }
}
