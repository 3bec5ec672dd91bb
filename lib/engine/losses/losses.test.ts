/** What a loss must say of single examples, worked out by hand. Random ones: gradients.test.ts. */
import { describe, expect, test } from 'vitest'
import { LOSS_KINDS, type LossSpec } from '../spec/loss-spec'
import { createLoss } from './create-loss'

/** One example: its loss, its gradient, and whether it counts as right. */
function measure(spec: LossSpec, outputs: number[], target: number, classes: number | null = outputs.length) {
  const loss = createLoss(spec, { capacity: 1, outputs: outputs.length, classes })
  loss.measure(Float32Array.from(outputs), Float32Array.of(target), 1)
  return { value: loss.lossSum, gradient: [...loss.gradient], correct: loss.correct, counts: loss.countsCorrect }
}

const CE = { kind: 'softmax-cross-entropy' } as const
const BCE = { kind: 'bce-with-logits' } as const
const LN2 = Math.log(2)

describe('softmax cross-entropy', () => {
  test('ten equal logits: ln 10', () => {
    expect(measure(CE, new Array(10).fill(3), 4).value).toBeCloseTo(Math.log(10), 14)
  })

  test('fed with probabilities instead of logits it cannot go below 1.461150 for ten classes', () => {
    expect(measure(CE, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0], 2).value).toBeCloseTo(1.46115, 6)
  })

  test.each<[string, LossSpec, number[], number, number, number[]]>([
    ['two equal logits: softmax − onehot', CE, [2, 2], 0, LN2, [-0.5, 0.5]],
    ['a weight multiplies loss and gradient', { ...CE, classWeights: [4, 9] }, [2, 2], 0, 4 * LN2, [-2, 2]],
    ['a class of weight 0 teaches nothing', { ...CE, classWeights: [1, 0] }, [5, 1], 1, 0, [0, 0]],
    ['smoothed by ½, the target is (¾, ¼)', { ...CE, labelSmoothing: 0.5 }, [2, 2], 0, LN2, [-0.25, 0.25]],
    // p = ½: (1 − p)² = ¼ of the loss; slope ½·(−¼·(1 + 2·ln 2)).
    ['focal, γ = 2', { ...CE, focalGamma: 2 }, [2, 2], 0, LN2 / 4, [-(1 + 2 * LN2) / 8, (1 + 2 * LN2) / 8]],
    [
      'focal with α',
      { ...CE, focalGamma: 1, classWeights: [3, 1] },
      [2, 2],
      0,
      1.5 * LN2,
      [-0.75 * (1 + LN2), 0.75 * (1 + LN2)],
    ],
    ['huge logits neither overflow nor vanish', CE, [1e4, -1e4], 1, 2e4, [1, -1]],
    ['a sure answer costs nothing, focal or not', { ...CE, focalGamma: 0.5 }, [1e4, -1e4], 0, 0, [0, 0]],
    ['a sure wrong answer costs the same, focal or not', { ...CE, focalGamma: 3 }, [1e4, -1e4], 1, 2e4, [1, -1]],
  ])('%s', (_, spec, logits, target, value, gradient) => {
    const found = measure(spec, logits, target)
    expect(found.value).toBeCloseTo(value, 12)
    gradient.forEach((slope, j) => {
      expect(found.gradient[j]).toBeCloseTo(slope, 7)
    })
  })

  test('the gradient of a nearly sure answer keeps its digits: e⁻³⁰, not 1 − 0.999…', () => {
    const { gradient } = measure(CE, [30, 0], 0)
    expect(gradient[0]).toBe(Math.fround(-Math.exp(-30) / (1 + Math.exp(-30))))
    expect(gradient[1]).toBe(-(gradient[0] ?? 0))
  })

  test('what float32 could only hold as a subnormal becomes 0', () => {
    expect(measure(CE, [0, -90], 0).gradient).toEqual([0, 0])
    expect(measure(CE, [0, -87], 0).gradient[1]).toBeGreaterThan(0)
  })

  test('smoothing makes being too sure costly: the loss has its minimum at a finite logit', () => {
    const spec = { ...CE, labelSmoothing: 0.1 }
    const best = Math.log(0.95 / 0.05)
    expect(measure(spec, [best, 0], 0).gradient[0]).toBeCloseTo(0, 7)
    expect(measure(spec, [20, 0], 0).value).toBeGreaterThan(measure(spec, [best, 0], 0).value)
  })

  test('the largest logit is the answer, of equal ones the first; weights do not change what is right', () => {
    const loss = createLoss({ ...CE, classWeights: [5, 7] }, { capacity: 3, outputs: 2, classes: 2 })
    loss.measure(Float32Array.of(1, 2, 2, 1, 5, 5), Float32Array.of(1, 1, 0), 3)
    expect(loss.correct).toBe(2)
  })
})

