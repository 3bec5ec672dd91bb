/**
 * The two inner loops of a convolution, in double precision over padded images [height, width, channels]: the image's
 * own border (zeros) makes every kernel row one contiguous run of kernel · channels numbers, so nothing is unrolled
 * into columns. Each sum starts at its first term and runs in rising index order; tiling does not change it.
 */

/** How the output of a correlation lies over its padded input. */
export interface Geometry {
  inChannels: number
  outChannels: number
  kernel: number
  stride: number
  paddedHeight: number
  paddedWidth: number
  outHeight: number
  outWidth: number
}

/** Numbers that must follow the padded images in memory: the last tile reads past them, and ignores what it reads. */
export function slackOf(geometry: Geometry): number {
  return (4 * geometry.stride + 4) * geometry.inChannels + 8
}

/** Output channels rounded up to whole tiles: the row length of the packed weights. */
export function packedChannels(outChannels: number): number {
  return Math.ceil(outChannels / 4) * 4
}

/**
 * y[n][oy][ox][o] = bias[o] + Σ x[n][oy·s + ky][ox·s + kx][i] · w[ky][kx][i][o] over ky, kx, i in order.
 * `weight` is [kernel, kernel, inChannels, packedChannels]; a tile is 4 positions of a row × 4 channels.
 */
export function correlate(
  x: Float64Array,
  weight: Float64Array,
  bias: Float64Array,
  y: Float32Array,
  count: number,
  geometry: Geometry,
): void {
  const { inChannels, outChannels, kernel, stride, paddedHeight, paddedWidth, outHeight, outWidth } = geometry
  const packed = packedChannels(outChannels)
  const run = kernel * inChannels
  const hop = stride * inChannels
  const rowLength = paddedWidth * inChannels
  for (let n = 0; n < count; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      const top = (n * paddedHeight + oy * stride) * rowLength
      for (let ox = 0; ox < outWidth; ox += 4) {
        const left = top + ox * hop
        const positions = Math.min(4, outWidth - ox)
        for (let o = 0; o < outChannels; o += 4) {
          let s00 = bias[o] as number
          let s01 = bias[o + 1] as number
          let s02 = bias[o + 2] as number
          let s03 = bias[o + 3] as number
          let s10 = s00
          let s11 = s01
          let s12 = s02
          let s13 = s03
          let s20 = s00
          let s21 = s01
          let s22 = s02
          let s23 = s03
          let s30 = s00
          let s31 = s01
          let s32 = s02
          let s33 = s03
          let q = o
          for (let ky = 0; ky < kernel; ky++) {
            let a = left + ky * rowLength
            const end = a + run
            for (; a < end; a++) {
              const w0 = weight[q] as number
              const w1 = weight[q + 1] as number
              const w2 = weight[q + 2] as number
              const w3 = weight[q + 3] as number
              const x0 = x[a] as number
              s00 += x0 * w0
              s01 += x0 * w1
              s02 += x0 * w2
              s03 += x0 * w3
              const x1 = x[a + hop] as number
              s10 += x1 * w0
              s11 += x1 * w1
              s12 += x1 * w2
              s13 += x1 * w3
              const x2 = x[a + 2 * hop] as number
              s20 += x2 * w0
              s21 += x2 * w1
              s22 += x2 * w2
              s23 += x2 * w3
              const x3 = x[a + 3 * hop] as number
              s30 += x3 * w0
              s31 += x3 * w1
              s32 += x3 * w2
              s33 += x3 * w3
              q += packed
            }
          }
          const at = ((n * outHeight + oy) * outWidth + ox) * outChannels + o
          const channels = outChannels - o
          store(y, at, channels, s00, s01, s02, s03)
          if (positions > 1) store(y, at + outChannels, channels, s10, s11, s12, s13)
          if (positions > 2) store(y, at + 2 * outChannels, channels, s20, s21, s22, s23)
          if (positions > 3) store(y, at + 3 * outChannels, channels, s30, s31, s32, s33)
        }
      }
    }
  }
}

function store(y: Float32Array, at: number, channels: number, a: number, b: number, c: number, d: number): void {
  y[at] = a
  if (channels > 1) y[at + 1] = b
  if (channels > 2) y[at + 2] = c
  if (channels > 3) y[at + 3] = d
}
