// Convolution 3 × 3 of stride 1 by Winograd's F(2 × 2, 3 × 3): 16 multiplications for a 2 × 2 tile of outputs instead of
// 36. Source: Lavin & Gray 2015, arXiv:1509.09308. Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A, tile by tile; the products over the
// input channels become 16 matrix products. Everything is done for up to TILES tiles at a time, to stay in the cache.

import { tile4x4, tile4x8 } from './build/tiles'
import { CHANNELS, COLUMNS, field, ROWS, RUN, step, TAP_ROW_STEP, X_COLUMN, X_IMAGE, X_ROW, Y_COLUMN, Y_IMAGE, Y_ROW } from './geometry'
import { poolWindow } from './pool-window'

/** Tiles transformed together; the number of tiles of an image must be a multiple of 4. */
const TILES: i32 = 8

/**
 * Bᵀ d B of one tile, all input channels: 16 rows, `rowStep` apart, of transformed numbers. Row by row, so that never more
 * than eight vectors wait in registers: what does not fit there lies on the stack, whose place the kernels cannot choose,
 * and a vector that straddles two pages of it halves the speed of all (bench/README.md).
 */
@inline
function transformInput(x: usize, xRow: usize, pixel: usize, v: usize, rowStep: usize): void {
  const end = x + pixel
  while (x < end) {
    const y = x + pixel, z = y + pixel, w = z + pixel
    let q = v
    q = storeRow(
      f32x4.sub(v128.load(x), v128.load(x + 2 * xRow)), f32x4.sub(v128.load(y), v128.load(y + 2 * xRow)),
      f32x4.sub(v128.load(z), v128.load(z + 2 * xRow)), f32x4.sub(v128.load(w), v128.load(w + 2 * xRow)), q, rowStep,
    )
    q = storeRow(
      f32x4.add(v128.load(x + xRow), v128.load(x + 2 * xRow)), f32x4.add(v128.load(y + xRow), v128.load(y + 2 * xRow)),
      f32x4.add(v128.load(z + xRow), v128.load(z + 2 * xRow)), f32x4.add(v128.load(w + xRow), v128.load(w + 2 * xRow)), q, rowStep,
    )
    q = storeRow(
      f32x4.sub(v128.load(x + 2 * xRow), v128.load(x + xRow)), f32x4.sub(v128.load(y + 2 * xRow), v128.load(y + xRow)),
      f32x4.sub(v128.load(z + 2 * xRow), v128.load(z + xRow)), f32x4.sub(v128.load(w + 2 * xRow), v128.load(w + xRow)), q, rowStep,
    )
    storeRow(
      f32x4.sub(v128.load(x + xRow), v128.load(x + 3 * xRow)), f32x4.sub(v128.load(y + xRow), v128.load(y + 3 * xRow)),
      f32x4.sub(v128.load(z + xRow), v128.load(z + 3 * xRow)), f32x4.sub(v128.load(w + xRow), v128.load(w + 3 * xRow)), q, rowStep,
    )
    x += 16
    v += 16
  }
}

@inline
function storeRow(a: v128, b: v128, c: v128, d: v128, q: usize, rowStep: usize): usize {
  v128.store(q, f32x4.sub(a, c))
  v128.store(q + rowStep, f32x4.add(b, c))
  v128.store(q + 2 * rowStep, f32x4.sub(c, b))
  v128.store(q + 3 * rowStep, f32x4.sub(b, d))
  return q + 4 * rowStep
}

/** The 16 products of `tiles` transformed inputs v with the transformed weights u: m. */
@inline
function multiply(v: usize, u: usize, m: usize, zeros: usize, tiles: i32, inner: i32, channels: i32, vRow: usize, mRow: usize): void {
  const pixel = <usize>inner * 4, cell = <usize>channels * 4
  for (let i: usize = 0; i < 16; i++) {
    let left = channels
    let to = m + i * mRow
    for (; left >= 8; left -= 8) {
      for (let t: usize = 0; t < <usize>tiles; t += 4) {
        const from = v + i * vRow + t * pixel
        tile4x8(from, from + pixel, from + 2 * pixel, from + 3 * pixel, 1, 0, inner, u, 32, zeros, to + t * cell, cell)
      }
      u += pixel * 8
      to += 32
    }
    if (left > 0) {
      for (let t: usize = 0; t < <usize>tiles; t += 4) {
        const from = v + i * vRow + t * pixel
        tile4x4(from, from + pixel, from + 2 * pixel, from + 3 * pixel, 1, 0, inner, u, 16, zeros, to + t * cell, cell)
      }
      u += pixel * 4
    }
  }
}

