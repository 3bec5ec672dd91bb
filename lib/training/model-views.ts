/** What a network says of sample images, in the form a page shows it; of points on a line or in the plane: point-views.ts. */
import type { LossSpec } from '@/lib/engine'
import type { SamplePredictions } from './protocol'

export type Predict = (inputs: Float32Array, count: number) => Float32Array

export function predictSamples(
  predict: Predict,
  loss: LossSpec['kind'],
  inputs: Float32Array,
  count: number,
): SamplePredictions {
  const outputs = predict(inputs, count)
  const width = outputs.length / count
  const best = Array.from({ length: count }, (_, n) => winnerOf(outputs.subarray(n * width, (n + 1) * width), loss))
  return { classes: best.map(({ index }) => index), confidence: best.map(({ confidence }) => confidence) }
}

const isDifference = (loss: LossSpec['kind']) => loss === 'mse' || loss === 'mae' || loss === 'huber'

/**
 * The class that the outputs of one example stand for, and its probability. A loss on
 * differences gives no probabilities: there, how far the output is on the winner's side, cut to 0..1.
 */
export function winnerOf(outputs: Float32Array, loss: LossSpec['kind']): { index: number; confidence: number } {
  if (outputs.length === 1) {
    const z = outputs[0] ?? 0
    const share = isDifference(loss) ? Math.min(1, Math.max(0, (z + 1) / 2)) : 1 / (1 + Math.exp(-z))
    return { index: z > 0 ? 1 : 0, confidence: z > 0 ? share : 1 - share }
  }
  let index = 0
  outputs.forEach((value, candidate) => {
    if (value > (outputs[index] ?? 0)) index = candidate
  })
  const largest = outputs[index] ?? 0
  if (isDifference(loss)) return { index, confidence: Math.min(1, Math.max(0, largest)) }
  const sum = outputs.reduce((total, value) => total + Math.exp(value - largest), 0)
  return { index, confidence: 1 / sum }
}
