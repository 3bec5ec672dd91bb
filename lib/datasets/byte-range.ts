/**
 * One `Range` header against a body of known length (RFC 9110, 14.1–14.4). Several ranges at once are
 * answered with the whole body, which the RFC allows.
 */
export type ByteRange =
  | { kind: 'whole' }
  | { kind: 'part'; start: number /** inclusive */; end: number }
  | { kind: 'unsatisfiable' }

export function parseByteRange(header: string | null, length: number): ByteRange {
  const match = header?.trim().match(/^bytes=\s*(\d*)-(\d*)\s*$/i)
  if (!match) return { kind: 'whole' }
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return { kind: 'whole' }
  if (first === '') {
    const suffix = Math.min(Number(last), length)
    return suffix === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', start: length - suffix, end: length - 1 }
  }
  const start = Number(first)
  const end = last === '' ? length - 1 : Math.min(Number(last), length - 1)
  // A last position before the first makes the header invalid, and an invalid header is ignored.
  if (last !== '' && Number(last) < start) return { kind: 'whole' }
  return start >= length ? { kind: 'unsatisfiable' } : { kind: 'part', start, end }
}
