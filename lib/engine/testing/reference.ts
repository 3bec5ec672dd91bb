/**
 * The layers once more, in double precision and as slowly and plainly as they can be written: what tests compare the
 * engine's layers with. Shapes as in nn/: one example, images [height, width, channels].
 */
import type { Activation, ActivationParameters } from '../activations/activation'
import { paddingOf } from '../nn/padding'
import { exp } from '../numerics/exp'
import { log } from '../numerics/log'

export type Numbers = readonly number[] | Float32Array | Float64Array

const at = (values: Numbers, index: number): number => values[index] ?? Number.NaN

export function referenceLinear(x: Numbers, weight: Numbers, bias: Numbers): number[] {
  return Array.from(bias, (b, o) => {
    let sum = b
    for (let k = 0; k < x.length; k++) sum += at(weight, o * x.length + k) * at(x, k)
    return sum
  })
}

export interface ReferenceConv {
  shape: [number, number, number]
  channels: number
  kernel: number
  stride: number
  padding: 'same' | 'valid'
}

/** By the definition: each output sums over the kernel's taps, a tap outside the image counts as 0. */
export function referenceConv2d(x: Numbers, weight: Numbers, bias: Numbers, options: ReferenceConv): number[] {
  const { channels, kernel, stride } = options
  const [height, width, inChannels] = options.shape
  const vertical = paddingOf(height, options)
  const horizontal = paddingOf(width, options)
  const y: number[] = []
  for (let oy = 0; oy < vertical.out; oy++) {
    for (let ox = 0; ox < horizontal.out; ox++) {
      for (let o = 0; o < channels; o++) {
        let sum = at(bias, o)
        for (let ky = 0; ky < kernel; ky++) {
          for (let kx = 0; kx < kernel; kx++) {
            const row = oy * stride + ky - vertical.before
            const column = ox * stride + kx - horizontal.before
            if (row < 0 || row >= height || column < 0 || column >= width) continue
            for (let i = 0; i < inChannels; i++) {
              const w = at(weight, ((o * kernel + ky) * kernel + kx) * inChannels + i)
              sum += w * at(x, (row * width + column) * inChannels + i)
            }
          }
        }
        y.push(sum)
      }
    }
  }
  return y
}

export function referenceMaxPool2d(
  x: Numbers,
  [height, width, channels]: [number, number, number],
  size: number,
): number[] {
  const y: number[] = []
  for (let row = 0; row + size <= height; row += size) {
    for (let column = 0; column + size <= width; column += size) {
      for (let c = 0; c < channels; c++) {
        let best = Number.NEGATIVE_INFINITY
        for (let dy = 0; dy < size; dy++) {
          for (let dx = 0; dx < size; dx++) {
            best = Math.max(best, at(x, ((row + dy) * width + column + dx) * channels + c))
          }
        }
        y.push(best)
      }
    }
  }
  return y
}

export function referenceActivation(x: Numbers, activation: Activation, p: ActivationParameters): number[] {
  return Array.from(x, (value) => activation.value(value, p))
}

export function referenceCrossEntropy(logits: Numbers, target: number): number {
  const largest = Math.max(...logits)
  const sum = Array.from(logits).reduce((total, z) => total + exp(z - largest), 0)
  return log(sum) + largest - at(logits, target)
}

export function dot(a: Numbers, b: Numbers): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i)
  return sum
}

/** (f(x + h·direction) − f(x − h·direction)) / 2h. */
export function slopeAlong(f: (x: number[]) => number, x: Numbers, direction: Numbers, h = 1e-5): number {
  const moved = (sign: number) => Array.from(x, (value, i) => value + sign * h * at(direction, i))
  return (f(moved(1)) - f(moved(-1))) / (2 * h)
}
