/** When and how a 3 × 3 convolution goes by Winograd's F(2 × 2, 3 × 3) (arXiv:1509.09308). */
import type { ArenaPlan } from '../program/arena'
import type { ConvolutionShape } from './convolution-shape'
import type { MapLayout } from './feature-map'
import { paddedLanes } from './feature-map'
import { correlationBlock, packingBlock } from './geometry'
import type { Emission } from './layer'

/** Tiles that the kernels transform together. */
const TILES = 8

/** 3 × 3, stride 1, output as large as the input, in whole tiles, four at a time; whole vectors of input lanes. */
export function canTile(shape: ConvolutionShape, inLanes: number): boolean {
  const { kernel, stride, height, width, halo, outputShape } = shape
  const sameSize = outputShape[0] === height && outputShape[1] === width && halo.top === 1 && halo.left === 1
  const inTiles = height % 2 === 0 && width % 2 === 0 && ((height * width) / 4) % 4 === 0
  return kernel === 3 && stride === 1 && sameSize && inTiles && inLanes % 4 === 0
}

/** Transformed filters, made after every update; backward they are turned round, and the channels swap their parts. */
export function winogradPanels(
  { plan, prepare }: Emission,
  { channels, runStep, inLanes }: ConvolutionShape,
  weight: number,
  direction: 'forward' | 'backward',
): number {
  const lanes = paddedLanes(channels)
  const u = plan.reserve('shared', 16 * lanes * inLanes * 4)
  const out = { step: 3 * runStep * 4, count: lanes }
  const into = { step: 4, count: inLanes }
  const [lane, inner] = direction === 'forward' ? [out, into] : [into, out]
  const sign = direction === 'forward' ? 1 : -1
  const block = packingBlock(plan, {
    lanes: lane.count,
    laneStep: lane.step,
    rows: 3,
    rowStep: sign * runStep * 4,
    columns: 3,
    columnStep: sign * inLanes * 4,
    inner: inner.count,
    innerStep: inner.step,
    first: direction === 'forward' ? 0 : 4 * 2 * (runStep + inLanes),
  })
  prepare.emit('packWinograd', { w: weight, u, block })
  return u
}

/** Geometry of tiles of 2 × 2 places. */
export function winogradBlock(plan: ArenaPlan, x: MapLayout, y: MapLayout, channels: number): number {
  return correlationBlock(plan, {
    rows: x.height / 2,
    columns: x.width / 2,
    xImage: x.imageStep,
    xRow: 2 * x.rowStep,
    xColumn: 2 * x.columnStep,
    tapRows: 3,
    tapRowStep: x.rowStep,
    run: x.lanes,
    yImage: y.imageStep,
    // The kernel for whole tiles steps to every second place by itself.
    yRow: y.rowStep,
    yColumn: y.columnStep,
    channels,
  })
}

/** Room for the transformed inputs and the products of some tiles. */
export function winogradWorkspace(plan: ArenaPlan, inner: number, channels: number): number {
  return plan.reserve('scratch', 16 * TILES * (inner + channels) * 4)
}
