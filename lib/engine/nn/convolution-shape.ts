import { windowsAlong } from '../spec/window'
import { type Halo, imageShape, paddedLanes } from './feature-map'
import type { ParameterShape } from './parameter'

export interface ConvolutionOptions {
  channels: number
  kernel: number
  stride: number
  padding: 'same' | 'valid' | number
}

/** The numbers that every way of computing a convolution needs. */
export interface ConvolutionShape extends ConvolutionOptions {
  height: number
  width: number
  inChannels: number
  outputShape: number[]
  halo: Halo
  /** Adjacent numbers of one row of taps, and the same padded to a multiple of four as it is stored. */
  run: number
  runStep: number
  inLanes: number
}

export function convolutionShape(inputShape: number[], inLanes: number, options: ConvolutionOptions): ConvolutionShape {
  const [height, width, inChannels] = imageShape(inputShape)
  const windows = { size: options.kernel, stride: options.stride, padding: options.padding }
  const rows = windowsAlong(height, windows)
  const columns = windowsAlong(width, windows)
  const run = options.kernel * inLanes
  return {
    ...options,
    height,
    width,
    inChannels,
    outputShape: [rows.count, columns.count, options.channels],
    halo: {
      top: rows.before,
      bottom: Math.max(rows.padded - rows.before - height, 0),
      left: columns.before,
      right: Math.max(columns.padded - columns.before - width, 0),
    },
    run,
    runStep: paddedLanes(run),
    inLanes,
  }
}

export function weightShape({ channels, kernel, inChannels, inLanes, runStep }: ConvolutionShape): ParameterShape {
  return {
    kind: 'weight',
    shape: [channels, kernel, kernel, inChannels],
    steps: [kernel * runStep, runStep, inLanes, 1],
    stored: paddedLanes(channels) * kernel * runStep,
    fanIn: kernel * kernel * inChannels,
    fanOut: kernel * kernel * channels,
  }
}
