/**
 * Matrix products on typed arrays, row-major, in tiles of 4 × 4 sums that stay in registers: about the best that
 * plain TypeScript does. All sizes but the summed one are multiples of 4.
 */

/** c[m, n] = a[m, k] · b[k, n] */
export function multiply(a: Float32Array, b: Float32Array, c: Float32Array, m: number, n: number, k: number): void {
  for (let i = 0; i < m; i += 4) {
    for (let j = 0; j < n; j += 4) tile(a, i * k, 1, k, b, j, n, c, i * n + j, k, false)
  }
}

/** c[m, n] += aᵀ · b, with a[k, m] and b[k, n] */
export function addTransposedProduct(
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  m: number,
  n: number,
  k: number,
): void {
  for (let i = 0; i < m; i += 4) {
    for (let j = 0; j < n; j += 4) tile(a, i, m, 1, b, j, n, c, i * n + j, k, true)
  }
}

/** One tile at `c[to…]`: a's element (row, s) is at aStart + s · aStep + row · aRow, b's (s, column) at bStart + s · n + column. */
function tile(
  a: Float32Array,
  aStart: number,
  aStep: number,
  aRow: number,
  b: Float32Array,
  bStart: number,
  n: number,
  c: Float32Array,
  to: number,
  k: number,
  add: boolean,
): void {
  let [c00, c01, c02, c03] = [0, 0, 0, 0]
  let [c10, c11, c12, c13] = [0, 0, 0, 0]
  let [c20, c21, c22, c23] = [0, 0, 0, 0]
  let [c30, c31, c32, c33] = [0, 0, 0, 0]
  let p = aStart
  let q = bStart
  for (let s = 0; s < k; s++) {
    const a0 = a[p] as number
    const a1 = a[p + aRow] as number
    const a2 = a[p + 2 * aRow] as number
    const a3 = a[p + 3 * aRow] as number
    const b0 = b[q] as number
    const b1 = b[q + 1] as number
    const b2 = b[q + 2] as number
    const b3 = b[q + 3] as number
    c00 += a0 * b0
    c01 += a0 * b1
    c02 += a0 * b2
    c03 += a0 * b3
    c10 += a1 * b0
    c11 += a1 * b1
    c12 += a1 * b2
    c13 += a1 * b3
    c20 += a2 * b0
    c21 += a2 * b1
    c22 += a2 * b2
    c23 += a2 * b3
    c30 += a3 * b0
    c31 += a3 * b1
    c32 += a3 * b2
    c33 += a3 * b3
    p += aStep
    q += n
  }
  storeRow(c, to, add, c00, c01, c02, c03)
  storeRow(c, to + n, add, c10, c11, c12, c13)
  storeRow(c, to + 2 * n, add, c20, c21, c22, c23)
  storeRow(c, to + 3 * n, add, c30, c31, c32, c33)
}

function storeRow(c: Float32Array, to: number, add: boolean, v0: number, v1: number, v2: number, v3: number): void {
  c[to] = add ? (c[to] as number) + v0 : v0
  c[to + 1] = add ? (c[to + 1] as number) + v1 : v1
  c[to + 2] = add ? (c[to + 2] as number) + v2 : v2
  c[to + 3] = add ? (c[to + 3] as number) + v3 : v3
}