describe('softmax twice, the wrong one', () => {
  const twice = { kind: 'softmax-twice' } as const
  const sure = [50, 0, 0, 0, 0, 0, 0, 0, 0, 0]

  test('the best it can say of ten classes is 1.461150, where the second softmax holds 0.231969 for a certainty', () => {
    const { value } = measure(twice, sure, 0)
    expect(value).toBeCloseTo(Math.log(Math.E + 9) - 1, 14)
    expect(value).toBeCloseTo(1.46115, 6)
    expect(Math.exp(-value)).toBeCloseTo(0.231969, 6)
  })

  test('a sure wrong answer is hardly worse and feels no pull, where cross-entropy on logits pulls with 1', () => {
    const wrong = measure(twice, sure, 1)
    expect(wrong.value).toBeCloseTo(Math.log(Math.E + 9), 14)
    expect(Math.max(...wrong.gradient.map(Math.abs))).toBeLessThan(1e-20)
    expect(measure(CE, sure, 1).gradient[1]).toBeCloseTo(-1, 12)
  })

  test('the answer is still the largest logit', () => {
    expect([measure(twice, sure, 0).correct, measure(twice, sure, 1).correct]).toEqual([1, 0])
  })
})

describe('binary cross-entropy with logits', () => {
  test.each<[string, LossSpec, number, number, number, number]>([
    ['a logit of 0 costs ln 2 and pulls with ½', BCE, 0, 1, LN2, -0.5],
    ['the other class pulls the other way', BCE, 0, 0, LN2, 0.5],
    ['positive weight: class 1', { ...BCE, positiveWeight: 3 }, 0, 1, 3 * LN2, -1.5],
    ['positive weight leaves class 0 alone', { ...BCE, positiveWeight: 3 }, 0, 0, LN2, 0.5],
    ['smoothed by ½, targets are ¼ and ¾', { ...BCE, labelSmoothing: 0.5 }, 0, 1, LN2, -0.25],
    ['a sure wrong answer', BCE, -1e4, 1, 1e4, -1],
    ['a sure right answer', BCE, 1e4, 1, 0, 0],
  ])('%s', (_, spec, z, t, value, slope) => {
    const found = measure(spec, [z], t, 2)
    expect(found.value).toBeCloseTo(value, 12)
    expect(found.gradient[0]).toBeCloseTo(slope, 7)
  })

  test.each([-3.5, -0.25, 0, 0.5, 6])('z = %d: the same as softmax cross-entropy of (0, z), weights included', (z) => {
    for (const t of [0, 1]) {
      const one = measure({ ...BCE, positiveWeight: 2.5 }, [z], t, 2)
      const two = measure({ ...CE, classWeights: [1, 2.5] }, [0, z], t)
      expect(one.value).toBeCloseTo(two.value, 12)
      expect(one.gradient[0]).toBeCloseTo(two.gradient[1] ?? Number.NaN, 7)
    }
  })

  test('the answer is class 1 where the logit is above 0', () => {
    expect([-1, 0, 1].map((z) => measure(BCE, [z], 1, 2).correct)).toEqual([0, 0, 1])
  })
})

