import { hashFloats } from '../hash/hash-floats'
import { createRng } from '../random/rng'
import type { NumberDataset, NumberExamples } from './dataset'
import { fillPermutation } from './shuffle'

/** How many of `samples` are held back for validation. */
export function validationCountOf(samples: number, validation: number): number {
  return Math.floor(samples * validation + 0.5)
}

/** Shuffles all examples, [count, width], and holds back a part. The hash is over them in the order given. */
export function splitExamples(
  { seed, validation }: { seed: number; validation: number },
  all: NumberExamples,
  { name, width, classes }: { name: string; width: number; classes: string[] | null },
): NumberDataset {
  const order = new Uint32Array(all.count)
  fillPermutation(order, createRng(seed, 'split'))
  const held = validationCountOf(all.count, validation)
  return {
    name,
    inputShape: [width],
    classes,
    train: pick(all, order.subarray(held), width),
    validation: pick(all, order.subarray(0, held), width),
    hash: hashFloats([all.inputs, all.labels]),
  }
}

function pick(all: NumberExamples, order: Uint32Array, width: number): NumberExamples {
  const inputs = new Float32Array(order.length * width)
  const labels = all.labels instanceof Uint8Array ? new Uint8Array(order.length) : new Float32Array(order.length)
  order.forEach((from, to) => {
    for (let k = 0; k < width; k++) inputs[to * width + k] = all.inputs[from * width + k] as number
    labels[to] = all.labels[from] as number
  })
  return { inputs, labels, count: order.length }
}
