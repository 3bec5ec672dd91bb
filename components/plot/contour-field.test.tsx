import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ContourField } from './contour-field'

const SIDE = 20
const draw = (at: (x: number, y: number) => number) => {
  const values = Array.from({ length: SIDE * SIDE }, (_, cell) => at(cell % SIDE, Math.floor(cell / SIDE)))
  const paths = [...renderToStaticMarkup(<ContourField values={values} side={SIDE} />).matchAll(/<path d="([^"]*)"/g)]
  return paths.map(([, d]) => d ?? '')
}
const pointsOf = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

test('the border runs where the classes meet, and not along the sides of the square', () => {
  const border = draw((x) => (x < SIDE / 2 ? 0 : 1)).at(-1) ?? ''
  const drawn = border.split('M').flatMap((piece) => (piece.includes('L') ? pointsOf(`M${piece}`) : []))
  expect(drawn.length).toBeGreaterThan(SIDE / 2)
  for (const [x = Number.NaN] of drawn) expect(Math.abs(x)).toBeLessThan(12)
})

test('three layers a class: each lies within the one before, and none where the other class is certain', () => {
  const layers = draw((x) => (x + 0.5) / SIDE)
  expect(layers).toHaveLength(7)
  const widths = layers.slice(0, 6).map((path) => {
    const xs = pointsOf(path).map(([x = 0]) => x)
    return Math.max(...xs) - Math.min(...xs)
  })
  expect(widths[0]).toBeGreaterThan(widths[1] ?? 0)
  expect(widths[1]).toBeGreaterThan(widths[2] ?? 0)
  expect(widths[3]).toBeGreaterThan(widths[4] ?? 0)
})

test('a network that knows one class alone draws no border', () => {
  expect(draw(() => 0.1).at(-1)).toBe('')
})
