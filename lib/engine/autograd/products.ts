/**
 * Multiplication in its four guises: numbers, matrices, a linear layer, a convolution. Each is one list of terms,
 * y[i] = Σ a[j]·b[k]; the gradient walks the same list with the roles exchanged: da[j] = Σ dy[i]·b[k] and
 * db[k] = Σ dy[i]·a[j]. So each operation below only says which i, j, k belong together.
 */
import { ShapeError } from '../errors'
import { windowsAlong } from '../spec/window'
import { add, requireSuffix } from './elementwise'
import { at, increase, sizeOf, Tensor } from './tensor'

/** Visits every term of the sums. */
type Terms = (term: (i: number, j: number, k: number) => void) => void

function sumOfProducts(name: string, shape: number[], a: Tensor, b: Tensor, terms: Terms): Tensor {
  const y = new Float64Array(sizeOf(shape))
  terms((i, j, k) => increase(y, i, at(a.data, j) * at(b.data, k)))
  return new Tensor(name, shape, y, [a, b], (dy) => {
    const da = new Float64Array(a.data.length)
    const db = new Float64Array(b.data.length)
    terms((i, j, k) => {
      increase(da, j, at(dy, i) * at(b.data, k))
      increase(db, k, at(dy, i) * at(a.data, j))
    })
    return [da, db]
  })
}

/** a·b, number by number; b is repeated as in `add`. */
export function mul(a: Tensor, b: Tensor): Tensor {
  requireSuffix('mul', a, b)
  return sumOfProducts('mul', [...a.shape], a, b, (term) => {
    for (let i = 0; i < a.data.length; i++) term(i, i, i % b.data.length)
  })
}

/** [rows, inner] · [inner, columns] → [rows, columns]. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  const [rows = 0, inner = 0] = a.shape
  const [innerOfB = 0, columns = 0] = b.shape
  if (a.shape.length !== 2 || b.shape.length !== 2 || inner !== innerOfB) {
    throw new ShapeError(
      `matmul: a is [${a.shape}], b is [${b.shape}]; a's columns (${inner}) must equal b's rows (${innerOfB}).`,
    )
  }
  return sumOfProducts('matmul', [rows, columns], a, b, (term) => {
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++)
        for (let k = 0; k < inner; k++) term(r * columns + c, r * inner + k, k * columns + c)
  })
}

/** x [batch, inFeatures], weight [units, inFeatures], bias [units] → x·weightᵀ + bias, [batch, units]. */
export function linear(x: Tensor, weight: Tensor, bias: Tensor): Tensor {
  const [batch = 0, features = 0] = x.shape
  const [units = 0, inFeatures = 0] = weight.shape
  if (x.shape.length !== 2 || features !== inFeatures) {
    throw new ShapeError(`linear: x is [${x.shape}], weight is [${weight.shape}]; the last sides must be equal.`)
  }
  const y = sumOfProducts('linear', [batch, units], x, weight, (term) => {
    for (let n = 0; n < batch; n++)
      for (let u = 0; u < units; u++)
        for (let k = 0; k < features; k++) term(n * units + u, n * features + k, u * features + k)
  })
  return add(y, bias)
}

interface ConvOptions {
  /** Default: 1. */
  stride?: number
  /** `same` and `valid` as in nn/padding.ts, or so many zeros on each side. Default: same. */
  padding?: 'same' | 'valid' | number
}

/**
 * x [batch, height, width, inChannels], weight [outChannels, kernel, kernel, inChannels], bias [outChannels] →
 * [batch, outHeight, outWidth, outChannels]: each output is the sum over a window of the image, times the weights,
 * unflipped, as all libraries have it. A tap outside the image counts as 0.
 */
export function conv2d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor,
  { stride = 1, padding = 'same' }: ConvOptions = {},
): Tensor {
  const [batch = 0, height = 0, width = 0, inChannels = 0] = x.shape
  const [outChannels = 0, kernel = 0, kernelWidth = 0, weightChannels = 0] = weight.shape
  if (x.shape.length !== 4 || kernel !== kernelWidth || weightChannels !== inChannels) {
    throw new ShapeError(`conv2d: x is [${x.shape}], weight is [${weight.shape}]; they must share their channels.`)
  }
  const vertical = windowsAlong(height, { size: kernel, stride, padding })
  const horizontal = windowsAlong(width, { size: kernel, stride, padding })
  const shape = [batch, vertical.count, horizontal.count, outChannels]
  const y = sumOfProducts('conv2d', shape, x, weight, (term) => {
    for (let position = 0; position < batch * vertical.count * horizontal.count; position++) {
      const outX = position % horizontal.count
      const outY = Math.floor(position / horizontal.count) % vertical.count
      const n = Math.floor(position / (horizontal.count * vertical.count))
      for (let tap = 0; tap < kernel * kernel; tap++) {
        const row = outY * stride - vertical.before + Math.floor(tap / kernel)
        const column = outX * stride - horizontal.before + (tap % kernel)
        if (row < 0 || row >= height || column < 0 || column >= width) continue
        const pixel = ((n * height + row) * width + column) * inChannels
        for (let o = 0; o < outChannels; o++) {
          const weights = (o * kernel * kernel + tap) * inChannels
          for (let c = 0; c < inChannels; c++) term(position * outChannels + o, pixel + c, weights + c)
        }
      }
    }
  })
  return add(y, bias)
}
