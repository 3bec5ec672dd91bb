/** Circle, square, triangle, diamond by class: the shape says what the colour says. */
export function markPath(label: number, x: number, y: number, size: number): string {
  const s = size * 0.9
  switch (label % 4) {
    case 0:
      return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`
    case 1:
      return `M${x - s} ${y - s}h${2 * s}v${2 * s}h${-2 * s}z`
    case 2:
      return `M${x} ${y - size}l${size} ${2 * s}h${-2 * size}z`
    default:
      return `M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`
  }
}
