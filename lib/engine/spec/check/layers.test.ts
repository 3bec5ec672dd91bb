import { describe, expect, test } from 'vitest'
import { checkSpec } from '../check-spec'
import { costOf } from '../cost'
import { describeShapes } from '../example-shape'
import type { LayerSpec } from '../layer-spec'
import { sentenceAt } from '../testing/problems'
import { IMAGES, planar, withImages } from '../testing/specs'

/** A small image network with `layers` in front of its end. */
const images = (...layers: object[]) =>
  withImages(
    { layer: 'conv2d', channels: 4, kernel: 3 },
    ...(layers as LayerSpec[]),
    { layer: 'flatten' },
    { layer: 'linear', units: 10 },
  )
/** A small network on points with `layers` in its middle. */
const points = (...layers: object[]) =>
  planar({ model: [{ layer: 'linear', units: 6 }, ...(layers as LayerSpec[]), { layer: 'linear', units: 2 }] })

describe('each kind of layer, with and without its settings: no problem', () => {
  test.each<[object[]]>([
    [[{ layer: 'avg-pool2d', size: 2 }]],
    [[{ layer: 'avg-pool2d', size: 3, stride: 2 }]],
    [[{ layer: 'max-pool2d', size: 3, stride: 1 }]],
    [[{ layer: 'batch-norm' }, { layer: 'batch-norm', momentum: 0.01, epsilon: 0.001 }]],
    [[{ layer: 'layer-norm' }, { layer: 'layer-norm', epsilon: 0.001 }]],
    [
      [
        { layer: 'dropout', rate: 0.5 },
        { layer: 'alpha-dropout', rate: 0 },
      ],
    ],
    [
      [
        { layer: 'activation', name: 'relu' },
        { layer: 'residual', from: 0 },
      ],
    ],
    [[{ layer: 'activation', name: 'swish', beta: 1, learnt: true }]],
    [[{ layer: 'activation', name: 'expression', expression: 'max(0, x) + 0.1 * sin(x)' }]],
    [[{ layer: 'conv2d', channels: 4, kernel: 1, stride: 2, padding: 0 }]],
    [[{ layer: 'conv2d', channels: 4, kernel: 5, padding: 4, init: { name: 'orthogonal', gain: 1.4 } }]],
    [[{ layer: 'conv2d', channels: 4, kernel: 1, init: { name: 'constant', value: -0.5 } }]],
  ])('%j', (layers) => {
    expect(checkSpec(images(...layers))).toEqual([])
  })

  test('global average pooling ends a network without flatten', () => {
    const model = [{ layer: 'conv2d', channels: 10, kernel: 3 }, { layer: 'global-average-pool' }] as const
    expect(checkSpec(withImages(...model))).toEqual([])
    expect(checkSpec(withImages(...model, { layer: 'softmax', temperature: 2 }))).toEqual([])
  })
})

