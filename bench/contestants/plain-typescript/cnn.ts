/** The reference CNN with ReLU and nothing else, as one would write it by hand. */
import { Batches, weightReader } from '../batches'
import type { Contestant, Start } from '../serve'
import { ConvBlock } from './conv-block'
import { Parameter } from './parameter'

const CHANNELS = [3, 16, 32, 64] as const
const FEATURES = 4 * 4 * 64
const CLASSES = 10

export function plainCnn({ setup }: Start): Contestant {
  const { spec, inputShape } = setup
  const read = weightReader(setup)
  const blocks = [0, 1, 2].map(
    (i) => new ConvBlock(32 >> i, CHANNELS[i] as number, CHANNELS[i + 1] as number, read),
  ) as [ConvBlock, ConvBlock, ConvBlock]
  const [first, second, third] = blocks
  const weight = new Parameter(CLASSES * FEATURES)
  weight.value.set(read(CLASSES * FEATURES))
  const bias = new Parameter(CLASSES)
  bias.value.set(read(CLASSES))
  const logits = new Float64Array(CLASSES)
  const dFeatures = new Float32Array(FEATURES)
  const { learningRate } = spec.optimizer
  const momentum = spec.optimizer.kind === 'sgd' ? (spec.optimizer.momentum ?? 0) : 0
  const size = inputShape.reduce((product, side) => product * side, 1)

  /** Cross-entropy of one image whose features are `x`; leaves the gradients of the batch's mean. */
  function classify(x: Float32Array, label: number): number {
    let sum = 0
    for (let j = 0; j < CLASSES; j++) {
      let logit = bias.value[j] as number
      for (let i = 0; i < FEATURES; i++) logit += (weight.value[j * FEATURES + i] as number) * (x[i] as number)
      logits[j] = logit
    }
    const largest = Math.max(...logits)
    for (let j = 0; j < CLASSES; j++) sum += Math.exp((logits[j] as number) - largest)
    const loss = Math.log(sum) - ((logits[label] as number) - largest)
    dFeatures.fill(0)
    for (let j = 0; j < CLASSES; j++) {
      const probability = Math.exp((logits[j] as number) - largest) / sum
      const gradient = (probability - (j === label ? 1 : 0)) / spec.batch
      bias.gradient[j] = (bias.gradient[j] as number) + gradient
      for (let i = 0; i < FEATURES; i++) {
        const at = j * FEATURES + i
        weight.gradient[at] = (weight.gradient[at] as number) + gradient * (x[i] as number)
        dFeatures[i] = (dFeatures[i] as number) + gradient * (weight.value[at] as number)
      }
    }
    return loss
  }

  function step(inputs: Float32Array, labels: Uint8Array): number {
    let loss = 0
    for (const block of blocks) block.transpose()
    for (let n = 0; n < spec.batch; n++) {
      first.forward(inputs.subarray(n * size, (n + 1) * size))
      second.forward(first.y)
      third.forward(second.y)
      loss += classify(third.y, labels[n] as number)
      third.backward(dFeatures, true)
      second.backward(third.dx, true)
      first.backward(second.dx, false)
    }
    for (const { weight, bias } of blocks) {
      weight.step(learningRate, momentum)
      bias.step(learningRate, momentum)
    }
    weight.step(learningRate, momentum)
    bias.step(learningRate, momentum)
    return loss / spec.batch
  }

  const batches = new Batches(setup)
  let prepared = batches.next(0)
  return {
    version: 'plain TypeScript, im2col and a blocked matrix product',
    prepare(steps) {
      prepared = batches.next(steps)
    },
    run(steps) {
      let loss = 0
      for (let s = 0; s < steps; s++) {
        const batch = prepared[s % prepared.length]
        if (batch !== undefined) loss = step(batch.inputs, batch.labels)
      }
      return loss
    },
  }
}
