/**
 * The backward pass of a convolution for gradients that are mostly zero, as they are behind max-pooling (at most one
 * of four) and ReLU: each gradient that is not zero is spread over the kernel's window. Every sum meets its terms in the
 * same order as in the dense loops (positions in row order, channels in order), so the bits are the same; only the terms
 * that would add zero are left out.
 */
import type { Geometry } from './correlate'

/** dW += g · x for each gradient g; x padded as for `correlate`, `sums` [outChannels, kernel, kernel, inChannels]. */
export function scatterWeightGradient(
  x: Float64Array,
  dy: Float32Array,
  sums: Float64Array,
  count: number,
  geometry: Geometry,
): void {
  const { inChannels, outChannels, kernel, stride, paddedHeight, paddedWidth, outHeight, outWidth } = geometry
  const run = kernel * inChannels
  const rowLength = paddedWidth * inChannels
  let from = 0
  for (let n = 0; n < count; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let ox = 0; ox < outWidth; ox++) {
        const corner = ((n * paddedHeight + oy * stride) * paddedWidth + ox * stride) * inChannels
        for (let o = 0; o < outChannels; o++) {
          const g = dy[from++] as number
          if (g === 0) continue
          let b = o * kernel * run
          for (let ky = 0; ky < kernel; ky++) {
            let a = corner + ky * rowLength
            const end = a + run
            for (; a < end; a++, b++) sums[b] = (sums[b] as number) + g * (x[a] as number)
          }
        }
      }
    }
  }
}

/** The same, and dx += g · W for each gradient g; `dx` is padded as `x` is. */
export function scatterBothGradients(
  x: Float64Array,
  dx: Float64Array,
  weight: Float32Array,
  dy: Float32Array,
  sums: Float64Array,
  count: number,
  geometry: Geometry,
): void {
  const { inChannels, outChannels, kernel, stride, paddedHeight, paddedWidth, outHeight, outWidth } = geometry
  const run = kernel * inChannels
  const rowLength = paddedWidth * inChannels
  let from = 0
  for (let n = 0; n < count; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let ox = 0; ox < outWidth; ox++) {
        const corner = ((n * paddedHeight + oy * stride) * paddedWidth + ox * stride) * inChannels
        for (let o = 0; o < outChannels; o++) {
          const g = dy[from++] as number
          if (g === 0) continue
          let b = o * kernel * run
          for (let ky = 0; ky < kernel; ky++) {
            let a = corner + ky * rowLength
            const end = a + run
            for (; a < end; a++, b++) {
              sums[b] = (sums[b] as number) + g * (x[a] as number)
              dx[a] = (dx[a] as number) + g * (weight[b] as number)
            }
          }
        }
      }
    }
  }
}
