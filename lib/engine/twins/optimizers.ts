/**
 * The TypeScript twin of lib/engine/kernels/optimizers.ts: one step of each optimizer over a region of weights, and
 * gradient clipping, with the same operations in the same order and so the same bits. Addresses are bytes; `length` is
 * a multiple of four. Not here: what stands in `hyper`, and why (optim/sgd.ts, rmsprop.ts, adam.ts).
 */
import { flush } from '../numerics/flush'
import type { Memory } from './memory'

const round = Math.fround

/** hyper: learning rate, momentum, weight decay, Nesterov (0 or 1). `velocity` is not touched where momentum is 0. */
export function sgdUpdate(
  { f32 }: Memory,
  weights: number,
  gradient: number,
  velocity: number,
  hyper: number,
  length: number,
): void {
  const h = hyper >> 2
  const rate = f32[h] as number
  const momentum = f32[h + 1] as number
  const decay = f32[h + 2] as number
  const nesterov = f32[h + 3] as number
  for (let i = 0; i < length; i++) {
    const w = f32[(weights >> 2) + i] as number
    let d = round((f32[(gradient >> 2) + i] as number) + round(decay * w))
    if (momentum !== 0) {
      const v = flush(round(round(momentum * (f32[(velocity >> 2) + i] as number)) + d))
      f32[(velocity >> 2) + i] = v
      d = nesterov === 0 ? v : round(d + round(momentum * v))
    }
    f32[(weights >> 2) + i] = flush(round(w - round(rate * d)))
  }
}

/** hyper: learning rate, momentum, weight decay, α, 1 − α, ε. `velocity` is not touched where momentum is 0. */
export function rmspropUpdate(
  { f32 }: Memory,
  weights: number,
  gradient: number,
  squares: number,
  velocity: number,
  hyper: number,
  length: number,
): void {
  const h = hyper >> 2
  const rate = f32[h] as number
  const momentum = f32[h + 1] as number
  const decay = f32[h + 2] as number
  const alpha = f32[h + 3] as number
  const rest = f32[h + 4] as number
  const epsilon = f32[h + 5] as number
  for (let i = 0; i < length; i++) {
    const w = f32[(weights >> 2) + i] as number
    const g = round((f32[(gradient >> 2) + i] as number) + round(decay * w))
    const s = flush(round(round(alpha * (f32[(squares >> 2) + i] as number)) + round(round(rest * g) * g)))
    f32[(squares >> 2) + i] = s
    let d = round(g / round(round(Math.sqrt(s)) + epsilon))
    if (momentum !== 0) {
      d = flush(round(round(momentum * (f32[(velocity >> 2) + i] as number)) + d))
      f32[(velocity >> 2) + i] = d
    }
    f32[(weights >> 2) + i] = flush(round(w - round(rate * d)))
  }
}

/**
 * hyper: η√(1 − β₂ᵗ)/(1 − β₁ᵗ), β₁, 1 − β₁, β₂, 1 − β₂, ε√(1 − β₂ᵗ), weight decay added to the gradient (Adam), factor
 * on the weights (AdamW; 1 for Adam).
 */
export function adamUpdate(
  { f32 }: Memory,
  weights: number,
  gradient: number,
  means: number,
  squares: number,
  hyper: number,
  length: number,
): void {
  const h = hyper >> 2
  const rate = f32[h] as number
  const beta1 = f32[h + 1] as number
  const rest1 = f32[h + 2] as number
  const beta2 = f32[h + 3] as number
  const rest2 = f32[h + 4] as number
  const epsilon = f32[h + 5] as number
  const decay = f32[h + 6] as number
  const shrink = f32[h + 7] as number
  for (let i = 0; i < length; i++) {
    const w = f32[(weights >> 2) + i] as number
    const g = round((f32[(gradient >> 2) + i] as number) + round(decay * w))
    const m = flush(round(round(beta1 * (f32[(means >> 2) + i] as number)) + round(rest1 * g)))
    const v = flush(round(round(beta2 * (f32[(squares >> 2) + i] as number)) + round(round(rest2 * g) * g)))
    f32[(means >> 2) + i] = m
    f32[(squares >> 2) + i] = v
    const d = round(m / round(round(Math.sqrt(v)) + epsilon))
    f32[(weights >> 2) + i] = flush(round(round(w * shrink) - round(rate * d)))
  }
}

/** values ← values · factor; `factor` is the address of one float32. */
export function scaleValues({ f32 }: Memory, values: number, factor: number, length: number): void {
  const k = f32[factor >> 2] as number
  for (let i = values >> 2; i < (values >> 2) + length; i++) f32[i] = flush(round((f32[i] as number) * k))
}

/** values ← values cut to [−limit, limit]; `limit` is the address of one float32. NaN stays NaN. */
export function clampValues({ f32 }: Memory, values: number, limit: number, length: number): void {
  const high = f32[limit >> 2] as number
  for (let i = values >> 2; i < (values >> 2) + length; i++) {
    const value = f32[i] as number
    if (value > high) f32[i] = high
    else if (value < -high) f32[i] = -high
  }
}
