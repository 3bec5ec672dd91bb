/** Softmax for reading, in double precision and, to see it break, in float32 as written. Pure. */

/** e^{zᵢ} / Σ e^{zⱼ}, with the largest z taken off first: the same numbers, and no overflow. */
export function softmax(z: readonly number[]): number[] {
  const most = Math.max(...z)
  const powers = z.map((one) => Math.exp(one - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

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

/** ∂pᵢ/∂zⱼ = (pᵢ[i = j] − pᵢpⱼ) / T, where p = softmax(z / T). */
export function jacobian(p: readonly number[], temperature: number): number[][] {
  return p.map((row, i) => p.map((column, j) => ((i === j ? row : 0) - row * column) / temperature + 0))
}

/** −log pᵧ of softmax(z), without a detour over p that could be 0. */
export function crossEntropy(z: readonly number[], answer: number): number {
  const most = Math.max(...z)
  const sum = z.reduce((total, one) => total + Math.exp(one - most), 0)
  return most + Math.log(sum) - (z[answer] ?? Number.NaN)
}

/** The least that cross-entropy can be where it is given probabilities: one certain class among `classes`. */
export function floorOfTwice(classes: number): { probability: number; loss: number } {
  const probability = Math.E / (Math.E + classes - 1)
  return { probability, loss: -Math.log(probability) }
}

/** ∂loss/∂z for temperature T; where softmax stands twice, through both. */
export function lossGradient(z: readonly number[], temperature: number, answer: number, twice: boolean): number[] {
  const p = softmax(z.map((one) => one / temperature))
  const outer = (q: readonly number[]) => q.map((one, i) => one - (i === answer ? 1 : 0))
  if (!twice) return outer(p).map((one) => one / temperature)
  const step = outer(softmax(p))
  const rows = jacobian(p, temperature)
  return z.map((_, j) => rows.reduce((sum, row, i) => sum + (row[j] ?? 0) * (step[i] ?? 0), 0))
}
