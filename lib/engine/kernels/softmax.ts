// softmax(z / temperature) of each example's row of features, and its gradient. Twin: lib/engine/twins/softmax.ts.

import { exp } from './build/lanes/exp'
import { field, step } from './geometry'
import { lanesBelow, sumOfLanes } from './lane-sums'
import { flush, larger } from './lanes/vocabulary'
import { A_IMAGE, B_IMAGE, CHANNELS, LANES } from './rows-block'

/** The largest of four lanes; of a lane and NaN it is the former lane. */
@inline
function largestLane(v: v128): v128 {
  let best = i32x4.splat(i32x4.extract_lane(v, 0))
  best = larger(best, i32x4.splat(i32x4.extract_lane(v, 1)))
  best = larger(best, i32x4.splat(i32x4.extract_lane(v, 2)))
  return larger(best, i32x4.splat(i32x4.extract_lane(v, 3)))
}

/** y = e^((x − largest x) / temperature) / their sum, subnormals as 0. x lies as a, y as b; lanes without a channel are 0. */
export function softmax(x: usize, y: usize, temperature: usize, block: usize, count: i32): void {
  const bytes = <usize>field(block, LANES) * 4, last = bytes - 16
  const carried = lanesBelow(field(block, CHANNELS) - (field(block, LANES) - 4))
  const t = v128.load_splat<f32>(temperature), lowest = f32x4.splat(-Infinity)
  for (let i = 0; i < count; i++) {
    let best = lowest
    for (let c: usize = 0; c < bytes; c += 16) {
      const v = v128.load(x + c)
      best = larger(best, c == last ? v128.bitselect(v, lowest, carried) : v)
    }
    const largest = largestLane(best)
    let sum = f32x4.splat(0)
    for (let c: usize = 0; c < bytes; c += 16) {
      let e = exp(f32x4.div(f32x4.sub(v128.load(x + c), largest), t))
      if (c == last) e = v128.and(e, carried)
      v128.store(y + c, e)
      sum = f32x4.add(sum, e)
    }
    const total = f32x4.splat(sumOfLanes(sum))
    for (let c: usize = 0; c < bytes; c += 16) v128.store(y + c, flush(f32x4.div(v128.load(y + c), total)))
    x += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
  }
}

/** dx = y · (dy − Σ dy · y) / temperature, subnormals as 0. dx lies as a, y and dy as b. */
export function softmaxGradient(y: usize, dy: usize, dx: usize, temperature: usize, block: usize, count: i32): void {
  const bytes = <usize>field(block, LANES) * 4
  const t = v128.load_splat<f32>(temperature)
  for (let i = 0; i < count; i++) {
    let products = f32x4.splat(0)
    for (let c: usize = 0; c < bytes; c += 16) {
      products = f32x4.add(products, f32x4.mul(v128.load(dy + c), v128.load(y + c)))
    }
    const mean = f32x4.splat(sumOfLanes(products))
    for (let c: usize = 0; c < bytes; c += 16) {
      const g = f32x4.mul(v128.load(y + c), f32x4.sub(v128.load(dy + c), mean))
      v128.store(dx + c, flush(f32x4.div(g, t)))
    }
    dx += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
    dy += step(block, B_IMAGE)
  }
}
