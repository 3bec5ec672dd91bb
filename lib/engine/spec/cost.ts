/**
 * What a spec costs, counted without running or allocating anything: parameters, multiply-adds, bytes, steps. Not here:
 * what is too much (check/cost.ts).
 */
import { readTable } from '../data/own/table'
import { validationCountOf } from '../data/split'
import { chunkSizeOf } from '../training/chunk-size'
import type { DataSpec } from './data-spec'
import { inputShapeOf } from './example-shape'
import type { LayerSpec } from './layer-spec'
import { shapesOf } from './shapes'
import type { ExperimentSpec } from './spec'
import { multiplyAddsPerExample } from './work'

export interface Cost {
  parameters: number
  /** Forward and backward of linear and convolution layers, one example; the first layer needs no input gradient. */
  multiplyAddsPerExample: number
  /** Memory of data, parameters, gradients, optimizer and layers' buffers on one thread, roughly. */
  bytes: number
  /** Steps of one run (one seed). */
  steps: number
}

/** Examples of the training and the validation set of a spec. @throws DatasetError where a table cannot be read. */
export function exampleCounts(data: DataSpec): { train: number; validation: number } {
  if (data.kind === 'cifar10' || data.kind === 'drawn-ten') return { train: data.train, validation: data.validation }
  const samples = sampleCountOf(data)
  const validation = validationCountOf(samples, data.validation)
  return { train: samples - validation, validation }
}

function sampleCountOf(data: Exclude<DataSpec, { train: number }>): number {
  if (data.kind === 'points') return data.points.length
  return data.kind === 'table' ? readTable(data).count : data.samples
}

/** @throws ShapeError where layers do not fit, DatasetError where a table cannot be read. */
export function costOf(spec: ExperimentSpec): Cost {
  const inputShape = inputShapeOf(spec.data)
  const shapes = shapesOf(spec.model, inputShape)
  let parameters = 0
  let numbers = sizeOf(inputShape)
  spec.model.forEach((layer, index) => {
    const input = shapes[index - 1] ?? inputShape
    const output = shapes[index] as number[]
    numbers += 4 * sizeOf(output)
    parameters += parametersOf(layer, input)
  })
  const { train, validation } = exampleCounts(spec.data)
  // Images are kept as bytes.
  const dataBytes = (train + validation) * ((inputShape.length === 3 ? 1 : 4) * sizeOf(inputShape) + 4)
  const work = multiplyAddsPerExample(spec.model, inputShape)
  // Each chunk of a batch has a gradient of its own.
  const chunks = Math.ceil(spec.batch / chunkSizeOf(spec.batch, work))
  return {
    parameters,
    multiplyAddsPerExample: work,
    bytes: dataBytes + (32 + 4 * chunks) * parameters + 8 * numbers * examplesInWork(spec, work),
    steps: Math.floor(train / spec.batch) * spec.epochs,
  }
}

/** Batch-norm needs the whole batch's numbers at once; without it a chunk's are enough. */
function examplesInWork(spec: ExperimentSpec, work: number): number {
  return spec.model.some(({ layer }) => layer === 'batch-norm') ? spec.batch : chunkSizeOf(spec.batch, work)
}

/** Learnt numbers of a layer: weights and biases, scale and shift, a learnt α or β. */
export function parametersOf(layer: LayerSpec, inputShape: readonly number[]): number {
  switch (layer.layer) {
    case 'linear':
      return layer.units * (sizeOf(inputShape) + 1)
    case 'conv2d':
      return layer.channels * (layer.kernel * layer.kernel * (inputShape[2] ?? 0) + 1)
    case 'batch-norm':
    case 'layer-norm':
      return 2 * (inputShape[inputShape.length - 1] ?? 0)
    case 'activation':
      return layer.name !== 'expression' && layer.learnt === true ? 1 : 0
    default:
      return 0
  }
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}
