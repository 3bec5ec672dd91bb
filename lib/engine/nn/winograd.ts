/**
 * When and how a 3 × 3 convolution goes by Winograd's F(2 × 2, 3 × 3) (Lavin & Gray 2015, arXiv:1509.09308): for a tile of
 * 2 × 2 outputs Y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A, where g is the filter and d the 4 × 4 inputs, so 16 products do what 36 did.
 * NUMERICS.md has the transforms. The filters' are made after every update.
 */
import type { ArenaPlan } from '../program/arena'
import type { ConvolutionShape } from './convolution-shape'
import { type FeatureMap, type MapLayout, paddedLanes } from './feature-map'
import { correlationBlock } from './geometry'
import type { Emission, ParameterPlace } from './layer'
import { emitTransformedPanels } from './packing'

/** Tiles that the kernels transform together. */
const TILES = 8

/** 3 × 3, stride 1, output as large as the input, in whole tiles, four at a time; whole vectors of input lanes. */
export function canTile(shape: ConvolutionShape, inLanes: number): boolean {
  const { kernel, stride, height, width, halo, outputShape } = shape
  const sameSize = outputShape[0] === height && outputShape[1] === width && halo.top === 1 && halo.left === 1
  const inTiles = height % 2 === 0 && width % 2 === 0 && ((height * width) / 4) % 4 === 0
  return kernel === 3 && stride === 1 && sameSize && inTiles && inLanes % 4 === 0
}

/** What the kernels are told besides maps and bias, to go from map x to map y; backward with the filters turned round. */
export function winogradArguments(
  emission: Emission,
  shape: ConvolutionShape,
  direction: 'forward' | 'backward',
  x: FeatureMap,
  y: FeatureMap,
) {
  const { plan, places, zeros } = emission
  const u = winogradPanels(emission, shape, (places[0] as ParameterPlace).value, direction)
  const workspace = winogradWorkspace(plan, x.lanes, y.lanes)
  return { u, workspace, zeros, geometry: winogradBlock(plan, x, y, y.lanes) }
}

/** Transformed filters, made after every update; backward they are turned round, and the channels swap their parts. */
function winogradPanels(
  emission: Emission,
  { channels, runStep, inLanes }: ConvolutionShape,
  weight: number,
  direction: 'forward' | 'backward',
): number {
  const out = { step: 3 * runStep * 4, count: paddedLanes(channels) }
  const into = { step: 4, count: inLanes }
  const [lane, inner] = direction === 'forward' ? [out, into] : [into, out]
  const sign = direction === 'forward' ? 1 : -1
  return emitTransformedPanels(emission, weight, {
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
}

/** Geometry of tiles of 2 × 2 places. */
function winogradBlock(plan: ArenaPlan, x: MapLayout, y: MapLayout, channels: number): number {
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
function winogradWorkspace(plan: ArenaPlan, inner: number, channels: number): number {
  return plan.reserve('scratch', 16 * TILES * (inner + channels) * 4)
}
