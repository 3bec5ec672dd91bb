// Batch normalisation: each channel of a map by its mean and variance over a batch. What a chunk adds up, what joins the
// chunks, and what is made of it. Twin: lib/engine/twins/batch-norm.ts. Sums go along a row of places, then row by row.
// Lanes without a channel hold zeros, and everything here makes zeros of them. Blocks are never of joined rows.

import { field, step } from './geometry'
import { flush } from './lanes/vocabulary'
import { A_IMAGE, A_ROW, B_IMAGE, B_ROW, LANES, PLACES, ROWS } from './rows-block'

/** `mean` and `squares`, one float32 a lane: the chunk's mean, and the sum of squared distances from it. */
export function channelMoments(x: usize, mean: usize, squares: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), places = field(block, PLACES), bytes = <usize>field(block, LANES) * 4
  const n = f32x4.splat(<f32>(count * rows * places)), nothing = f32x4.splat(0)
  for (let c: usize = 0; c < bytes; c += 16) {
    v128.store(mean + c, nothing)
    v128.store(squares + c, nothing)
  }
  for (let pass = 0; pass < 2; pass++) {
    for (let i = 0; i < count; i++) {
      for (let r: usize = 0; r < <usize>rows; r++) {
        const row = x + <usize>i * step(block, A_IMAGE) + r * step(block, A_ROW)
        for (let c: usize = 0; c < bytes; c += 16) {
          let sum = nothing, from = row + c
          if (pass == 0) {
            for (let p = 0; p < places; p++, from += bytes) sum = f32x4.add(sum, v128.load(from))
            v128.store(mean + c, f32x4.add(v128.load(mean + c), sum))
          } else {
            const m = v128.load(mean + c)
            for (let p = 0; p < places; p++, from += bytes) {
              const d = f32x4.sub(v128.load(from), m)
              sum = f32x4.add(sum, f32x4.mul(d, d))
            }
            v128.store(squares + c, f32x4.add(v128.load(squares + c), sum))
          }
        }
      }
    }
    if (pass == 0) for (let c: usize = 0; c < bytes; c += 16) v128.store(mean + c, f32x4.div(v128.load(mean + c), n))
  }
}

/**
 * The moments of all `batch` examples of so many places from those of their chunks, which lie `partBytes` apart: Chan,
 * Golub & LeVeque 1979, chunk after chunk.
 */
export function mergeMoments(means: usize, squares: usize, partBytes: i32, chunk: i32, batch: i32, places: i32, mean: usize, sum: usize, lanes: i32): void {
  const bytes = <usize>lanes * 4
  for (let c: usize = 0; c < bytes; c += 16) {
    let m = v128.load(means + c), s = v128.load(squares + c), part = c
    for (let done = chunk; done < batch; done += chunk) {
      part += partBytes
      const more = min(chunk, batch - done), weight = <f32>more / <f32>(done + more)
      const d = f32x4.sub(v128.load(means + part), m)
      m = f32x4.add(m, f32x4.mul(d, f32x4.splat(weight)))
      const apart = f32x4.mul(f32x4.mul(d, d), f32x4.splat(<f32>(done * places) * weight))
      s = f32x4.add(f32x4.add(s, v128.load(squares + part)), apart)
    }
    v128.store(mean + c, m)
    v128.store(sum + c, s)
  }
}

/** 1 / √(squares / n + ε). */
export function inverseDeviation(squares: usize, n: i32, epsilon: usize, inverse: usize, lanes: i32): void {
  const bytes = <usize>lanes * 4, e = v128.load_splat<f32>(epsilon), number = f32x4.splat(<f32>n), one = f32x4.splat(1)
  for (let c: usize = 0; c < bytes; c += 16) {
    const variance = f32x4.div(v128.load(squares + c), number)
    v128.store(inverse + c, f32x4.div(one, f32x4.sqrt(f32x4.add(variance, e))))
  }
}

/** y = x̂ · scale + shift, x̂ = (x − mean) · inverse; x lies as a, y as b. */
export function standardise(x: usize, y: usize, mean: usize, inverse: usize, scale: usize, shift: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), places = field(block, PLACES), bytes = <usize>field(block, LANES) * 4
  for (let i = 0; i < count; i++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      for (let c: usize = 0; c < bytes; c += 16) {
        const m = v128.load(mean + c), s = v128.load(inverse + c), g = v128.load(scale + c), b = v128.load(shift + c)
        let from = x + r * step(block, A_ROW) + c, to = y + r * step(block, B_ROW) + c
        for (let p = 0; p < places; p++) {
          const normal = f32x4.mul(f32x4.sub(v128.load(from), m), s)
          v128.store(to, f32x4.add(f32x4.mul(normal, g), b))
          from += bytes
          to += bytes
        }
      }
    }
    x += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
  }
}

