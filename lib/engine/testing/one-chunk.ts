/**
 * Runs layers over one chunk of given numbers, forwards and backwards, on any backend: what tests compare with the tape.
 * Not here: losses, optimizers and the data set, for which a network's output gradient is given instead.
 */

import { parseActivation } from '../expressions/written-activation'
import { type Backend, createMachine } from '../network/backend'
import { buildLayers, inputLanes } from '../network/build-layers'
import { type CompiledNetwork, compileNetwork } from '../network/compile'
import type { Phase } from '../network/cuts'
import { reserveBlocks, writeKeys } from '../network/layer-blocks'
import { ParameterStore } from '../network/parameter-store'
import { RARE_LAYERS } from '../network/rare-layers'
import { compileWritten } from '../network/written-programs'
import type { FeatureMap } from '../nn/feature-map'
import { readParameter, sizeOf, writeParameter } from '../nn/parameter'
import { ArenaPlan, alignUp } from '../program/arena'
import type { Program, Stretch } from '../program/program'
import { CONTEXT_WORDS, LIST_HEADER, NO_BATCH } from '../program/space'
import type { LayerSpec } from '../spec/layer-spec'
import type { Memory } from '../twins/memory'

export interface ChunkRun {
  /** [count, …outputShape]. */
  y: Float32Array
  outputShape: number[]
  /** By parameter name, in logical order. */
  gradients: Record<string, Float32Array>
  /** The input's gradient; null where the first layer that learns is the first of all. */
  dx: Float32Array | null
  parameters: { name: string; shape: number[] }[]
  /** Of each batch-norm layer the running mean, then the running variance, after one step. */
  running: Float32Array[]
  /** Each layer's input gradient, where there is one. */
  inputGradients: (Float32Array | null)[]
  /** Numbers other than 0 in lanes that carry no channel, of all maps and of the parameters' gradients. */
  strays: number
}

export interface ChunkOptions {
  backend: Backend
  model: LayerSpec[]
  inputShape: number[]
  count: number
  /** [count, …inputShape]. */
  x: Float32Array
  /** Gives a parameter's values by name and logical size. */
  weights(name: string, size: number): Float32Array
  /** The output's gradient, by its size. */
  dy(size: number): Float32Array
  fuse: boolean
  /** As in training, the chunk's first example standing there in the batch. Default: outside a batch. */
  inBatch?: { seed: number; step: number; first: number }
  /** Running statistics by name and number of channels. Default: mean 0, variance 1. */
  running?(name: `${number}.${'mean' | 'variance'}`, channels: number): Float32Array
}