describe('losses of a difference', () => {
  test.each<[string, LossSpec, number, number, number]>([
    ['mse: d²', { kind: 'mse' }, 3, 9, 6],
    ['mse, below', { kind: 'mse' }, -3, 9, -6],
    ['mae: |d|', { kind: 'mae' }, 3, 3, 1],
    ['mae, below', { kind: 'mae' }, -3, 3, -1],
    ['mae: slope 0 at 0', { kind: 'mae' }, 0, 0, 0],
    ['huber, within δ: ½d²', { kind: 'huber' }, 0.5, 0.125, 0.5],
    ['huber, at δ: both sides agree', { kind: 'huber' }, 1, 0.5, 1],
    ['huber, beyond δ: δ(|d| − ½δ)', { kind: 'huber' }, 3, 2.5, 1],
    ['huber, δ = 2, below', { kind: 'huber', delta: 2 }, -5, 8, -2],
    ['huber: an outlier pulls no harder than δ', { kind: 'huber', delta: 0.5 }, 1e4, 4999.875, 0.5],
  ])('%s', (_, spec, difference, value, slope) => {
    const found = measure(spec, [0.25 + difference], 0.25, null)
    expect(found.value).toBe(value)
    expect(found.gradient).toEqual([slope])
    expect(found.counts).toBe(false)
  })

  const kinds = ['mse', 'mae', 'huber'] as const
  test.each(kinds)('%s, two classes, one output: targets are −1 and +1, the sign is the answer', (kind) => {
    expect(measure({ kind }, [-1], 0, 2)).toMatchObject({ value: 0, correct: 1 })
    expect(measure({ kind }, [1], 1, 2)).toMatchObject({ value: 0, correct: 1 })
    expect(measure({ kind }, [-0.5], 1, 2)).toMatchObject({ correct: 0 })
  })

  test.each(kinds)('%s, several outputs: one-hot targets, mean over the outputs, the largest is the answer', (kind) => {
    expect(measure({ kind }, [0, 1, 0, 0], 1)).toMatchObject({ value: 0, correct: 1 })
    const off = measure({ kind }, [0, 1, 0, 3], 1)
    expect(off.correct).toBe(0)
    expect(off.value).toBe((measure({ kind }, [3], 0, null).value ?? 0) / 4)
    expect(off.gradient).toEqual([0, 0, 0, (measure({ kind }, [3], 0, null).gradient[0] ?? 0) / 4])
  })
})

/** Every kind, and every option at least once, with a shape it is made for. */
const all: [LossSpec, number][] = [
  [CE, 3],
  [{ ...CE, classWeights: [1, 2, 3], labelSmoothing: 0.1 }, 3],
  [{ ...CE, focalGamma: 2 }, 3],
  [{ ...CE, focalGamma: 0.5, classWeights: [1, 0, 3], labelSmoothing: 0.2 }, 3],
  [{ kind: 'softmax-twice' }, 3],
  [BCE, 1],
  [{ ...BCE, positiveWeight: 4, labelSmoothing: 0.1 }, 1],
  [{ kind: 'mse' }, 3],
  [{ kind: 'mae' }, 3],
  [{ kind: 'huber', delta: 0.5 }, 1],
]

describe.each(all)('%o on %d outputs', (spec, width) => {
  test.each([1000, -1000, 1e4, -1e4])('outputs of %d: all is finite', (size) => {
    for (const target of [0, 1]) {
      for (const place of [0, 1, 2].slice(0, width)) {
        const outputs = Array.from({ length: width }, (_, j) => (j === place ? size : -size / 2))
        const { value, gradient } = measure(spec, outputs, target, 2)
        expect(value).toBeGreaterThanOrEqual(0)
        expect([value, ...gradient].every(Number.isFinite)).toBe(true)
      }
    }
  })

  test('NaN among the outputs makes the loss NaN, so that a diverging run is seen', () => {
    for (let place = 0; place < width; place++) {
      const outputs = Array.from({ length: width }, (_, j) => (j === place ? Number.NaN : 0.5))
      const { value, gradient } = measure(spec, outputs, 0, 2)
      expect(value).toBeNaN()
      expect(gradient[place]).toBeNaN()
    }
  })
})

test('createLoss knows every kind', () => {
  expect(new Set(all.map(([spec]) => spec.kind))).toEqual(new Set(LOSS_KINDS))
})
