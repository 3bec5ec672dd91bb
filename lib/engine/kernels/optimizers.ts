// One step of each optimizer over a region of float32 weights, and gradient clipping. What is computed, and in which
// order, is also in lib/engine/twins/optimizers.ts, to the bit. `length` is a multiple of four. `hyper` is a block of
// float32 that lib/engine/optim/<name>.ts fills before each step. Numbers that would be subnormal become 0.

import { flush } from './lanes/vocabulary'

/** hyper: learning rate, momentum, weight decay, Nesterov (0 or 1). `velocity` is not touched where momentum is 0. */
export function sgdUpdate(weights: usize, gradient: usize, velocity: usize, hyper: usize, length: i32): void {
  const rate = v128.load_splat<f32>(hyper)
  const momentum = v128.load_splat<f32>(hyper, 4)
  const decay = v128.load_splat<f32>(hyper, 8)
  const remembers = load<f32>(hyper, 4) != 0
  const nesterov = load<f32>(hyper, 12) != 0
  const end = <usize>length * 4
  for (let i: usize = 0; i < end; i += 16) {
    const w = v128.load(weights + i)
    let d = f32x4.add(v128.load(gradient + i), f32x4.mul(decay, w))
    if (remembers) {
      const v = flush(f32x4.add(f32x4.mul(momentum, v128.load(velocity + i)), d))
      v128.store(velocity + i, v)
      d = nesterov ? f32x4.add(d, f32x4.mul(momentum, v)) : v
    }
    v128.store(weights + i, flush(f32x4.sub(w, f32x4.mul(rate, d))))
  }
}

/** hyper: learning rate, momentum, weight decay, α, 1 − α, ε. `velocity` is not touched where momentum is 0. */
export function rmspropUpdate(weights: usize, gradient: usize, squares: usize, velocity: usize, hyper: usize, length: i32): void {
  const rate = v128.load_splat<f32>(hyper)
  const momentum = v128.load_splat<f32>(hyper, 4)
  const decay = v128.load_splat<f32>(hyper, 8)
  const alpha = v128.load_splat<f32>(hyper, 12)
  const rest = v128.load_splat<f32>(hyper, 16)
  const epsilon = v128.load_splat<f32>(hyper, 20)
  const remembers = load<f32>(hyper, 4) != 0
  const end = <usize>length * 4
  for (let i: usize = 0; i < end; i += 16) {
    const w = v128.load(weights + i)
    const g = f32x4.add(v128.load(gradient + i), f32x4.mul(decay, w))
    const s = flush(f32x4.add(f32x4.mul(alpha, v128.load(squares + i)), f32x4.mul(f32x4.mul(rest, g), g)))
    v128.store(squares + i, s)
    let d = f32x4.div(g, f32x4.add(f32x4.sqrt(s), epsilon))
    if (remembers) {
      d = flush(f32x4.add(f32x4.mul(momentum, v128.load(velocity + i)), d))
      v128.store(velocity + i, d)
    }
    v128.store(weights + i, flush(f32x4.sub(w, f32x4.mul(rate, d))))
  }
}

/**
 * hyper: η√(1 − β₂ᵗ)/(1 − β₁ᵗ), β₁, 1 − β₁, β₂, 1 − β₂, ε√(1 − β₂ᵗ), weight decay added to the gradient (Adam), factor
 * on the weights (AdamW; 1 for Adam).
 */
export function adamUpdate(weights: usize, gradient: usize, means: usize, squares: usize, hyper: usize, length: i32): void {
  const rate = v128.load_splat<f32>(hyper)
  const beta1 = v128.load_splat<f32>(hyper, 4)
  const rest1 = v128.load_splat<f32>(hyper, 8)
  const beta2 = v128.load_splat<f32>(hyper, 12)
  const rest2 = v128.load_splat<f32>(hyper, 16)
  const epsilon = v128.load_splat<f32>(hyper, 20)
  const decay = v128.load_splat<f32>(hyper, 24)
  const shrink = v128.load_splat<f32>(hyper, 28)
  const end = <usize>length * 4
  for (let i: usize = 0; i < end; i += 16) {
    const w = v128.load(weights + i)
    const g = f32x4.add(v128.load(gradient + i), f32x4.mul(decay, w))
    const m = flush(f32x4.add(f32x4.mul(beta1, v128.load(means + i)), f32x4.mul(rest1, g)))
    const v = flush(f32x4.add(f32x4.mul(beta2, v128.load(squares + i)), f32x4.mul(f32x4.mul(rest2, g), g)))
    v128.store(means + i, m)
    v128.store(squares + i, v)
    const d = f32x4.div(m, f32x4.add(f32x4.sqrt(v), epsilon))
    v128.store(weights + i, flush(f32x4.sub(f32x4.mul(w, shrink), f32x4.mul(rate, d))))
  }
}

/** values ← values · factor; `factor` is the address of one float32. */
export function scaleValues(values: usize, factor: usize, length: i32): void {
  const k = v128.load_splat<f32>(factor)
  const end = values + <usize>length * 4
  for (let p = values; p < end; p += 16) v128.store(p, flush(f32x4.mul(v128.load(p), k)))
}

/** values ← values cut to [−limit, limit]; `limit` is the address of one float32. NaN stays NaN. */
export function clampValues(values: usize, limit: usize, length: i32): void {
  const high = v128.load_splat<f32>(limit)
  const low = f32x4.neg(high)
  const end = values + <usize>length * 4
  for (let p = values; p < end; p += 16) v128.store(p, f32x4.pmax(f32x4.pmin(v128.load(p), high), low))
}
