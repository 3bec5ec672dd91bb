import { describe, expect, test } from 'vitest'
import type { LayerSpec } from '../spec/layer-spec'
import { BACKENDS } from '../testing/backends'
import { runChunk } from '../testing/one-chunk'
import {
  COUNT,
  type Convolution,
  convolve,
  drawImages,
  drawLayer,
  gradients,
  Images,
  pooled,
  weight,
  winograd,
} from './testing/term-by-term'

/** Learnt, so that the layer behind it gets an input gradient; with α = 1 it passes x on. */
const IDENTITY: LayerSpec = { layer: 'activation', name: 'prelu', learnt: true }

/** The layers behind an identity that learns, on the kernels. */
function onKernels(
  model: LayerSpec[],
  x: Images,
  layer: Convolution,
  dy: Images,
  inputShape = [x.rows, x.columns, x.channels],
) {
  const { w, b } = layer
  const given: Record<string, Float32Array> = { '0.slope': Float32Array.of(1), '1.weight': w, '1.bias': b }
  const run = runChunk({
    backend: BACKENDS.kernels,
    model: [IDENTITY, ...model],
    inputShape,
    count: COUNT,
    x: x.data,
    weights: (name) => given[name] as Float32Array,
    dy: () => dy.data,
    fuse: true,
  })
  return { y: run.y, dw: run.gradients['1.weight'], db: run.gradients['1.bias'], dx: run.inputGradients[1] }
}

/** Numbers with the same bits print the same; 0 and −0 too. */
const bits = (values: ArrayLike<number> | null | undefined) => Array.from(values ?? [], (value) => value + 0)

function expectSame(
  found: ReturnType<typeof onKernels>,
  y: Images,
  dw: Float32Array,
  db: Float32Array,
  dx: Images,
): void {
  expect(bits(found.y), 'y').toEqual(bits(y.data))
  expect(bits(found.dw), 'dW').toEqual(bits(dw))
  expect(bits(found.db), 'db').toEqual(bits(db))
  expect(bits(found.dx), 'dx').toEqual(bits(dx.data))
}

// Twins and kernels agree (testing/check-layers.ts), so the kernels stand for both.
describe('NUMERICS.md, Order', () => {
  test('linear', () => {
    const [x, dy] = [drawImages(1, 1, 13), drawImages(1, 1, 5)]
    const layer = drawLayer(13, 5, 1, 1, 0)
    const y = new Images(1, 1, 5)
    convolve(x, y, layer)
    const { dw, db, dx } = gradients(x, dy, layer)
    expectSame(onKernels([{ layer: 'linear', units: 5 }], x, layer, dy, [13]), y, dw, db, dx)
  })

  test.each([
    ['stride 2', 7, 4, 3, 2, 1],
    ['5 × 5', 6, 6, 5, 1, 2],
    ['3 × 3 of nine tiles, no multiple of four', 6, 6, 3, 1, 1],
  ] as const)('convolution, term by term: %s', (_, side, outSide, kernel, stride, before) => {
    const [x, dy] = [drawImages(side, side, 3), drawImages(outSide, outSide, 6)]
    const layer = drawLayer(3, 6, kernel, stride, before)
    const y = new Images(outSide, outSide, 6)
    convolve(x, y, layer)
    const { dw, db, dx } = gradients(x, dy, layer)
    expectSame(onKernels([{ layer: 'conv2d', channels: 6, kernel, stride }], x, layer, dy), y, dw, db, dx)
  })

  test('convolution by Winograd', () => {
    const [x, dy] = [drawImages(8, 8, 5), drawImages(8, 8, 6)]
    const layer = drawLayer(5, 6, 3, 1, 1)
    const [y, dx] = [new Images(8, 8, 6), new Images(8, 8, 5)]
    winograd(x, y, (o, k, i, j) => weight(layer, 5, o, i, j, k), layer.b)
    winograd(dy, dx, (k, o, i, j) => weight(layer, 5, o, 2 - i, 2 - j, k), new Float32Array(5))
    const { dw, db } = gradients(x, dy, layer)
    expectSame(onKernels([{ layer: 'conv2d', channels: 6, kernel: 3 }], x, layer, dy), y, dw, db, dx)
  })

  test.each([
    ['term by term', 6, 3],
    ['by Winograd, a kernel row of more than one block', 8, 22],
  ] as const)('pooled convolution: %s', (_, side, channels) => {
    const [x, dy] = [drawImages(side, side, channels), drawImages(side / 2, side / 2, 5)]
    const layer = drawLayer(channels, 5, 3, 1, 1)
    const z = new Images(side, side, 5)
    if (side === 8) winograd(x, z, (o, k, i, j) => weight(layer, channels, o, i, j, k), layer.b)
    else convolve(x, z, layer)
    const { y, dw, db, dx } = pooled(x, z, dy, layer)
    const model: LayerSpec[] = [
      { layer: 'conv2d', channels: 5, kernel: 3 },
      { layer: 'activation', name: 'gelu' },
      { layer: 'max-pool2d', size: 2 },
    ]
    expectSame(onKernels(model, x, layer, dy), y, dw, db, dx)
  })
})
