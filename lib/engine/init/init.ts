import type { Rng } from '../random/rng'

export const INIT_NAMES = [
  'zeros',
  'lecun-normal',
  'lecun-uniform',
  'glorot-normal',
  'glorot-uniform',
  'he-normal',
  'he-uniform',
] as const
export type InitName = (typeof INIT_NAMES)[number]

/** Variance of the weights by family: LeCun 1/fanIn (1998), Glorot 2/(fanIn + fanOut) (2010), He 2/fanIn (1502.01852). */
function variance(family: string, fanIn: number, fanOut: number): number {
  if (family === 'lecun') return 1 / fanIn
  if (family === 'glorot') return 2 / (fanIn + fanOut)
  return 2 / fanIn
}

/** Fills `weights` in index order. Normals are not truncated; uniforms span ±√(3·variance), so the variance is the same. */
export function initialise(weights: Float32Array, name: InitName, fanIn: number, fanOut: number, rng: Rng): void {
  if (name === 'zeros') {
    weights.fill(0)
    return
  }
  const [family, shape] = name.split('-') as [string, string]
  const deviation = Math.sqrt(variance(family, fanIn, fanOut))
  const bound = deviation * Math.sqrt(3)
  for (let i = 0; i < weights.length; i++) {
    weights[i] = shape === 'normal' ? deviation * rng.normal() : bound * (2 * rng.uniform() - 1)
  }
}
