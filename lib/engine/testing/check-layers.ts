/**
 * The contract of every layer, as tests: the kernels and their twins give the same bits, lanes without a channel stay 0,
 * and outputs and gradients are those of the float64 tape, which is itself held against central differences and PyTorch.
 */
import { describe, expect, test } from 'vitest'
import { tensor } from '../autograd/tensor'
import type { LayerSpec } from '../spec/layer-spec'
import { BACKENDS } from './backends'
import { onTape } from './on-tape'
import { type ChunkOptions, type ChunkRun, runChunk } from './one-chunk'
import { randomFloats } from './random-floats'

/** What it shows, the shape of an example, the layers. */
export type ModelCase = [string, number[], LayerSpec[]]

export interface CheckOptions {
  /** Default: several, so that whole and broken groups of examples occur. */
  counts?: number[]
  inBatch?: ChunkOptions['inBatch']
}

export function weightsOf(name: string, size: number): Float32Array {
  const seed = [...name].reduce((sum, character) => 31 * sum + (character.codePointAt(0) ?? 0), size)
  return randomFloats(size, seed % 1_000_003, 0.4)
}

export function runCase(
  backend: keyof typeof BACKENDS,
  [, inputShape, model]: ModelCase,
  count: number,
  fuse = true,
  inBatch?: ChunkOptions['inBatch'],
): ChunkRun {
  const size = inputShape.reduce((product, side) => product * side, count)
  return runChunk({
    backend: BACKENDS[backend],
    model,
    inputShape,
    count,
    x: randomFloats(size, 11),
    weights: weightsOf,
    dy: (length) => randomFloats(length, 12),
    fuse,
    inBatch,
    running: runningOf,
  })
}

/** As after some steps: no mean is 0, no variance 1. */
function runningOf(name: string, channels: number): Float32Array {
  return weightsOf(name, channels).map((value) => (name.endsWith('variance') ? 0.5 + Math.abs(value) : value))
}

function expectSameBits(a: ChunkRun, b: ChunkRun): void {
  expect(a.y).toEqual(b.y)
  expect(a.inputGradients).toEqual(b.inputGradients)
  expect(a.gradients).toEqual(b.gradients)
  expect(a.running).toEqual(b.running)
}

/** What double precision leaves of a tensor that is 0, such as the gradient of a bias below a batch norm. */
const NOTHING = 1e-12

/** Largest difference in units of the expected tensor's root mean square; where that is nothing, of `unit`. */
export function distance(actual: ArrayLike<number>, expected: ArrayLike<number>, unit = 1): number {
  expect(actual.length).toBe(expected.length)
  let largest = 0
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN)))
  }
  const scale = rootMeanSquare(expected)
  return largest / (scale < NOTHING ? unit : scale)
}

function rootMeanSquare(values: ArrayLike<number>): number {
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    squares += value * value
  }
  return Math.sqrt(squares / values.length)
}

export function checkLayers(models: ModelCase[], { counts = [1, 2, 4, 5], inBatch }: CheckOptions = {}): void {
  describe.each(counts)('%d examples', (count) => {
    describe.each([true, false])('fused: %s', (fuse) => {
      test.each(models)('%s: all backends give the same bits, and nothing beside the channels', (...model) => {
        const twins = runCase('twins', model, count, fuse, inBatch)
        expect(twins.strays).toBe(0)
        for (const backend of ['kernels', 'kernels-shared'] as const) {
          const kernels = runCase(backend, model, count, fuse, inBatch)
          expectSameBits(kernels, twins)
          expect(kernels.strays).toBe(0)
        }
      })

      test.each(models)('%s: outputs and gradients of the tape', (...model) => {
        const [, inputShape, layers] = model
        const result = runCase('kernels', model, count, fuse, inBatch)
        const size = inputShape.reduce((product, side) => product * side, count)
        const x = tensor([count, ...inputShape], randomFloats(size, 11))
        const parameters = new Map(
          result.parameters.map(({ name, shape }) => {
            const length = shape.reduce((product, side) => product * side, 1)
            return [name, tensor(shape, weightsOf(name, length))]
          }),
        )
        const y = onTape(layers, x, parameters, inBatch, runningOf)
        expect(distance(result.y, y.data)).toBeLessThan(1e-5)
        y.backward(Float64Array.from(randomFloats(y.data.length, 12)))
        const unit = Math.max(...[...parameters.values()].map(({ grad }) => rootMeanSquare(grad))) || 1
        for (const [name, parameter] of parameters) {
          expect(distance(result.gradients[name] ?? [], parameter.grad, unit), name).toBeLessThan(1e-5)
        }
        if (result.dx !== null) expect(distance(result.dx, x.grad), 'dx').toBeLessThan(1e-5)
      })
    })
  })
}
