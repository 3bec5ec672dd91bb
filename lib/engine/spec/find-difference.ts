import { isRecord } from './check/form'
import type { Path } from './problem'

export interface Difference {
  path: Path
  /** What stands there; undefined where nothing does. */
  first: unknown
  second: unknown
}

/**
 * The first place at which two plain JSON values differ, or null. The order of keys does not matter, and a key whose value
 * is undefined is none.
 */
export function findDifference(first: unknown, second: unknown, path: Path = []): Difference | null {
  if (first === second) return null
  const keys = keysOf(first, second)
  if (keys === null) return { path, first, second }
  for (const key of keys) {
    const found = findDifference(valueAt(first, key), valueAt(second, key), [...path, key])
    if (found !== null) return found
  }
  return null
}

/** Null where the two are not both lists or both objects. */
function keysOf(first: unknown, second: unknown): Path | null {
  if (Array.isArray(first) && Array.isArray(second)) return [...Array(Math.max(first.length, second.length)).keys()]
  if (isRecord(first) && isRecord(second)) return [...new Set([...Object.keys(first), ...Object.keys(second)])]
  return null
}

/** Own values only: a key may be named after what every object has. */
function valueAt(holder: unknown, key: string | number): unknown {
  return Object.hasOwn(holder as object, key) ? (holder as Record<string | number, unknown>)[key] : undefined
}
