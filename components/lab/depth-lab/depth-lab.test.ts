/** The numbers and words behind the depth lab's pictures: recipes, lines, and what a guess came to. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSpec } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { anyValueOf } from '@/lib/lab/testing/arbitrary-settings'
import type { LabWidget } from '@/lib/lab/widget'
import type { DepthRunView } from '@/lib/training/depth/depth-player'
import { layersCsv, stepsCsv } from './depth-csv'
import { depthOutcome, depthSubject } from './depth-guess'
import { type DepthSettings, planOf } from './depth-plan'
import { decades, decadeText, layerSeries, shownLayers, stepSeries } from './depth-series'
import { accuracyWords, gradientWords, stepWords } from './depth-words'
import { looksOf } from './line-look'

const { defaults } = LAB_WIDGETS['depth-lab']
function planned(changed: Partial<DepthSettings> = {}) {
  const made = planOf({ ...defaults, ...changed })
  if ('problem' in made) throw new Error(made.problem)
  return made.plan
}

describe('from settings to recipes', () => {
  test('whatever a link says, there is a plan that the engine finds no problem in, or a sentence', () => {
    const widget: LabWidget = LAB_WIDGETS['depth-lab']
    const any = fc.record(
      Object.fromEntries(Object.entries(widget.fields).map(([key, field]) => [key, anyValueOf(field)])),
    ) as unknown as fc.Arbitrary<DepthSettings>
    fc.assert(
      fc.property(any, (settings) => {
        const made = planOf(settings)
        if ('problem' in made) expect(made.problem).toMatch(/^[A-Z].*\.$/)
        else {
          expect(made.plan.specs).toHaveLength(settings.f.length)
          expect(made.plan.specs.flatMap((spec) => checkSpec(spec))).toEqual([])
          expect(made.plan.seeds).toHaveLength(settings.seeds)
          expect(made.plan.steps).toBe(9 * settings.epochs)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('each activation gets the first weights that fit it, and ten layers of sixteen', () => {
    const { specs } = planned({ f: [...defaults.f, ['selu', 'fitting', 'none']] })
    const inits = specs.map(({ model }) => model.flatMap((layer) => (layer.layer === 'linear' ? [layer.init] : [])))
    expect(inits.map(([first]) => first)).toEqual([
      { name: 'glorot-normal' },
      { name: 'glorot-normal' },
      { name: 'he-normal' },
      { name: 'lecun-normal' },
    ])
    expect(inits.map((all) => [all.length, all.at(-1)])).toEqual(Array(4).fill([11, { name: 'glorot-normal' }]))
  })

  test('scales, normalisation, depth and width reach the layers', () => {
    const [spec] = planned({ f: [['gelu', 'orthogonal', 'batch']], depth: 2, units: 5, gain: 2, first: 0.5 }).specs
    expect(spec?.model).toEqual([
      { layer: 'linear', units: 5, init: { name: 'orthogonal' } },
      { layer: 'batch-norm' },
      { layer: 'activation', name: 'gelu' },
      { layer: 'linear', units: 5, init: { name: 'orthogonal', gain: 2 } },
      { layer: 'batch-norm' },
      { layer: 'activation', name: 'gelu' },
      { layer: 'linear', units: 2, init: { name: 'glorot-normal' } },
    ])
  })

  test('no activation at all is asked for with a sentence', () => {
    expect(planOf({ ...defaults, f: [] })).toEqual({ problem: 'Add an activation that is to be measured.' })
  })
})

test('lines are named by what sets them apart, and of one colour no two have the same dash', () => {
  const { specs } = planned({
    f: [
      ['relu', 'fitting', 'none'],
      ['relu', 'he-normal', 'batch'],
      ['relu', 'glorot-normal', 'none'],
      ['tanh', 'lecun-uniform', 'layer'],
    ],
  })
  const looks = looksOf(specs)
  expect(looks.map(({ label }) => label)).toEqual([
    'ReLU',
    'ReLU with batch norm',
    'ReLU, Glorot, normal',
    'Tanh, LeCun, uniform with layer norm',
  ])
  expect(new Set(looks.map(({ color, dash = '' }) => `${color} ${dash}`)).size).toBe(4)
})

function run(line: number, seed: number, gradients: number[], more: Partial<DepthRunView> = {}): DepthRunView {
  const first = gradients[0] ?? 0
  const last = gradients.at(-1) ?? 0
  return {
    line,
    seed,
    step: 0,
    epoch: 0,
    reading: { step: 0, gradients, means: [0.5], variances: [2], saturated: [0.25] },
    moments: [{ step: 0, first, last, loss: null, accuracy: null }],
    end: null,
    ...more,
  }
}
const LOOKS = looksOf(planned({ f: [['sigmoid', 'fitting', 'none']] }).specs)

describe('lines of charts', () => {
  const runs = [run(0, 0, [1e-6, 1e-3, 1]), run(0, 1, [0, 1e-2, 2]), run(0, 2, [1e-4, 1e-1, 3])]

  test('are medians with a band; 0 has no place on a logarithmic axis', () => {
    const [line] = layerSeries(runs, LOOKS, ({ gradients }) => gradients, { log: true })
    expect(line?.points).toEqual([
      [2, 1e-2],
      [3, 2],
    ])
    expect(line?.band).toEqual([
      [2, 1e-3, 1e-1],
      [3, 1, 3],
    ])
    expect(decades(line ? [line] : [])).toEqual([1e-3, 10])
    expect(decades([])).toBeNull()
  })

  test('leave out seeds that diverged, unless all did', () => {
    const end = { outcome: 'diverged', step: 3, reason: '', weightHash: '' } as const
    const pointsOf = (...shown: DepthRunView[]) =>
      layerSeries(shown, LOOKS, ({ gradients }) => gradients, { log: true })[0]?.points
    expect(pointsOf(run(0, 0, [1]), run(0, 1, [1e60], { end }))).toEqual([[1, 1]])
    expect(pointsOf(run(0, 1, [1e60], { end }))).toEqual([[1, 1e60]])
  })

  test('have axes of powers of ten, and values as they are', () => {
    expect([1e-6, 1e5, 0.001, 100, 3e7].map(decadeText)).toEqual(['10⁻⁶', '10⁵', '0.001', '100', '3×10⁷'])
  })

  test('begin at what goes in, where there is such a number', () => {
    const [line] = layerSeries(runs, LOOKS, ({ means }) => means, { log: false, from: 0.1 })
    expect(line?.points).toEqual([
      [0, 0.1],
      [1, 0.5],
    ])
  })

  test('over the steps leave out what was not measured yet', () => {
    const moments = [
      { step: 0, first: 1, last: 1, loss: null, accuracy: null },
      { step: 9, first: 2, last: 1, loss: 0.7, accuracy: 0.5 },
    ]
    const [line] = stepSeries([run(0, 0, [1], { moments })], LOOKS, ({ accuracy }) => accuracy, { log: false })
    expect(line?.points).toEqual([[9, 0.5]])
  })

  test('are saved with a row for each network, seed and layer, or step', () => {
    expect(layersCsv(runs.slice(0, 1), LOOKS).split('\r\n').slice(1)).toEqual([
      'Sigmoid,0,0,1,0.000001,2,0.5,0.25',
      'Sigmoid,0,0,2,0.001,,,',
      'Sigmoid,0,0,3,1,,,',
      '',
    ])
    expect(stepsCsv(runs.slice(0, 1), LOOKS).split('\r\n')[1]).toBe('Sigmoid,0,0,0.000001,1,,')
  })
})

describe('what a guess came to', () => {
  test.each([
    ['larger', [[100, 1]]],
    ['alike', [[0.2, 1]]],
    ['1-to-3', [[0.01, 1]]],
    ['3-to-8', [[1e-7, 1]]],
    ['8-to-16', [[1e-9, 1]]],
    ['above-16', [[0, 1]]],
    [
      '1-to-3',
      [
        [0.01, 1],
        [0, 1],
        [1, 1],
      ],
    ],
  ] as [string, number[][]][])('%s', (outcome, gradients) => {
    const runs = gradients.map((one, seed) => run(0, seed, one))
    // What else is compared is not asked about.
    expect(depthOutcome([...runs, run(1, 0, [1e-30, 1])])).toBe(outcome)
    expect(depthSubject(null).answers.map(({ id }) => id)).toContain(outcome)
  })

  test('nothing, until every seed of the first was read', () => {
    expect(depthOutcome([])).toBeNull()
    expect(depthOutcome([run(0, 0, [1, 1]), run(0, 1, [1, 1], { moments: [] })])).toBeNull()
  })

  test('the question names the first network, and another recipe is another question', () => {
    const subject = depthSubject(planned())
    expect(subject.question).toMatch(/^with Sigmoid and 10 hidden layers, how .*, in the median of 5 seeds\?$/)
    expect(depthSubject(planned({ depth: 11 })).itemVersion).not.toBe(subject.itemVersion)
    expect(depthSubject(planned({ lr: 1 })).itemVersion).not.toBe(subject.itemVersion)
  })
})

test('what was measured is said in a sentence, kind by kind', () => {
  const moments = [{ step: 0, first: 2e-7, last: 1, loss: null, accuracy: 0.5 }]
  const runs = [run(0, 0, [1], { moments }), run(0, 1, [1], { moments: [] })]
  expect(gradientWords(runs, LOOKS)).toBe('First layer’s gradient, median: Sigmoid 2×10⁻⁷.')
  expect(accuracyWords([], LOOKS)).toBe('Right, held back, median: Sigmoid –.')
  expect([0, 1, 9].map(stepWords)).toEqual(['before the first step', 'after 1 step', 'after 9 steps'])
})

test.each([
  [2, [1, 2]],
  [8, [1, 2, 3, 4, 5, 6, 7, 8]],
  [50, [1, 8, 15, 22, 29, 36, 43, 50]],
])('of %i layers those that are shown go evenly from the first to the last', (layers, shown) => {
  expect(shownLayers(layers)).toEqual(shown)
})
