/** What the settings of the softmax lab come to: read by the page and by what is saved of it. Pure. */
import type { LabSettings } from '@/components/lab/use-lab-settings'
import { crossEntropy, type Float32Steps, float32Softmax, jacobian, lossGradient, softmax } from './softmax-maths'

export interface SoftmaxReading {
  /** Logits with what is added to each. */
  shifted: number[]
  /** Those divided by T. */
  scaled: number[]
  probabilities: number[]
  /** Softmax of the probabilities, where it stands twice; else null. */
  again: number[] | null
  loss: number
  /** Of the loss, at the logits. */
  gradient: number[]
  /** A row for each probability, a column for each logit. */
  jacobian: number[][]
  float32: Float32Steps
}

export function readSoftmax(settings: LabSettings<'softmax-lab'>): SoftmaxReading {
  const { z, temperature, shift, answer, twice, arithmetic } = settings
  const shifted = z.map((one) => one + shift)
  const scaled = shifted.map((one) => one / temperature)
  const probabilities = softmax(scaled)
  return {
    shifted,
    scaled,
    probabilities,
    again: twice ? softmax(probabilities) : null,
    loss: crossEntropy(twice ? probabilities : scaled, answer),
    gradient: lossGradient(shifted, temperature, answer, twice),
    jacobian: jacobian(shifted, temperature),
    float32: float32Softmax(scaled, arithmetic === 'max-first'),
  }
}
