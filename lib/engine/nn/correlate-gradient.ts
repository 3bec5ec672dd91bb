/**
 * The kernel's gradient of a correlation: dW[ky][kx][i][o] = Σ x[oy·s + ky][ox·s + kx][i] · dy[oy][ox][o], over the
 * positions of an image in row order, images in order. A tile is 4 run elements × 4 channels.
 */
import { type Geometry, packedChannels } from './correlate'

/** Where the output gradients lie in their own padded buffer, in numbers. */
export interface GradientLayout {
  /** Start of image 0's first gradient. */
  origin: number
  imageLength: number
  rowHop: number
  columnHop: number
}

/** Elements of one kernel row, rounded up to whole tiles. */
export function packedRun(geometry: Geometry): number {
  return Math.ceil((geometry.kernel * geometry.inChannels) / 4) * 4
}

/** Goes on from what `sums` holds, [kernel, packedRun, packedChannels]. */
export function correlateGradient(
  x: Float64Array,
  dy: Float64Array,
  layout: GradientLayout,
  sums: Float64Array,
  count: number,
  geometry: Geometry,
): void {
  const { inChannels, outChannels, kernel, stride, paddedHeight, paddedWidth, outHeight, outWidth } = geometry
  const { columnHop } = layout
  const packed = packedChannels(outChannels)
  const run = kernel * inChannels
  const rows = packedRun(geometry)
  const hop = stride * inChannels
  const rowLength = paddedWidth * inChannels
  for (let n = 0; n < count; n++) {
    for (let ky = 0; ky < kernel; ky++) {
      for (let k = 0; k < run; k += 4) {
        for (let o = 0; o < outChannels; o += 4) {
          const at = (ky * rows + k) * packed + o
          let s00 = sums[at] as number
          let s01 = sums[at + 1] as number
          let s02 = sums[at + 2] as number
          let s03 = sums[at + 3] as number
          let s10 = sums[at + packed] as number
          let s11 = sums[at + packed + 1] as number
          let s12 = sums[at + packed + 2] as number
          let s13 = sums[at + packed + 3] as number
          let s20 = sums[at + 2 * packed] as number
          let s21 = sums[at + 2 * packed + 1] as number
          let s22 = sums[at + 2 * packed + 2] as number
          let s23 = sums[at + 2 * packed + 3] as number
          let s30 = sums[at + 3 * packed] as number
          let s31 = sums[at + 3 * packed + 1] as number
          let s32 = sums[at + 3 * packed + 2] as number
          let s33 = sums[at + 3 * packed + 3] as number
          for (let oy = 0; oy < outHeight; oy++) {
            let a = (n * paddedHeight + oy * stride + ky) * rowLength + k
            let g = layout.origin + n * layout.imageLength + oy * layout.rowHop + o
            for (let ox = 0; ox < outWidth; ox++) {
              const g0 = dy[g] as number
              const g1 = dy[g + 1] as number
              const g2 = dy[g + 2] as number
              const g3 = dy[g + 3] as number
              const x0 = x[a] as number
              s00 += x0 * g0
              s01 += x0 * g1
              s02 += x0 * g2
              s03 += x0 * g3
              const x1 = x[a + 1] as number
              s10 += x1 * g0
              s11 += x1 * g1
              s12 += x1 * g2
              s13 += x1 * g3
              const x2 = x[a + 2] as number
              s20 += x2 * g0
              s21 += x2 * g1
              s22 += x2 * g2
              s23 += x2 * g3
              const x3 = x[a + 3] as number
              s30 += x3 * g0
              s31 += x3 * g1
              s32 += x3 * g2
              s33 += x3 * g3
              a += hop
              g += columnHop
            }
          }
          store(sums, at, s00, s01, s02, s03)
          store(sums, at + packed, s10, s11, s12, s13)
          store(sums, at + 2 * packed, s20, s21, s22, s23)
          store(sums, at + 3 * packed, s30, s31, s32, s33)
        }
      }
    }
  }
}

function store(sums: Float64Array, at: number, a: number, b: number, c: number, d: number): void {
  sums[at] = a
  sums[at + 1] = b
  sums[at + 2] = c
  sums[at + 3] = d
}
