/**
 * Compiles layers into flat programs over the arena: places every map between two layers, then lets each layer emit its
 * kernels, forwards in order and backwards in reverse. Nothing is allocated or computed here.
 */
import { type FeatureMap, imageShape, largerHalo, layoutOf, NO_HALO, paddedLanes, reserveMap } from '../nn/feature-map'
import { Flatten, isFlat } from '../nn/flatten'
import { rowsBlock } from '../nn/geometry'
import type { BatchSizes, Emission, Layer } from '../nn/layer'
import { type ArenaPlan, alignUp } from '../program/arena'
import { Program } from '../program/program'
import { addressIn, LIST_HEADER } from '../program/space'
import { emitLoss, type MeasuredLoss } from './compile-loss'
import type { Cuts } from './cuts'
import type { ParameterStore } from './parameter-store'
import type { RareLayers } from './rare-layers'

/** A layer with the maps on both of its sides; gradients are null where none is wanted. */
export interface PlacedLayer {
  layer: Layer
  x: FeatureMap
  y: FeatureMap
  dx: FeatureMap | null
  dy: FeatureMap | null
}

export interface CompiledNetwork {
  placed: PlacedLayer[]
  /** Weights into the kernels' orders: run after they changed, before `forward`. */
  prepare: Program
  /** From the chunk's list of examples to `output`, and to the loss where a kernel measures it. */
  forward: Program
  /** From `outputGradient` to the chunk's partial gradient. */
  backward: Program
  output: FeatureMap
  outputGradient: FeatureMap
  /** Where training leaves the two programs to wait for the whole batch. */
  cuts: { forward: Cuts; backward: Cuts } | null
}

/** The batches that a network learns from, where a layer needs the whole of one. */
export interface BatchOptions extends BatchSizes {
  kit: RareLayers
}

export interface CompileOptions {
  plan: ArenaPlan
  layers: Layer[]
  store: ParameterStore
  inputShape: number[]
  inputLanes: number
  /** Examples a chunk at most. */
  chunk: number
  /** Address of the block that says where the examples lie. */
  source: number
  /** Null: the output's gradient is written from outside. */
  loss: MeasuredLoss | null
  /** Null: no layer needs a whole batch, or it is not learnt with. */
  batch: BatchOptions | null
}

export function compileNetwork(options: CompileOptions): CompiledNetwork {
  const { plan, layers, store, chunk, batch, loss } = options
  const values = placeMaps(options, 0)
  const learntFrom = layers.findIndex((layer) => layer.parameters.length > 0)
  const gradients = placeMaps(options, learntFrom + 1)
  const placed = layers.map((layer, i) => ({
    layer,
    x: values[i] as FeatureMap,
    y: values[i + 1] as FeatureMap,
    dx: gradients[i] ?? null,
    dy: gradients[i + 1] ?? null,
  }))
  const widest = Math.max(...values.map((map) => paddedLanes(map?.lanes ?? 0)), ...layers.map(widthOf))
  const zeros = plan.reserve('shared', widest * 4)
  // A layer that another adds to its own input is never fused with the one behind it.
  const behind = (index: number) => layers.findIndex((layer) => layer.index === index + 1)
  const outputOf = (index: number) => values[behind(index)] as FeatureMap
  const prepare = new Program()
  const forward = new Program()
  const backward = new Program()
  const cutsOf = (program: Program) => batch?.kit.createCuts(program, batch) ?? null
  const [forwardCuts, backwardCuts] = [cutsOf(forward), cutsOf(backward)]
  const emissionOf = (program: Program, cuts: Cuts | null, layer: Layer): Emission => {
    return { plan, program, prepare, chunk, places: store.placesOf(layer), zeros, outputOf, batch: cuts }
  }
  emitGather(forward, options, values[0] as FeatureMap)
  for (const { layer, x, y } of placed) layer.forward(emissionOf(forward, forwardCuts, layer), x, y)
  const output = values[placed.length] as FeatureMap
  const outputGradient = gradients[placed.length] as FeatureMap
  if (loss !== null) emitLoss({ plan, program: forward, source: options.source }, loss, output, outputGradient)
  backward.emit('zero', { address: addressIn('gradient', 0), bytes: store.length * 4 })
  for (const place of [...placed].reverse()) {
    const { layer, x, y, dx, dy } = place
    if (dy === null) continue
    layer.backward(emissionOf(backward, backwardCuts, layer), x, y, dx, dy)
    if (dx === null) continue
    for (const adding of placed) {
      const { adds } = adding.layer
      if (adds === undefined || adding.dy === null || placed[behind(adds)] !== place) continue
      backward.emit('addRows', { a: adding.dy.address, b: dx.address, block: rowsBlock(plan, adding.dy, dx) })
    }
  }
  return {
    placed,
    prepare,
    forward,
    backward,
    output,
    outputGradient,
    cuts: forwardCuts && backwardCuts && { forward: forwardCuts, backward: backwardCuts },
  }
}

/** A linear layer's input, read as one row, may be wider than any map's place. */
function widthOf({ inputShape }: Layer): number {
  return inputShape.length === 1 ? paddedLanes(inputShape[0] as number) : 0
}

/** One map before each layer and one behind the last; none before layer `first`. */
function placeMaps(
  { plan, layers, inputShape, inputLanes, chunk }: CompileOptions,
  first: number,
): (FeatureMap | null)[] {
  const maps: (FeatureMap | null)[] = []
  for (let i = 0; i <= layers.length; i++) {
    const above = layers[i]
    const below = layers[i - 1]
    const shape = below?.outputShape ?? inputShape
    const halo = largerHalo(above?.inputHalo ?? NO_HALO, below?.gradientHalo ?? NO_HALO)
    const layout = layoutOf(shape, halo, i === 0 ? inputLanes : undefined)
    const image = maps[i - 1] ?? null
    if (i < first) maps.push(null)
    else if (below instanceof Flatten && image !== null && isFlat(image) && image.imageStep === layout.imageStep) {
      maps.push({ ...layout, start: image.start, address: image.start })
    } else maps.push(reserveMap(plan, layout, chunk))
  }
  return maps
}

function emitGather(program: Program, { plan, inputShape, inputLanes, source }: CompileOptions, x: FeatureMap): void {
  const [height, width, channels] = imageShape(inputShape)
  // Padded places are rows of their own.
  const packed = inputLanes === channels
  const rows = packed
    ? [height, width * channels, x.imageStep, x.rowStep]
    : [height * width, channels, x.imageStep, x.columnStep]
  const block = plan.block([...rows, channels])
  program.emit('gather', { source, indices: addressIn('chunk', LIST_HEADER), x: x.address, block })
}

/** Bytes of a chunk's list of examples. */
export function chunkListBytes(chunk: number): number {
  return alignUp(LIST_HEADER + chunk * 8)
}
