/** Thousands of points → the path that a screen can show of them. Pure. */

type Pixel = readonly [x: number, y: number]

/** Half a pixel is as fine as is drawn. */
const rounded = (value: number) => Math.round(value * 2) / 2

/** Corners of the steps to each point: up or down above the one before, then along to it. */
export function steps(points: readonly Pixel[]): Pixel[] {
  return points.flatMap((point, at): Pixel[] => {
    const before = points[at - 1]
    return before === undefined ? [point] : [[before[0], point[1]], point]
  })
}

/** An SVG path without points that fall on the same spot, or lie between two others of one row or one column. */
export function thinPath(points: readonly Pixel[]): string {
  const kept: Pixel[] = []
  for (const point of points) {
    const [x, y] = point.map(rounded) as [number, number]
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (last !== undefined && last[0] === x && last[1] === y) continue
    if (last !== undefined && before !== undefined && isBetween(before, last, [x, y])) kept.pop()
    kept.push([x, y])
  }
  return kept.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function isBetween(a: Pixel, b: Pixel, c: Pixel): boolean {
  return ([0, 1] as const).some((axis) => {
    const other = axis === 0 ? 1 : 0
    return a[axis] === b[axis] && b[axis] === c[axis] && (b[other] - a[other]) * (c[other] - b[other]) > 0
  })
}
