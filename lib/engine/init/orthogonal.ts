import type { Rng } from '../random/rng'

/**
 * Saxe, McClelland & Ganguli 2014, arXiv:1312.6120: a random matrix whose rows (or columns, whichever are fewer) are
 * orthogonal and of length `gain`. `weights` is [rows, columns], row by row; a convolution's rows are its output channels.
 *
 * A matrix of normal numbers is made orthonormal by modified Gram–Schmidt, each vector twice against those before it
 * ("twice is enough", Giraud, Langou & Rozložník 2005), in double precision and in fixed order. Each vector keeps its own
 * direction, so the distribution is uniform over the orthogonal matrices, as PyTorch's is after it fixes R's signs.
 */
export function fillOrthogonal(
  weights: Float32Array,
  rows: number,
  columns: number,
  gain: number,
  rng: Pick<Rng, 'normal'>,
): void {
  const isWide = columns >= rows
  const count = isWide ? rows : columns
  const length = isWide ? columns : rows
  const vectors = Array.from({ length: count }, () => Float64Array.from({ length }, () => rng.normal()))
  vectors.forEach((vector, k) => {
    for (let round = 0; round < 2; round++) {
      for (let j = 0; j < k; j++) removePart(vector, vectors[j] as Float64Array)
      normalise(vector)
    }
    for (let i = 0; i < length; i++) {
      const at = isWide ? k * columns + i : i * columns + k
      weights[at] = gain * (vector[i] as number)
    }
  })
}

/** vector ← vector − (vector · unit) unit. */
function removePart(vector: Float64Array, unit: Float64Array): void {
  const part = dot(vector, unit)
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) - part * (unit[i] as number)
}

function normalise(vector: Float64Array): void {
  const scale = 1 / Math.sqrt(dot(vector, vector))
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * scale
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
