import { describe, expect, test } from 'vitest'
import { createParameter } from '../nn/module'
import { randomFloats } from '../testing/random-floats'
import { createOptimizer } from './create-optimizer'
import { learningRateAt } from './learning-rate'

/** Ten steps on f(w) = ½ Σ a·w², in the engine and in double precision by the papers' formulas. */
const curvature = [0.5, 1, 2]
const start = [1, -2, 3]

function follow(
  spec: Parameters<typeof createOptimizer>[0],
  update: (w: number[], g: number[], t: number) => void,
): void {
  const parameter = createParameter('0.weight', [3])
  parameter.value.set(start)
  const optimizer = createOptimizer(spec, [parameter])
  const w = [...start]
  for (let t = 1; t <= 10; t++) {
    parameter.gradient.set(Array.from(parameter.value, (value, i) => value * (curvature[i] ?? 0)))
    optimizer.step(spec.learningRate)
    update(
      w,
      w.map((value, i) => value * (curvature[i] ?? 0)),
      t,
    )
    for (const [i, value] of parameter.value.entries()) expect(value).toBeCloseTo(w[i] ?? Number.NaN, 5)
  }
}

describe('the optimizers follow their formulas', () => {
  test('sgd', () => {
    follow({ kind: 'sgd', learningRate: 0.1 }, (w, g) => {
      for (let i = 0; i < 3; i++) w[i] = (w[i] ?? 0) - 0.1 * (g[i] ?? 0)
    })
  })

  test.each([false, true])('sgd with momentum, nesterov %s', (nesterov) => {
    const v = [0, 0, 0]
    follow({ kind: 'sgd', learningRate: 0.05, momentum: 0.9, nesterov }, (w, g) => {
      for (let i = 0; i < 3; i++) {
        v[i] = 0.9 * (v[i] ?? 0) + (g[i] ?? 0)
        w[i] = (w[i] ?? 0) - 0.05 * (nesterov ? (g[i] ?? 0) + 0.9 * (v[i] ?? 0) : (v[i] ?? 0))
      }
    })
  })

  test('adam', () => {
    const m = [0, 0, 0]
    const v = [0, 0, 0]
    follow({ kind: 'adam', learningRate: 0.1 }, (w, g, t) => {
      for (let i = 0; i < 3; i++) {
        const gi = g[i] ?? 0
        m[i] = 0.9 * (m[i] ?? 0) + 0.1 * gi
        v[i] = 0.999 * (v[i] ?? 0) + 0.001 * gi * gi
        const corrected = (m[i] ?? 0) / (1 - 0.9 ** t)
        w[i] = (w[i] ?? 0) - (0.1 * corrected) / (Math.sqrt((v[i] ?? 0) / (1 - 0.999 ** t)) + 1e-8)
      }
    })
  })
})

test('adam: the first step has the size of the learning rate, whatever the gradient', () => {
  const parameter = createParameter('0.weight', [4])
  parameter.gradient.set([1e-3, -5, 700, -1e-2])
  createOptimizer({ kind: 'adam', learningRate: 0.01 }, [parameter]).step(0.01)
  for (const value of parameter.value) expect(Math.abs(value)).toBeCloseTo(0.01, 6)
})

test('adam: momentum that fades away ends at zero, not among subnormals', () => {
  const parameter = createParameter('0.weight', [1])
  const optimizer = createOptimizer({ kind: 'adam', learningRate: 0.001 }, [parameter])
  parameter.gradient.set(randomFloats(1, 1))
  optimizer.step(0.001)
  parameter.gradient.fill(0)
  for (let i = 0; i < 2000; i++) optimizer.step(0.001)
  expect(optimizer.state()[0]?.[0]).toBe(0)
})

test('schedules: constant, step and cosine', () => {
  expect(learningRateAt({ kind: 'constant' }, 0.3, 77, 100)).toBe(0.3)
  const step = { kind: 'step', everySteps: 10, factor: 0.5 } as const
  expect([0, 9, 10, 25].map((at) => learningRateAt(step, 0.8, at, 100))).toEqual([0.8, 0.8, 0.4, 0.2])
  const cosine = [0, 50, 100].map((at) => learningRateAt({ kind: 'cosine', final: 0.1 }, 0.5, at, 100))
  expect(cosine[0]).toBeCloseTo(0.5, 10)
  expect(cosine[1]).toBeCloseTo(0.3, 10)
  expect(cosine[2]).toBeCloseTo(0.1, 10)
})
