/**
 * Layers written out term by term from NUMERICS.md alone: slow, obvious, float32. What the kernels' bits are compared with
 * in numerics/order.test.ts. Not here: how kernels and twins do the same (kernels/, twins/).
 */
import { GELU } from '../../lanes/activation-ids'
import { activationSlope, activationValue } from '../../lanes/activation-table'
import { createRng } from '../../random/rng'
import { flush } from '../flush'

const round = Math.fround
/** Examples. */
export const COUNT = 3

const rng = createRng(1, 'data')
const draw = (length: number) => Float32Array.from({ length }, () => 2 * rng.uniform() - 1)

/** [count, rows, columns, channels]; 0 outside. */
export class Images {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly channels: number,
    readonly data = new Float32Array(COUNT * rows * columns * channels),
  ) {}

  private index(n: number, r: number, c: number, k: number): number {
    return ((n * this.rows + r) * this.columns + c) * this.channels + k
  }
  private isInside(r: number, c: number): boolean {
    return r >= 0 && c >= 0 && r < this.rows && c < this.columns
  }
  at(n: number, r: number, c: number, k: number): number {
    return this.isInside(r, c) ? (this.data[this.index(n, r, c, k)] as number) : 0
  }
  set(n: number, r: number, c: number, k: number, value: number): void {
    this.data[this.index(n, r, c, k)] = value
  }
  /** Adds a rounded product, rounding the sum. */
  take(n: number, r: number, c: number, k: number, product: number): void {
    if (this.isInside(r, c)) this.set(n, r, c, k, this.at(n, r, c, k) + product)
  }
}

/** Calls `visit` for 0 … below − 1 of each index, the last one fastest. */
function each(below: number[], visit: (...indices: number[]) => void, ...fixed: number[]): void {
  const [first, ...rest] = below
  if (first === undefined) visit(...fixed)
  else for (let i = 0; i < first; i++) each(rest, visit, ...fixed, i)
}

export interface Convolution {
  /** Units of a linear layer are channels of a 1 × 1 convolution over one place. */
  out: number
  kernel: number
  stride: number
  before: number
  w: Float32Array
  b: Float32Array
}

export const weight = ({ w, kernel }: Convolution, channels: number, o: number, i: number, j: number, k: number) =>
  w[((o * kernel + i) * kernel + j) * channels + k] as number

export function convolve(x: Images, y: Images, layer: Convolution): void {
  const { out, kernel, stride, before, b } = layer
  each([COUNT, y.rows, y.columns, out], (n = 0, r = 0, c = 0, o = 0) => {
    let sum = b[o] as number
    each([kernel, kernel, x.channels], (i = 0, j = 0, k = 0) => {
      const input = x.at(n, r * stride + i - before, c * stride + j - before, k)
      sum = round(sum + round(input * weight(layer, x.channels, o, i, j, k)))
    })
    y.set(n, r, c, o, sum)
  })
}

/** dW, db and dx of a convolution that is neither pooled nor, for dx, done by Winograd. */
export function gradients(x: Images, dy: Images, layer: Convolution) {
  const { out, kernel, stride, before, w } = layer
  const dw = new Float32Array(w.length)
  const db = new Float32Array(out)
  const dx = new Images(x.rows, x.columns, x.channels)
  each([COUNT, dy.rows, dy.columns, out], (n = 0, r = 0, c = 0, o = 0) => {
    const g = dy.at(n, r, c, o)
    db[o] = (db[o] as number) + g
    each([kernel, kernel, x.channels], (i = 0, j = 0, k = 0) => {
      const [row, column] = [r * stride + i - before, c * stride + j - before]
      const place = ((o * kernel + i) * kernel + j) * x.channels + k
      dw[place] = (dw[place] as number) + round(g * x.at(n, row, column, k))
      dx.take(n, row, column, k, round(g * (w[place] as number)))
    })
  })
  return { dw, db, dx }
}

type Transform = (...numbers: number[]) => number[]
const filterTransform: Transform = (a = 0, b = 0, c = 0) => {
  const [s, h] = [round(0.5 * round(a + c)), round(0.5 * b)]
  return [a, round(s + h), round(s - h), c]
}
const inputTransform: Transform = (a = 0, b = 0, c = 0, d = 0) => [
  round(a - c),
  round(b + c),
  round(c - b),
  round(b - d),
]
const outputTransform: Transform = (a = 0, b = 0, c = 0, d = 0) => [round(round(a + b) + c), round(round(b - c) - d)]

