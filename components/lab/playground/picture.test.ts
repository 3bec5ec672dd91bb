/** The numbers behind the pictures: pixels, places, curves with bands, and what a run came to. */
import { describe, expect, test } from 'vitest'
import type { RunCurves } from '@/lib/training/plane/plane-curves'
import { certaintyPalette, paintSurface, paintUnit, scaleOf } from './paint'
import { movePlace, nearestPoint } from './place'
import { outcomeOf } from './prediction-subject'
import { seedCurves, trainLoss } from './seed-curves'

const COLORS = [
  [255, 0, 0],
  [0, 0, 255],
] as const

test('a surface: colour by class, strength by certainty', () => {
  const pixels = new Uint32Array(3)
  const winner = Uint8Array.of(0, 1, 1)
  paintSurface({ side: 1, winner, confidence: Float32Array.of(1, 0.5, 1) }, certaintyPalette(COLORS, 0, 1), pixels)
  expect([...new Uint8Array(pixels.buffer)]).toEqual([255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255])
})

test('a unit: below 0 in one colour, above in the other, by a common scale', () => {
  const values = Float32Array.of(-2, 9, 0, 9, 1, 9)
  const pixels = new Uint32Array(3)
  expect(scaleOf(values)).toBe(9)
  paintUnit(values, 0, 2, 2, certaintyPalette(COLORS, 0, 1), pixels)
  expect([...new Uint8Array(pixels.buffer)]).toEqual([255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 127])
  expect(scaleOf(new Float32Array(4))).toBe(1)
})

test('a surface of 100 × 100 is painted in far less than a frame', () => {
  const surface = { side: 100, winner: new Uint8Array(10_000).fill(1), confidence: new Float32Array(10_000).fill(0.8) }
  const [palette, pixels] = [certaintyPalette(COLORS, 0, 1), new Uint32Array(10_000)]
  const times = Array.from({ length: 20 }, () => {
    const started = performance.now()
    paintSurface(surface, palette, pixels)
    return performance.now() - started
  })
  expect(Math.min(...times)).toBeLessThan(8)
})

describe('the place that is read', () => {
  test.each([
    ['ArrowRight', false, { x: 0.12, y: 0 }],
    ['ArrowUp', true, { x: 0.1, y: 0.2 }],
    ['Home', false, { x: 0, y: 0 }],
    ['a', false, null],
  ])('%s, far %s', (key, far, expected) => {
    expect(movePlace(key, { x: 0.1, y: 0 }, 1, far)).toEqual(expected)
  })

  test('stays on the square', () => {
    expect(movePlace('ArrowLeft', { x: -1.2, y: 0 }, 1.2, true)).toEqual({ x: -1.2, y: 0 })
  })

  test('the nearest point is found', () => {
    const points = [
      [0, 0, 0],
      [1, 1, 1],
    ] as const
    expect([nearestPoint(points, { x: 0.9, y: 0.4 }), nearestPoint([], { x: 0, y: 0 })]).toEqual([1, -1])
  })
})

const run = (seed: number, losses: number[], end: RunCurves['end'] = null, accuracy = 0.9): RunCurves => ({
  seed,
  step: losses.length,
  epoch: 1,
  loss: null,
  learningRate: null,
  lossCurve: losses.map((loss, index) => [index + 1, loss]),
  evaluations: [{ step: losses.length, epoch: 1, train: null, validation: { loss: 1, accuracy } }],
  reachedAt: null,
  end,
})
const DIVERGED = { outcome: 'diverged', step: 3, reason: 'The loss of step 3 is NaN.', weightHash: '' } as const
const DONE = { outcome: 'finished', weightHash: 'a' } as const
const LOOK = { id: 'train', label: 'learnt from', color: 'red' }

test('several seeds are a mean with a band; one that diverged keeps a line of its own', () => {
  const series = seedCurves([run(1, [4, 2, 1]), run(2, [2, 4]), run(3, [9, 99], DIVERGED)], trainLoss, LOOK)
  expect(series.map(({ id, points, band }) => ({ id, points, band }))).toEqual([
    {
      id: 'train-3',
      points: [
        [1, 9],
        [2, 99],
      ],
      band: undefined,
    },
    {
      id: 'train',
      points: [
        [1, 3],
        [2, 3],
      ],
      band: [
        [1, 2, 4],
        [2, 2, 4],
      ],
    },
  ])
  expect(seedCurves([run(1, [4])], trainLoss, LOOK)[0]).not.toHaveProperty('band')
})

test.each([
  ['nothing while it runs', [run(1, [1], DONE), run(2, [1])], null],
  ['the mean over seeds', [run(1, [1], DONE, 0.99), run(2, [1], DONE, 0.9)], '80-to-95'],
  ['without those that diverged', [run(1, [1], DONE, 0.99), run(2, [1], DIVERGED, 0.1)], 'above-95'],
  ['that all diverged', [run(1, [1], DIVERGED)], 'diverges'],
])('what a run came to: %s', (_, runs, outcome) => {
  expect(outcomeOf(runs)).toBe(outcome)
})
