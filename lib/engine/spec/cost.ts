import { validationCountOf } from '../data/generated'
import { sizeOf } from '../nn/module'
import { chunkSizeOf } from '../training/chunk-size'
import { inputShapeOf, outputShapeOf } from './shapes'
import type { ExperimentSpec } from './spec'

export interface Cost {
  parameters: number
  /** Forward and backward of linear and convolution layers, one example; the first layer needs no input gradient. */
  multiplyAddsPerExample: number
  /** Memory of data, parameters, optimizer and layers' buffers, roughly. */
  bytes: number
  /** Steps of one run (one seed). */
  steps: number
}

/** Examples of the training and the validation set of a spec. */
export function exampleCounts(data: ExperimentSpec['data']): { train: number; validation: number } {
  if (data.kind === 'cifar10' || data.kind === 'drawn-ten') return { train: data.train, validation: data.validation }
  const validation = validationCountOf(data.samples, data.validation)
  return { train: data.samples - validation, validation }
}

/** Counted from the shapes alone: nothing is built. Throws a ShapeError where layers do not fit. */
export function costOf(spec: ExperimentSpec): Cost {
  let shape = inputShapeOf(spec.data)
  let parameters = 0
  let forward = 0
  let firstForward = 0
  let buffers = sizeOf(shape)
  spec.model.forEach((layer, index) => {
    const input = shape
    shape = outputShapeOf(layer, index, input)
    buffers += 4 * sizeOf(shape)
    const learnt = weightsOf(layer, input)
    if (learnt === null) return
    const { weights, biases, uses } = learnt
    const multiplyAdds = weights * (uses === 'once' ? 1 : sizeOf(shape) / biases)
    parameters += weights + biases
    forward += multiplyAdds
    if (firstForward === 0) firstForward = multiplyAdds
  })
  const { train, validation } = exampleCounts(spec.data)
  const dataBytes = (train + validation) * (4 * sizeOf(inputShapeOf(spec.data)) + 1)
  return {
    parameters,
    multiplyAddsPerExample: 3 * forward - firstForward,
    bytes: dataBytes + 32 * parameters + 8 * buffers * chunkSizeOf(spec.batch),
    steps: Math.floor(train / spec.batch) * spec.epochs,
  }
}

function weightsOf(
  layer: ExperimentSpec['model'][number],
  input: number[],
): { weights: number; biases: number; uses: 'once' | 'per-position' } | null {
  if (layer.layer === 'linear') return { weights: layer.units * sizeOf(input), biases: layer.units, uses: 'once' }
  if (layer.layer !== 'conv2d') return null
  const weights = layer.channels * layer.kernel * layer.kernel * (input[2] ?? 0)
  return { weights, biases: layer.channels, uses: 'per-position' }
}
