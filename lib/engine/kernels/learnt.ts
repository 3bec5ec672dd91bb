// A number that an activation learns: brought to where its kernels read it, and its gradient. Twin: lib/engine/twins/learnt.ts.

import { activationParameterSlope } from './build/lanes/activation-table'
import { field, step } from './geometry'
import { sumOfLanes } from './lane-sums'
import { flush } from './lanes/vocabulary'
import { A_IMAGE, A_ROW, B_IMAGE, B_ROW, ROW_FLOATS, ROWS } from './rows-block'

export function copyNumber(from: usize, to: usize): void {
  store<f32>(to, load<f32>(from))
}

/**
 * gradient = Σ dy · ∂f/∂parameter, each product's subnormals as 0; each row is added up in four lanes, then the rows, then
 * the lanes. z lies as a, y and dy as b, in rows of their own.
 */
export function activationParameterGradient(settings: usize, z: usize, y: usize, dy: usize, gradient: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), bytes = <usize>field(block, ROW_FLOATS) * 4
  const id = load<i32>(settings), alpha = v128.load_splat<f32>(settings, 8), beta = v128.load_splat<f32>(settings, 12)
  let total = f32x4.splat(0)
  for (let n = 0; n < count; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      const a = r * step(block, A_ROW), b = r * step(block, B_ROW)
      let sum = f32x4.splat(0)
      for (let i: usize = 0; i < bytes; i += 16) {
        const slope = activationParameterSlope(id, v128.load(z + a + i), v128.load(y + b + i), alpha, beta)
        sum = f32x4.add(sum, flush(f32x4.mul(v128.load(dy + b + i), slope)))
      }
      total = f32x4.add(total, sum)
    }
    z += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
    dy += step(block, B_IMAGE)
  }
  store<f32>(gradient, sumOfLanes(total))
}
