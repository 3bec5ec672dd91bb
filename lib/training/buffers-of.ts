/** The memory of all arrays in a plain value, each once: with a message it can be moved instead of copied. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  collect(value, found)
  return [...found]
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return
  if (!ArrayBuffer.isView(value)) for (const part of Object.values(value)) collect(part, found)
  // Memory that threads share stays where it is, and all have it.
  else if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
}
