// Layer normalisation: each place of a map by the mean and variance of its channels. Twin: lib/engine/twins/layer-norm.ts.
// `statistics` holds two float32 a place, in order: the mean, and 1 / √(variance + ε). Blocks are never of joined rows.

import { field, step } from './geometry'
import { lanesBelow, sumOfLanes } from './lane-sums'
import { flush } from './lanes/vocabulary'
import { A_IMAGE, A_ROW, B_IMAGE, B_ROW, CHANNELS, LANES, PLACES, ROWS } from './rows-block'

/** x lies as a, y as b. Lanes without a channel become 0. */
export function layerNorm(x: usize, y: usize, scale: usize, shift: usize, epsilon: usize, statistics: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), places = field(block, PLACES), channels = field(block, CHANNELS)
  const bytes = <usize>field(block, LANES) * 4, last = bytes - 16, carried = lanesBelow(channels - (field(block, LANES) - 4))
  const n = <f32>channels, e = load<f32>(epsilon)
  for (let i = 0; i < count; i++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      let from = x + r * step(block, A_ROW), to = y + r * step(block, B_ROW)
      for (let p = 0; p < places; p++) {
        let sum = f32x4.splat(0)
        for (let c: usize = 0; c < bytes; c += 16) sum = f32x4.add(sum, v128.load(from + c))
        const mean = sumOfLanes(sum) / n, m = f32x4.splat(mean)
        let squares = f32x4.splat(0)
        for (let c: usize = 0; c < bytes; c += 16) {
          let d = f32x4.sub(v128.load(from + c), m)
          if (c == last) d = v128.and(d, carried)
          squares = f32x4.add(squares, f32x4.mul(d, d))
        }
        const inverse = <f32>1 / sqrt<f32>(sumOfLanes(squares) / n + e), s = f32x4.splat(inverse)
        for (let c: usize = 0; c < bytes; c += 16) {
          const normal = f32x4.mul(f32x4.sub(v128.load(from + c), m), s)
          const v = f32x4.add(f32x4.mul(normal, v128.load(scale + c)), v128.load(shift + c))
          v128.store(to + c, c == last ? v128.and(v, carried) : v)
        }
        store<f32>(statistics, mean)
        store<f32>(statistics, inverse, 4)
        statistics += 8
        from += bytes
        to += bytes
      }
    }
    x += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
  }
}

/** dscale += dy · x̂ and dshift += dy, place by place; x lies as a, dy as b. */
export function layerNormParameterGradient(x: usize, dy: usize, statistics: usize, dscale: usize, dshift: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), places = field(block, PLACES), bytes = <usize>field(block, LANES) * 4
  for (let i = 0; i < count; i++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      let from = x + r * step(block, A_ROW), back = dy + r * step(block, B_ROW)
      for (let p = 0; p < places; p++) {
        const m = v128.load_splat<f32>(statistics), s = v128.load_splat<f32>(statistics, 4)
        for (let c: usize = 0; c < bytes; c += 16) {
          const g = v128.load(back + c), normal = f32x4.mul(f32x4.sub(v128.load(from + c), m), s)
          v128.store(dscale + c, f32x4.add(v128.load(dscale + c), f32x4.mul(g, normal)))
          v128.store(dshift + c, f32x4.add(v128.load(dshift + c), g))
        }
        statistics += 8
        from += bytes
        back += bytes
      }
    }
    x += step(block, A_IMAGE)
    dy += step(block, B_IMAGE)
  }
}

/**
 * With g = dy · scale: dx = (g − mean(g) − x̂ · mean(g · x̂)) / √(variance + ε), subnormals as 0. x and dx lie as a, dy as b.
 */
export function layerNormInputGradient(x: usize, dy: usize, statistics: usize, scale: usize, dx: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), places = field(block, PLACES), channels = field(block, CHANNELS)
  const bytes = <usize>field(block, LANES) * 4, last = bytes - 16, carried = lanesBelow(channels - (field(block, LANES) - 4))
  const n = <f32>channels
  for (let i = 0; i < count; i++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      let from = x + r * step(block, A_ROW), to = dx + r * step(block, A_ROW), back = dy + r * step(block, B_ROW)
      for (let p = 0; p < places; p++) {
        const m = v128.load_splat<f32>(statistics), s = v128.load_splat<f32>(statistics, 4)
        let sum = f32x4.splat(0), products = f32x4.splat(0)
        for (let c: usize = 0; c < bytes; c += 16) {
          const g = f32x4.mul(v128.load(back + c), v128.load(scale + c))
          sum = f32x4.add(sum, g)
          products = f32x4.add(products, f32x4.mul(g, f32x4.mul(f32x4.sub(v128.load(from + c), m), s)))
        }
        const ofG = f32x4.splat(sumOfLanes(sum) / n), ofProduct = f32x4.splat(sumOfLanes(products) / n)
        for (let c: usize = 0; c < bytes; c += 16) {
          const g = f32x4.mul(v128.load(back + c), v128.load(scale + c))
          const shared = f32x4.mul(f32x4.mul(f32x4.sub(v128.load(from + c), m), s), ofProduct)
          const v = flush(f32x4.mul(f32x4.sub(f32x4.sub(g, ofG), shared), s))
          v128.store(to + c, c == last ? v128.and(v, carried) : v)
        }
        statistics += 8
        from += bytes
        to += bytes
        back += bytes
      }
    }
    x += step(block, A_IMAGE)
    dx += step(block, A_IMAGE)
    dy += step(block, B_IMAGE)
  }
}