/** The common way of both, in the module once: they differ by one choice for four channels of a tile. */
function convolveTiles(pooled: bool, x: usize, u: usize, bias: usize, activation: usize, y: usize, z: usize, places: usize, workspace: usize, zeros: usize, geometry: usize, count: i32): void {
  const tileRows = field(geometry, ROWS), tileColumns = field(geometry, COLUMNS)
  const inner = field(geometry, RUN), channels = field(geometry, CHANNELS)
  const xImage = step(geometry, X_IMAGE), xTileRow = step(geometry, X_ROW), xTile = step(geometry, X_COLUMN)
  const xRow = step(geometry, TAP_ROW_STEP)
  const yImage = step(geometry, Y_IMAGE), yRow = step(geometry, Y_ROW), yColumn = step(geometry, Y_COLUMN)
  const pixel = <usize>inner * 4, cell = <usize>channels * 4
  const vRow = <usize>TILES * pixel, mRow = <usize>TILES * cell
  const v = workspace, m = workspace + 16 * vRow
  const all = tileRows * tileColumns
  // Places of y that a tile becomes, along each side.
  const side = pooled ? 1 : 2
  for (let n = 0; n < count; n++) {
    for (let first = 0; first < all; first += TILES) {
      const tiles = min(TILES, all - first)
      for (let t = 0; t < tiles; t++) {
        const row = (first + t) / tileColumns, column = first + t - row * tileColumns
        transformInput(x + <usize>row * xTileRow + <usize>column * xTile, xRow, pixel, v + <usize>t * pixel, vRow)
      }
      multiply(v, u, m, zeros, tiles, inner, channels, vRow, mRow)
      for (let t = 0; t < tiles; t++) {
        const row = (first + t) / tileColumns, column = first + t - row * tileColumns
        const from = x + <usize>row * xTileRow + <usize>column * xTile
        const to = y + <usize>(row * side) * yRow + <usize>(column * side) * yColumn
        const compact = <usize>(first + t) * cell
        for (let c: usize = 0; c < cell; c += 16) {
          const b = v128.load(bias + c)
          let q = m + <usize>t * cell + c
          let m0 = v128.load(q), m1 = v128.load(q + 4 * mRow), m2 = v128.load(q + 8 * mRow), m3 = v128.load(q + 12 * mRow)
          const s0 = f32x4.add(f32x4.add(m0, m1), m2), d0 = f32x4.sub(f32x4.sub(m1, m2), m3)
          q += mRow
          m0 = v128.load(q), m1 = v128.load(q + 4 * mRow), m2 = v128.load(q + 8 * mRow), m3 = v128.load(q + 12 * mRow)
          const s1 = f32x4.add(f32x4.add(m0, m1), m2), d1 = f32x4.sub(f32x4.sub(m1, m2), m3)
          q += mRow
          m0 = v128.load(q), m1 = v128.load(q + 4 * mRow), m2 = v128.load(q + 8 * mRow), m3 = v128.load(q + 12 * mRow)
          const s2 = f32x4.add(f32x4.add(m0, m1), m2), d2 = f32x4.sub(f32x4.sub(m1, m2), m3)
          q += mRow
          m0 = v128.load(q), m1 = v128.load(q + 4 * mRow), m2 = v128.load(q + 8 * mRow), m3 = v128.load(q + 12 * mRow)
          const s3 = f32x4.add(f32x4.add(m0, m1), m2), d3 = f32x4.sub(f32x4.sub(m1, m2), m3)
          const z0 = f32x4.add(b, f32x4.add(f32x4.add(s0, s1), s2)), z1 = f32x4.add(b, f32x4.sub(f32x4.sub(s1, s2), s3))
          const z2 = f32x4.add(b, f32x4.add(f32x4.add(d0, d1), d2)), z3 = f32x4.add(b, f32x4.sub(f32x4.sub(d1, d2), d3))
          if (pooled) {
            poolWindow(
              z0, z1, z2, z3, from, from + pixel, from + xRow, from + xRow + pixel,
              activation, to + c, z + compact + c, places + compact + c,
            )
          } else {
            v128.store(to + c, z0)
            v128.store(to + yColumn + c, z1)
            v128.store(to + yRow + c, z2)
            v128.store(to + yRow + yColumn + c, z3)
          }
        }
      }
    }
    x += xImage
    y += yImage
    z += <usize>all * cell
    places += <usize>all * cell
  }
}

/** u: transformed weights as packWinograd makes them. The four places of each tile are written to y. */
export function winograd(x: usize, u: usize, bias: usize, y: usize, workspace: usize, zeros: usize, geometry: usize, count: i32): void {
  convolveTiles(false, x, u, bias, 0, y, 0, 0, workspace, zeros, geometry, count)
}

/** As convolvePooled, by Winograd: the tile of outputs is the pooling window. */
export function winogradPooled(x: usize, u: usize, bias: usize, activation: usize, y: usize, z: usize, places: usize, workspace: usize, zeros: usize, geometry: usize, count: i32): void {
  convolveTiles(true, x, u, bias, activation, y, z, places, workspace, zeros, geometry, count)
}
