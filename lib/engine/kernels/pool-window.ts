// Activation and 2 × 2 maximum of one window, four channels at once.

import { activationValue } from './build/lanes/activation-table'

/** Fields of an activation's settings block: id, pooling rule, then α and β as float32. */
export const ACTIVATION_ID: usize = 0
export const POOL_RULE: usize = 4
export const ALPHA: usize = 8
export const BETA: usize = 12

const RULE_ENDS = 1
const RULE_ALL = 2
const RELU = 3

/** a is larger than b, or is NaN: a maximum is NaN as soon as one number is. */
@inline
function beats(a: v128, b: v128): v128 {
  return v128.or(f32x4.gt(a, b), f32x4.ne(a, a))
}

/**
 * The winner is the place with the largest pre-activation where the activation never falls ('largest'), the better of
 * the largest and the smallest where it is quasi-convex ('ends'), else the place of the largest output ('all'). Of
 * equals the first in row order; the largest before the smallest.
 */
@inline
export function poolWindow(z0: v128, z1: v128, z2: v128, z3: v128, x0: usize, x1: usize, x2: usize, x3: usize, settings: usize, y: usize, z: usize, place: usize): void {
  if (load<i32>(settings, POOL_RULE) == RULE_ALL) {
    poolAll(z0, z1, z2, z3, x0, x1, x2, x3, settings, y, z, place)
    return
  }
  let m = z0, at = i32x4.splat(<i32>x0)
  let better = beats(z1, m)
  m = v128.bitselect(z1, m, better)
  at = v128.bitselect(i32x4.splat(<i32>x1), at, better)
  better = beats(z2, m)
  m = v128.bitselect(z2, m, better)
  at = v128.bitselect(i32x4.splat(<i32>x2), at, better)
  better = beats(z3, m)
  m = v128.bitselect(z3, m, better)
  at = v128.bitselect(i32x4.splat(<i32>x3), at, better)
  if (load<i32>(settings, ACTIVATION_ID) == RELU) {
    v128.store(y, f32x4.pmax(m, f32x4.splat(0)))
    v128.store(z, m)
    v128.store(place, at)
    return
  }
  poolEnds(m, at, z0, z1, z2, z3, x0, x1, x2, x3, settings, y, z, place)
}

function poolEnds(largest: v128, where: v128, z0: v128, z1: v128, z2: v128, z3: v128, x0: usize, x1: usize, x2: usize, x3: usize, settings: usize, y: usize, z: usize, place: usize): void {
  const id = load<i32>(settings, ACTIVATION_ID)
  const alpha = v128.load_splat<f32>(settings, ALPHA), beta = v128.load_splat<f32>(settings, BETA)
  let m = largest, at = where
  let best = activationValue(id, m, alpha, beta)
  if (load<i32>(settings, POOL_RULE) == RULE_ENDS) {
    let low = z0, lowAt = i32x4.splat(<i32>x0)
    let better = f32x4.lt(z1, low)
    low = v128.bitselect(z1, low, better)
    lowAt = v128.bitselect(i32x4.splat(<i32>x1), lowAt, better)
    better = f32x4.lt(z2, low)
    low = v128.bitselect(z2, low, better)
    lowAt = v128.bitselect(i32x4.splat(<i32>x2), lowAt, better)
    better = f32x4.lt(z3, low)
    low = v128.bitselect(z3, low, better)
    lowAt = v128.bitselect(i32x4.splat(<i32>x3), lowAt, better)
    const other = activationValue(id, low, alpha, beta)
    better = f32x4.gt(other, best)
    best = v128.bitselect(other, best, better)
    m = v128.bitselect(low, m, better)
    at = v128.bitselect(lowAt, at, better)
  }
  v128.store(y, best)
  v128.store(z, m)
  v128.store(place, at)
}

function poolAll(z0: v128, z1: v128, z2: v128, z3: v128, x0: usize, x1: usize, x2: usize, x3: usize, settings: usize, y: usize, z: usize, place: usize): void {
  const id = load<i32>(settings, ACTIVATION_ID)
  const alpha = v128.load_splat<f32>(settings, ALPHA), beta = v128.load_splat<f32>(settings, BETA)
  let best = activationValue(id, z0, alpha, beta), m = z0, at = i32x4.splat(<i32>x0)
  let other = activationValue(id, z1, alpha, beta), better = beats(other, best)
  best = v128.bitselect(other, best, better)
  m = v128.bitselect(z1, m, better)
  at = v128.bitselect(i32x4.splat(<i32>x1), at, better)
  other = activationValue(id, z2, alpha, beta)
  better = beats(other, best)
  best = v128.bitselect(other, best, better)
  m = v128.bitselect(z2, m, better)
  at = v128.bitselect(i32x4.splat(<i32>x2), at, better)
  other = activationValue(id, z3, alpha, beta)
  better = beats(other, best)
  best = v128.bitselect(other, best, better)
  m = v128.bitselect(z3, m, better)
  at = v128.bitselect(i32x4.splat(<i32>x3), at, better)
  v128.store(y, best)
  v128.store(z, m)
  v128.store(place, at)
}