/** The chunk's dscale = Σ dy · x̂ and dshift = Σ dy; x lies as a, dy as b. */
export function channelGradients(x: usize, dy: usize, mean: usize, inverse: usize, dscale: usize, dshift: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), places = field(block, PLACES), bytes = <usize>field(block, LANES) * 4
  const nothing = f32x4.splat(0)
  for (let c: usize = 0; c < bytes; c += 16) {
    v128.store(dscale + c, nothing)
    v128.store(dshift + c, nothing)
  }
  for (let i = 0; i < count; i++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      for (let c: usize = 0; c < bytes; c += 16) {
        const m = v128.load(mean + c), s = v128.load(inverse + c)
        let from = x + r * step(block, A_ROW) + c, back = dy + r * step(block, B_ROW) + c
        let products = nothing, sum = nothing
        for (let p = 0; p < places; p++) {
          const g = v128.load(back)
          products = f32x4.add(products, f32x4.mul(g, f32x4.mul(f32x4.sub(v128.load(from), m), s)))
          sum = f32x4.add(sum, g)
          from += bytes
          back += bytes
        }
        v128.store(dscale + c, f32x4.add(v128.load(dscale + c), products))
        v128.store(dshift + c, f32x4.add(v128.load(dshift + c), sum))
      }
    }
    x += step(block, A_IMAGE)
    dy += step(block, B_IMAGE)
  }
}

/** mean = (((part 0 + part 1) + part 2) + …) / n; parts lie `partBytes` apart. */
export function meanOfParts(parts: usize, partBytes: i32, partCount: i32, n: i32, mean: usize, lanes: i32): void {
  const bytes = <usize>lanes * 4, number = f32x4.splat(<f32>n)
  for (let c: usize = 0; c < bytes; c += 16) {
    let part = parts + c, total = v128.load(part)
    for (let k = 1; k < partCount; k++) {
      part += partBytes
      total = f32x4.add(total, v128.load(part))
    }
    v128.store(mean + c, f32x4.div(total, number))
  }
}

/**
 * dx = ((dy − mean(dy)) − x̂ · mean(dy · x̂)) · (scale · inverse), subnormals as 0; `ofProduct` and `ofGradient` are the
 * means over the batch. x and dx lie as a, dy as b.
 */
export function standardiseGradient(x: usize, dy: usize, mean: usize, inverse: usize, scale: usize, ofProduct: usize, ofGradient: usize, dx: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), places = field(block, PLACES), bytes = <usize>field(block, LANES) * 4
  for (let i = 0; i < count; i++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      for (let c: usize = 0; c < bytes; c += 16) {
        const m = v128.load(mean + c), s = v128.load(inverse + c), factor = f32x4.mul(v128.load(scale + c), s)
        const product = v128.load(ofProduct + c), gradient = v128.load(ofGradient + c)
        let from = x + r * step(block, A_ROW) + c, to = dx + r * step(block, A_ROW) + c, back = dy + r * step(block, B_ROW) + c
        for (let p = 0; p < places; p++) {
          const normal = f32x4.mul(f32x4.sub(v128.load(from), m), s)
          const own = f32x4.sub(f32x4.sub(v128.load(back), gradient), f32x4.mul(normal, product))
          v128.store(to, flush(f32x4.mul(own, factor)))
          from += bytes
          to += bytes
          back += bytes
        }
      }
    }
    x += step(block, A_IMAGE)
    dx += step(block, A_IMAGE)
    dy += step(block, B_IMAGE)
  }
}

/** running = running · kept + (fresh / n) · taken, subnormals as 0; `factors` holds the two. */
export function blendStatistics(running: usize, fresh: usize, n: i32, factors: usize, lanes: i32): void {
  const bytes = <usize>lanes * 4, number = f32x4.splat(<f32>n)
  const kept = v128.load_splat<f32>(factors), taken = v128.load_splat<f32>(factors, 4)
  for (let c: usize = 0; c < bytes; c += 16) {
    const more = f32x4.mul(f32x4.div(v128.load(fresh + c), number), taken)
    v128.store(running + c, flush(f32x4.add(f32x4.mul(v128.load(running + c), kept), more)))
  }
}
