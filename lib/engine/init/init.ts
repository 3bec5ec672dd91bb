import type { Rng } from '../random/rng'
import { fillOrthogonal } from './orthogonal'

export const INIT_NAMES = [
  'zeros',
  'constant',
  'lecun-normal',
  'lecun-uniform',
  'glorot-normal',
  'glorot-uniform',
  'he-normal',
  'he-uniform',
  'orthogonal',
] as const
export type InitName = (typeof INIT_NAMES)[number]

/** A name alone takes the defaults. */
export type InitSpec = InitName | InitOptions

export interface InitOptions {
  name: InitName
  /** The weights are multiplied by it. Default: 1. Not for zeros and constant. */
  gain?: number
  /** For constant: the value of every weight. Default: 0. */
  value?: number
}

export function initOptionsOf(init: InitSpec): InitOptions {
  return typeof init === 'string' ? { name: init } : init
}

/** Variance of the weights by family: LeCun 1/fanIn (1998), Glorot 2/(fanIn + fanOut) (2010), He 2/fanIn (1502.01852). */
function variance(family: string, fanIn: number, fanOut: number): number {
  if (family === 'lecun') return 1 / fanIn
  if (family === 'glorot') return 2 / (fanIn + fanOut)
  return 2 / fanIn
}

/**
 * Fills `weights`, [outputs, fanIn] row by row, in index order; a convolution's outputs are its channels. Normals are
 * not truncated; uniforms span ±√(3·variance), so the variance is the same.
 */
export function initialise(weights: Float32Array, init: InitSpec, fanIn: number, fanOut: number, rng: Rng): void {
  const { name, gain = 1, value = 0 } = initOptionsOf(init)
  if (name === 'zeros' || name === 'constant') {
    weights.fill(name === 'constant' ? value : 0)
    return
  }
  if (name === 'orthogonal') {
    fillOrthogonal(weights, weights.length / fanIn, fanIn, gain, rng)
    return
  }
  const [family, shape] = name.split('-') as [string, string]
  const deviation = gain * Math.sqrt(variance(family, fanIn, fanOut))
  const bound = deviation * Math.sqrt(3)
  for (let i = 0; i < weights.length; i++) {
    weights[i] = shape === 'normal' ? deviation * rng.normal() : bound * (2 * rng.uniform() - 1)
  }
}