describe('each fault is found at its key, with a sentence that says what to do', () => {
  test.each<[string, ReturnType<typeof images>, string, RegExp]>([
    [
      'pool of nothing',
      images({ layer: 'avg-pool2d' }),
      'model.1.size',
      /size is missing; use a whole number from 1 to 32/,
    ],
    [
      'pool too large',
      images({ layer: 'avg-pool2d', size: 32 }, { layer: 'max-pool2d', size: 2 }),
      'model.2',
      /windows of 2 on an image of \[1, 1, 4\]; use a size of at most 1/,
    ],
    ['half a stride', images({ layer: 'max-pool2d', size: 2, stride: 0.5 }), 'model.1.stride', /stride is 0.5/],
    ['pool on points', points({ layer: 'global-average-pool' }), 'model.1', /needs images of .* but gets \[6\]/],
    [
      'padding beyond the kernel',
      images({ layer: 'conv2d', channels: 1, kernel: 3, padding: 3 }),
      'model.1.padding',
      /padding is 3; use a whole number from 0 to 2/,
    ],
    [
      'padding by another name',
      images({ layer: 'conv2d', channels: 1, kernel: 3, padding: 'full' }),
      'model.1.padding',
      /'full', which is not known; use one of same, valid/,
    ],
    [
      'momentum above 1',
      points({ layer: 'batch-norm', momentum: 2 }),
      'model.1.momentum',
      /momentum is 2; use a number from 0 to 1/,
    ],
    ['epsilon of 0', points({ layer: 'layer-norm', epsilon: 0 }), 'model.1.epsilon', /epsilon is 0/],
    [
      'batch-norm of one example',
      { ...points({ layer: 'batch-norm' }), batch: 1 },
      'batch',
      /Layer 1 \(batch-norm\) needs more than one number a feature; use a batch of at least 2/,
    ],
    ['all dropped', points({ layer: 'dropout', rate: 1 }), 'model.1.rate', /rate is 1; use a number from 0 to 0.99/],
    ['no rate', points({ layer: 'alpha-dropout' }), 'model.1.rate', /rate is missing/],
    [
      'residual from ahead',
      points({ layer: 'layer-norm' }, { layer: 'residual', from: 4 }),
      'model.2.from',
      /from is 4; use a whole number from 0 to 0/,
    ],
    [
      'residual of itself',
      points({ layer: 'layer-norm' }, { layer: 'residual', from: 1 }),
      'model.2.from',
      /from is 1/,
    ],
    ['residual at once', points({ layer: 'residual', from: 0 }), 'model.1', /comes too early/],
    [
      'residual of another shape',
      images({ layer: 'max-pool2d', size: 2 }, { layer: 'residual', from: 0 }),
      'model.2',
      /adds layer 0's output \[32, 32, 4\] to \[16, 16, 4\]; make the two shapes equal/,
    ],
    [
      'softmax of images',
      images({ layer: 'softmax' }),
      'model.1',
      /gets images of shape \[32, 32, 4\]; put a flatten layer before it/,
    ],
    ['no temperature', points({ layer: 'softmax', temperature: 0 }), 'model.1.temperature', /temperature is 0/],
    [
      'relu cannot learn',
      points({ layer: 'activation', name: 'relu', learnt: true }),
      'model.1.learnt',
      /relu has nothing to learn; leave learnt out, or use prelu or swish/,
    ],
    [
      'learnt as a word',
      points({ layer: 'activation', name: 'swish', learnt: 'yes' }),
      'model.1.learnt',
      /learnt is 'yes'; write true or false/,
    ],
    [
      'an expression that does not parse',
      points({ layer: 'activation', name: 'expression', expression: 'x * (1' }),
      'model.1.expression',
      /Layer 1 \(activation\): the expression, column \d+: /,
    ],
    [
      'an expression that has no value somewhere',
      points({ layer: 'activation', name: 'expression', expression: 'log(x)' }),
      'model.1.expression',
      /Layer 1 \(activation\): the expression, column 1: /,
    ],
    [
      'no expression',
      points({ layer: 'activation', name: 'expression' }),
      'model.1.expression',
      /the expression is missing/,
    ],
    [
      'gain of nothing',
      points({ layer: 'linear', units: 2, init: { name: 'zeros', gain: 2 } }),
      'model.1.init.gain',
      /zeros has no gain; leave it out/,
    ],
    [
      'negative gain',
      points({ layer: 'linear', units: 2, init: { name: 'he-normal', gain: -1 } }),
      'model.1.init.gain',
      /gain is -1; use a number above 0/,
    ],
    [
      'value of he',
      points({ layer: 'linear', units: 2, init: { name: 'he-normal', value: 1 } }),
      'model.1.init.value',
      /he-normal has no value; leave it out, or use constant/,
    ],
    [
      'an unknown init in an object',
      points({ layer: 'linear', units: 2, init: { name: 'xavier' } }),
      'model.1.init.name',
      /'xavier'/,
    ],
    [
      'orthogonal of enormous size',
      points(
        { layer: 'linear', units: 1000, init: 'orthogonal' },
        { layer: 'linear', units: 1000, init: 'orthogonal' },
      ),
      'model.2.init',
      /orthogonal weights of 1,000 × 1,000 take too long/,
    ],
  ])('%s', (_title, spec, path, message) => {
    expect(sentenceAt(path, spec)).toMatch(message)
  })
})

describe('shapes', () => {
  const shapesOf = (...model: object[]) =>
    describeShapes({ ...IMAGES, model: model as LayerSpec[] }).map(({ outputShape }) => outputShape.join('×'))

  test.each([
    [{ layer: 'conv2d', channels: 5, kernel: 3, stride: 2 }, '16×16×5'],
    [{ layer: 'conv2d', channels: 5, kernel: 3, stride: 2, padding: 'valid' }, '15×15×5'],
    // PyTorch: floor((32 + 2·1 − 4) / 3) + 1.
    [{ layer: 'conv2d', channels: 5, kernel: 4, stride: 3, padding: 1 }, '11×11×5'],
    [{ layer: 'max-pool2d', size: 3 }, '10×10×3'],
    [{ layer: 'avg-pool2d', size: 3, stride: 2 }, '15×15×3'],
    [{ layer: 'global-average-pool' }, '3'],
    [{ layer: 'batch-norm' }, '32×32×3'],
  ])('%j: %s', (layer, shape) => {
    expect(shapesOf(layer)).toEqual([shape])
  })
})

describe('parameters', () => {
  const parameters = (...model: object[]) => costOf({ ...IMAGES, model: model as LayerSpec[] }).parameters

  test.each([
    [{ layer: 'batch-norm' }, 6],
    [{ layer: 'layer-norm' }, 6],
    [{ layer: 'activation', name: 'swish', learnt: true }, 1],
    [{ layer: 'activation', name: 'swish' }, 0],
    [{ layer: 'dropout', rate: 0.5 }, 0],
    [{ layer: 'conv2d', channels: 4, kernel: 5 }, 4 * (25 * 3 + 1)],
  ])('%j: %d', (layer, count) => {
    expect(parameters(layer)).toBe(count)
  })
})

test('batch-norm keeps a whole batch in memory, other layers a chunk', () => {
  const bytes = (layer: object) => costOf({ ...images(layer), batch: 256 }).bytes
  expect(bytes({ layer: 'batch-norm' })).toBeGreaterThan(2 * bytes({ layer: 'layer-norm' }))
})