const grid = (side: number, at: (row: number, column: number) => number) =>
  Array.from({ length: side }, (_, row) => Array.from({ length: side }, (_, column) => at(row, column)))
const turned = (m: number[][]) => (m[0] as number[]).map((_, c) => m.map((row) => row[c] as number))
/** Down the columns first, then along the rows. */
const twice = (m: number[][], transform: Transform) =>
  turned(turned(m).map((column) => transform(...column))).map((row) => transform(...row))

export function winograd(
  x: Images,
  y: Images,
  filter: (o: number, k: number, i: number, j: number) => number,
  b: Float32Array,
): void {
  each([COUNT, x.rows / 2, x.columns / 2, y.channels], (n = 0, r = 0, c = 0, o = 0) => {
    const sums = grid(4, () => 0)
    for (let k = 0; k < x.channels; k++) {
      const v = twice(
        grid(4, (i, j) => x.at(n, 2 * r + i - 1, 2 * c + j - 1, k)),
        inputTransform,
      )
      const u = twice(
        grid(3, (i, j) => filter(o, k, i, j)),
        filterTransform,
      )
      each([4, 4], (i = 0, j = 0) => {
        const [row, product] = [sums[i] as number[], round((v[i]?.[j] as number) * (u[i]?.[j] as number))]
        row[j] = round((row[j] as number) + product)
      })
    }
    const tile = twice(sums, outputTransform)
    each([2, 2], (i = 0, j = 0) =>
      y.set(n, 2 * r + i, 2 * c + j, o, round((b[o] as number) + (tile[i]?.[j] as number))),
    )
  })
}

/** Convolution, GELU (rule `ends`) and max-pool as one, from the pre-activations z on; 3 × 3, one zero before the input. */
export function pooled(x: Images, z: Images, dy: Images, layer: Convolution) {
  const { out, w } = layer
  const y = new Images(dy.rows, dy.columns, out)
  const dw = new Float32Array(w.length)
  const db = new Float32Array(out)
  const dx = new Images(x.rows, x.columns, x.channels)
  const gelu = (value: number) => activationValue(GELU, value, 0, 0)
  /** Numbers of a kernel row, channels filled up. */
  const lanes = Math.ceil(x.channels / 4) * 4
  for (let o = 0; o < out; o++) {
    const listed: { n: number; row: number; column: number; g: number }[] = []
    each([COUNT, dy.rows, dy.columns], (n = 0, r = 0, c = 0) => {
      const window = [0, 1, 2, 3].map((i) => z.at(n, 2 * r + (i >> 1), 2 * c + (i & 1), o))
      const [high, low] = [Math.max(...window), Math.min(...window)]
      const best = gelu(low) > gelu(high) ? low : high
      const winner = window.indexOf(best)
      y.set(n, r, c, o, gelu(best))
      const g = flush(round(dy.at(n, r, c, o) * activationSlope(GELU, best, gelu(best), 0, 0)))
      db[o] = (db[o] as number) + g
      if (g !== 0) listed.push({ n, row: 2 * r + (winner >> 1) - 1, column: 2 * c + (winner & 1) - 1, g })
    })
    for (let i = 0; i < 3; i++) {
      for (let from = 0; from < 3 * lanes; ) {
        const left = 3 * lanes - from
        const to = from + (left >= 48 ? 48 : left >= 16 ? 16 : 4)
        for (const { n, row, column, g } of listed) {
          for (let place = from; place < to; place++) {
            const [j, k] = [Math.floor(place / lanes), place % lanes]
            if (k >= x.channels) continue
            const at = ((o * 3 + i) * 3 + j) * x.channels + k
            dw[at] = (dw[at] as number) + round(g * x.at(n, row + i, column + j, k))
            dx.take(n, row + i, column + j, k, round(g * (w[at] as number)))
          }
        }
        from = to
      }
    }
  }
  return { y, dw, db, dx }
}

export function drawLayer(channels: number, out: number, kernel: number, stride: number, before: number): Convolution {
  return { out, kernel, stride, before, w: draw(out * kernel * kernel * channels), b: draw(out) }
}
export function drawImages(rows: number, columns: number, channels: number): Images {
  return new Images(rows, columns, channels, draw(COUNT * rows * columns * channels))
}
