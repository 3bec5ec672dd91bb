/**
 * A function of one variable as polylines. Where it jumps one piece ends and the next begins, both at the place of the
 * jump: a vertical line would claim values that are never taken.
 */
type Point = readonly [x: number, y: number]

export interface FunctionPieces {
  pieces: Point[][]
  /** Both sides of each jump inside; `taken`: the function has that value there. */
  ends: { x: number; y: number; taken: boolean }[]
}

/** Close enough to a jump to be at it on any screen, and far enough from it to be on its own side. */
const BESIDE = 1e-9

export function functionPieces(
  at: (x: number) => number,
  [from, to]: readonly [from: number, to: number],
  samples: number,
  jumps: readonly number[],
): FunctionPieces {
  const inside = jumps.filter((x) => x > from && x < to).sort((a, b) => a - b)
  const borders = [from, ...inside, to]
  const ends: FunctionPieces['ends'] = []
  const pieces = borders.slice(1).map((right, index) => {
    const left = borders[index] ?? from
    const count = Math.max(2, Math.ceil((samples * (right - left)) / (to - from)))
    return Array.from({ length: count + 1 }, (_, i): Point => {
      if (i === 0) return [left, at(index === 0 ? left : left + BESIDE)]
      if (i === count) return [right, at(index === borders.length - 2 ? right : right - BESIDE)]
      const x = left + ((right - left) * i) / count
      return [x, at(x)]
    }).filter(([, y]) => Number.isFinite(y))
  })
  inside.forEach((x, index) => {
    for (const y of [pieces[index]?.at(-1)?.[1], pieces[index + 1]?.[0]?.[1]]) {
      if (y !== undefined) ends.push({ x, y, taken: Math.abs(at(x) - y) < 1e-6 })
    }
  })
  return { pieces: pieces.filter((piece) => piece.length > 0), ends }
}
