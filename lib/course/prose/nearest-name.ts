/**
 * Which of the known names somebody most likely meant. Pure. Distance is
 * Damerau's restricted edit distance on lower-cased text: an insertion, a
 * deletion, a substitution or a swap of neighbours counts one. A name that was
 * only begun (`leaky` for `leaky-relu`) is the nearest there can be.
 */
export function nearestName(wanted: string, known: readonly string[]): string | null {
  const begun = known.find((name) => wanted.length >= 3 && name.toLowerCase().startsWith(wanted.toLowerCase()))
  if (begun !== undefined) return begun
  let best: { name: string; distance: number } | null = null
  for (const name of known) {
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase())
    if (best === null || distance < best.distance) best = { name, distance }
  }
  if (best === null) return null
  return best.distance <= Math.max(2, Math.ceil(best.name.length / 2)) ? best.name : null
}

/** ` Did you mean "x"?`, or the list of what exists, or nothing when there is nothing to offer. */
export function suggestName(wanted: string, known: readonly string[]): string {
  const near = nearestName(wanted, known)
  if (near !== null) return ` Did you mean "${near}"?`
  return known.length > 0 ? ` Known here: ${known.join(', ')}.` : ''
}

function editDistance(a: string, b: string): number {
  const width = b.length + 1
  const cells = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => cells[i * width + j] ?? 0
  for (let i = 0; i <= a.length; i++) cells[i * width] = i
  for (let j = 0; j <= b.length; j++) cells[j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, at(i - 2, j - 2) + 1)
      cells[i * width + j] = cost
    }
  }
  return at(a.length, b.length)
}
