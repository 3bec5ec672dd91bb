import { createHash } from 'node:crypto'

/**
 * Short hash of what a learner sees of an item, stored with every event about
 * it, so that an answer given to an older wording can be told from a newer one.
 * 12 hexadecimal digits of SHA-256 over the JSON of the parts.
 */
export function itemVersion(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}
