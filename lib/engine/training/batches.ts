/**
 * The examples of a run's steps as numbers, without running it: for those who take the same steps elsewhere. Order,
 * augmentation and dropout are functions of (spec, seed, step), so nothing before a step is needed for it. Not here: how
 * the trainer lays them out for the kernels (trainer.ts).
 */
import { augmentationKey, augmentationWord } from '../data/augmentation'
import { type Dataset, readInputs } from '../data/dataset'
import { fillPermutation } from '../data/shuffle'
import { counterBits, counterKey } from '../random/counter'
import { createRng } from '../random/rng'
import { shapesOf } from '../spec/shapes'
import type { ExperimentSpec } from '../spec/spec'

export interface Batch {
  /** Steps completed before it. */
  step: number
  /** [batch, ...inputShape], augmented where the spec says so; images are [height, width, channels]. */
  inputs: Float32Array
  /** Class indices, or the values of a regression: one an example. */
  labels: Float32Array
  /** Of each dropout layer: 1 where a number is kept, 0 where it is dropped, [batch, ...the layer's shape]. */
  kept: { layer: number; mask: Uint8Array }[]
}

export interface BatchSource {
  spec: ExperimentSpec
  seed: number
  dataset: Dataset
}

/** The batches that the first `count` steps of a run take. */
export function firstBatches({ spec, seed, dataset }: BatchSource, count: number): Batch[] {
  const { train, inputShape } = dataset
  const size = inputShape.reduce((product, side) => product * side, 1)
  const stepsPerEpoch = Math.floor(train.count / spec.batch)
  const order = new Uint32Array(train.count)
  return Array.from({ length: count }, (_, step) => {
    const epoch = Math.floor(step / stepsPerEpoch)
    if (step % stepsPerEpoch === 0) fillPermutation(order, createRng(seed, 'shuffle', epoch))
    const first = (step % stepsPerEpoch) * spec.batch
    const chosen = order.subarray(first, first + spec.batch)
    const inputs = new Float32Array(spec.batch * size)
    chosen.forEach((example, n) => {
      const image = readInputs(train, size, example, 1)
      inputs.set(augmented(image, example, { spec, seed, epoch, inputShape }), n * size)
    })
    const labels = Float32Array.from(chosen, (example) => train.labels[example] as number)
    return { step, inputs, labels, kept: keptBy(spec, seed, inputShape, step) }
  })
}

/** out[y, x] = in[y − dy, m(x − dx)], 0 where that lies outside: data/augmentation.ts. */
function augmented(
  image: Float32Array,
  example: number,
  { spec, seed, epoch, inputShape }: { spec: ExperimentSpec; seed: number; epoch: number; inputShape: number[] },
): Float32Array {
  const names = ('augment' in spec.data ? spec.data.augment : undefined) ?? []
  if (names.length === 0) return image
  const word = augmentationWord(augmentationKey(seed, epoch), example, names)
  const [flip, dx, dy] = [word & 1, ((word >> 8) & 255) - 128, ((word >> 16) & 255) - 128]
  const [height, width, channels] = inputShape as [number, number, number]
  const result = new Float32Array(image.length)
  for (let y = 0; y < height; y++) {
    const row = y - dy
    if (row < 0 || row >= height) continue
    for (let x = 0; x < width; x++) {
      const column = flip === 1 ? width - 1 - (x - dx) : x - dx
      if (column < 0 || column >= width) continue
      const from = (row * width + column) * channels
      result.set(image.subarray(from, from + channels), (y * width + x) * channels)
    }
  }
  return result
}

function keptBy({ model, batch }: ExperimentSpec, seed: number, inputShape: number[], step: number): Batch['kept'] {
  const shapes = shapesOf(model, inputShape)
  return model.flatMap((spec, layer) => {
    if (spec.layer !== 'dropout' && spec.layer !== 'alpha-dropout') return []
    const key = counterKey(seed, 'dropout', layer, step)
    const threshold = Math.floor(spec.rate * 2 ** 32)
    const numbers = batch * (shapes[layer] as number[]).reduce((product, side) => product * side, 1)
    return [{ layer, mask: Uint8Array.from({ length: numbers }, (_, i) => (counterBits(key, i) < threshold ? 0 : 1)) }]
  })
}
