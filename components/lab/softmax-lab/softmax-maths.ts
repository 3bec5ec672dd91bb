/** Softmax for reading: in double precision by the engine's tape and, to see it break, in float32 as written. Pure. */
import { mul, softmaxCrossEntropy, softmax as softmaxOf, type Tensor, tensor } from '@/lib/engine/doors/autograd'

/** One example. */
const row = (z: readonly number[]) => tensor([1, z.length], z, 'z')

export function softmax(z: readonly number[]): number[] {
  return [...softmaxOf(row(z)).data]
}

/** −log pᵧ of softmax(z). */
export function crossEntropy(z: readonly number[], answer: number): number {
  return softmaxCrossEntropy(row(z), [answer]).data[0] ?? Number.NaN
}

/** ∂pᵢ/∂zⱼ, where p = softmax(z / T): a row for each p, pulled back by itself. */
export function jacobian(z: readonly number[], temperature: number): number[][] {
  const logits = row(z)
  const p = softmaxOf(logits, temperature)
  return z.map((_, i) => {
    p.backward(z.map((_, j) => (j === i ? 1 : 0)))
    return gradientOf(logits)
  })
}

/** ∂loss/∂z for temperature T; where softmax stands twice, through both. */
export function lossGradient(z: readonly number[], temperature: number, answer: number, twice: boolean): number[] {
  const logits = row(z)
  const scaled = mul(logits, tensor([], [1 / temperature], '1/T'))
  softmaxCrossEntropy(twice ? softmaxOf(scaled) : scaled, [answer]).backward()
  return gradientOf(logits)
}

/** Without the sign of a zero. */
const gradientOf = ({ grad }: Tensor) => Array.from(grad, (slope) => slope + 0)

export interface Float32Steps {
  /** What the exponential is taken of. */
  exponents: number[]
  powers: number[]
  sum: number
  probabilities: number[]
}

/** The formula in float32, step by step: as written, or with the largest exponent taken off first. */
export function float32Softmax(z: readonly number[], maxFirst: boolean): Float32Steps {
  const float = z.map(Math.fround)
  const most = maxFirst ? Math.max(...float) : 0
  const exponents = float.map((one) => Math.fround(one - most))
  const powers = exponents.map((one) => Math.fround(Math.exp(one)))
  const sum = powers.reduce((total, power) => Math.fround(total + power), 0)
  return { exponents, powers, sum, probabilities: powers.map((power) => Math.fround(power / sum)) }
}

/** The least that cross-entropy can be where it is given probabilities: one certain class among `classes`. */
export function floorOfTwice(classes: number): { probability: number; loss: number } {
  const probability = Math.E / (Math.E + classes - 1)
  return { probability, loss: -Math.log(probability) }
}
