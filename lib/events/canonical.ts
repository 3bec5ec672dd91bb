/**
 * One spelling for each JSON value, so that "the same event" is a comparison of
 * strings: keys sorted by UTF-16 code units, no white space, `undefined` left
 * out (the idea of RFC 8785, for values that came out of `JSON.parse`).
 */
import type { LearnerEvent } from './event'

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/**
 * What an event's body hash is taken over: all the client made, nothing the
 * server added (`seq`, `receivedAt`, `correct`), whatever else the object carries.
 */
export function hashedBody(event: LearnerEvent): string {
  const { id, kind, itemId, itemVersion, payload, occurredAt, timeZone, deviceId, elapsedMs } = event
  return canonicalJson({ id, kind, itemId, itemVersion, payload, occurredAt, timeZone, deviceId, elapsedMs })
}