export function runChunk(options: ChunkOptions): ChunkRun {
  const { backend, model, inputShape, count, x, weights, dy, fuse, inBatch, running } = options
  const plan = new ArenaPlan()
  const statistics = RARE_LAYERS.reserveRunning(plan, model, inputShape)
  const blocks = reserveBlocks(plan, model, statistics, compileWritten(model, parseActivation))
  const layers = buildLayers({ model, inputShape, blocks, fuse, rareLayers: RARE_LAYERS })
  const store = new ParameterStore(plan, layers)
  const given = plan.reserve('shared', sizeOf(inputShape) * count * 4)
  const source = plan.block([given, 0, sizeOf(inputShape) * 4, 0])
  const lanes = inputLanes(model, inputShape[inputShape.length - 1] as number)
  const sizes = { examples: count, chunks: 1, gradientStep: 4 * store.length }
  const network = compileNetwork({
    ...{ plan, layers, store, inputShape, inputLanes: lanes, chunk: count, source, loss: null },
    batch: inBatch === undefined ? null : { ...sizes, kit: RARE_LAYERS },
  })
  const place = ({ words }: Program): Stretch => {
    const start = plan.constant(words)
    return { start, end: start + 4 * words.length }
  }
  const [prepare, forward, backward] = [place(network.prepare), place(network.forward), place(network.backward)]
  const { cuts } = network
  const afterStep = cuts && place(cuts.forward.afterStep)
  const phases: Phase[] =
    cuts === null
      ? [{ forward: [forward], measures: true, backward: [backward], joint: null }]
      : RARE_LAYERS.joinCuts(plan, { forward, backward }, cuts)
  const header = [count, inBatch?.first ?? NO_BATCH, ...new Array(LIST_HEADER / 4 - 2).fill(0)]
  const list = plan.block([...header, ...Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? i / 2 : 0))])
  const partial = plan.reserve('shared', store.length * 4)
  const context = plan.reserve('shared', CONTEXT_WORDS * 4)
  const scratch = alignUp(plan.size('shared'))
  const { memory, executor } = createMachine(backend, scratch + plan.size('scratch') + 64)
  plan.writeConstants(memory.buffer)
  // What an earlier chunk left behind must not matter.
  memory.f32.fill(0.25, partial >> 2, (partial >> 2) + store.length)
  memory.i32.set([0, scratch, partial, list, count], context >> 2)
  memory.f32.set(x, given >> 2)
  if (inBatch !== undefined) writeKeys(memory.i32, blocks, inBatch.seed, inBatch.step)
  for (const parameter of store.parameters) {
    writeParameter(memory.f32, store.weights >> 2, parameter, weights(parameter.name, sizeOf(parameter.shape)))
  }
  const outputShape = layers[layers.length - 1]?.outputShape ?? inputShape
  const places = statistics.flatMap(({ layer, channels, mean, variance }) => [
    { name: `${layer}.mean` as const, channels, at: mean >> 2 },
    { name: `${layer}.variance` as const, channels, at: variance >> 2 },
  ])
  for (const { name, channels, at } of places) if (running !== undefined) memory.f32.set(running(name, channels), at)
  const run = ({ start, end }: Stretch) => executor.execute(start, end, context)
  run(prepare)
  // Twice: the second time over what the first left in the buffers.
  for (let pass = 0; pass < 2; pass++) {
    for (const { forward: there, measures, backward: back, joint } of phases) {
      there.forEach(run)
      if (measures) writeMap(memory, scratch, network.outputGradient, count, dy(count * sizeOf(outputShape)))
      back.forEach(run)
      if (joint !== null) run(joint)
    }
  }
  if (afterStep !== null) run(afterStep)
  const inputGradients = network.placed.map(({ dx }) => (dx === null ? null : readMap(memory, scratch, dx, count)))
  const gradients = store.parameters.map((parameter) => readParameter(memory.f32, partial >> 2, parameter))
  const region = memory.f32.subarray(partial >> 2, (partial >> 2) + store.length)
  const strayGradients = nonZero(region) - gradients.reduce((sum, gradient) => sum + nonZero(gradient), 0)
  return {
    y: readMap(memory, scratch, network.output, count),
    outputShape,
    gradients: Object.fromEntries(store.parameters.map(({ name }, i) => [name, gradients[i] as Float32Array])),
    dx: inputGradients[0] ?? null,
    parameters: store.parameters,
    running: places.map(({ channels, at }) => memory.f32.slice(at, at + channels)),
    inputGradients,
    strays: countStrays(memory, scratch, network, count) + strayGradients,
  }
}

function eachNumber(scratch: number, map: FeatureMap, count: number, visit: (logical: number, stored: number) => void) {
  let logical = 0
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < map.height; row++) {
      for (let column = 0; column < map.width; column++) {
        const place = scratch + (map.address & ~3) + n * map.imageStep + row * map.rowStep + column * map.columnStep
        for (let c = 0; c < map.channels; c++) visit(logical++, (place >> 2) + c)
      }
    }
  }
}

function readMap({ f32 }: Memory, scratch: number, map: FeatureMap, count: number): Float32Array {
  const values = new Float32Array(count * map.height * map.width * map.channels)
  eachNumber(scratch, map, count, (logical, stored) => {
    values[logical] = f32[stored] as number
  })
  return values
}

function writeMap({ f32 }: Memory, scratch: number, map: FeatureMap, count: number, values: Float32Array): void {
  eachNumber(scratch, map, count, (logical, stored) => {
    f32[stored] = values[logical] as number
  })
}

function nonZero(values: Float32Array): number {
  return values.reduce((count, value) => count + (value === 0 ? 0 : 1), 0)
}

/** The network's input is left out: its lanes need not be padded. */
function countStrays(memory: Memory, scratch: number, { placed }: CompiledNetwork, count: number): number {
  let strays = 0
  for (const { x, y, dx, dy } of placed) {
    for (const map of [x === placed[0]?.x ? null : x, y, dx, dy]) {
      if (map === null || map.lanes === map.channels) continue
      const padded: FeatureMap = { ...map, channels: map.lanes }
      strays += nonZero(readMap(memory, scratch, padded, count)) - nonZero(readMap(memory, scratch, map, count))
    }
  }
  return strays
}
