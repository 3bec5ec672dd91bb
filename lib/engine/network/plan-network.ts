/**
 * Decides where everything of a training run lies in its arena, from shapes and counts alone: each thread plans for
 * itself and comes to the same addresses. Not here: the memory (backend.ts) and what is done with it (network.ts).
 */
import { sizeOf } from '../nn/parameter'
import { HYPER_LENGTH, type OptimizerPlan } from '../optim/optimizer-plan'
import { planOptimizer } from '../optim/plan-optimizer'
import { ArenaPlan, alignUp } from '../program/arena'
import { argumentsOf } from '../program/kernel-table'
import { Program, type Stretch } from '../program/program'
import { CONTEXT_WORDS, SOURCE_WORDS } from '../program/space'
import type { LayerSpec } from '../spec/layer-spec'
import { isDifference, type LossSpec } from '../spec/loss-spec'
import type { OptimizerSpec } from '../spec/training-spec'
import { buildLayers, inputLanes } from './build-layers'
import { type CompiledNetwork, chunkListBytes, compileNetwork } from './compile'
import type { Phase } from './cuts'
import { type LayerBlocks, reserveBlocks } from './layer-blocks'
import { ParameterStore } from './parameter-store'
import type { RareLayers } from './rare-layers'
import type { WrittenPrograms } from './written-programs'

/** Plain data: a thread gets it as a message. */
export interface NetworkShape {
  model: LayerSpec[]
  /** What computes the model's written activations, by layer. */
  written: ReadonlyMap<number, WrittenPrograms>
  inputShape: number[]
  /** Examples of the training and the validation set. */
  trainCount: number
  validationCount: number
  /** Whether inputs are kept as bytes that index levels. */
  areBytes: boolean
  /** Examples a step, and a chunk of it at most. */
  batch: number
  chunk: number
  optimizer: OptimizerSpec
  loss: LossSpec
  /** Number of classes; null for regression. */
  classes: number | null
  /** Plans the network a second time with nothing fused, so that every layer's numbers can be looked at. */
  inspect: boolean
  threads: number
}

/** Calls that do not depend on one another: threads share the parts, one thread alone runs the whole. */
export interface Calls {
  parts: Stretch[]
  whole: Stretch
}

export interface PlannedNetwork {
  network: CompiledNetwork
  prepare: Calls
  forward: Stretch
  backward: Stretch
}

export interface NetworkPlan {
  shape: NetworkShape
  plan: ArenaPlan
  store: ParameterStore
  training: PlannedNetwork
  inspection: PlannedNetwork | null
  /** Where `training` has layers that need a whole batch: what is learnt by instead of its `forward` and `backward`. */
  phases: Phase[] | null
  blocks: LayerBlocks
  /** The block that says where the examples lie, and the sets it may point at. */
  source: number
  sets: Record<SetName, PlannedSet>
  /** Chunks in work at a time. */
  slots: number
  /**
   * Addresses: the batch's gradient, the optimizer's state by name, its hyper block and the one of learnt slopes, the
   * factor of clipping.
   */
  gradient: number
  states: Record<string, number>
  hyper: number
  slopeHyper: number
  clip: number
  /** Parts of the weights: each is reduced, and updated, on its own. */
  reduce: Calls
  update: Calls
  scale: Stretch
  clamp: Stretch
  context(thread: number): number
  /** What the threads are to do next: see crew/task.ts. */
  task: number
  /** A chunk's list of examples: see program/space.ts. The slot behind the last serves `predict`. */
  list(slot: number): number
  gradientBase(slot: number): number
  /** Of a thread; where the step has phases, of a slot. */
  scratchBase(index: number): number
  /** Of the whole arena. */
  bytes: number
}

/** Addresses of a set's inputs, of what their bytes stand for, and of its labels as float32. */
export interface PlannedSet {
  inputs: number
  isBytes: boolean
  levels: number
  targets: number
}

/** `given`: examples handed in from outside, a chunk at a time. */
export type SetName = 'train' | 'validation' | 'given'

/** Parts into which the weights are cut for the update: as many as threads could share. */
const PARTS = 8
/** Room for a task (crew/task.ts). */
const TASK_BYTES = 256

/** `rareLayers`: null where the model has none of them. */
export function planNetwork(shape: NetworkShape, rareLayers: RareLayers | null): NetworkPlan {
  const { model, inputShape, chunk, batch, threads } = shape
  const optimizer = planOptimizer(shape.optimizer)
  const plan = new ArenaPlan()
  const slots = Math.ceil(batch / chunk)
  const loss = isDifference(shape.loss) ? { spec: shape.loss, hasClasses: shape.classes !== null } : null
  const running = rareLayers?.reserveRunning(plan, model, inputShape) ?? []
  const blocks = reserveBlocks(plan, model, running, shape.written)
  const source = plan.reserve('shared', SOURCE_WORDS * 4)
  const build = (fuse: boolean) => buildLayers({ model, inputShape, blocks, fuse, rareLayers })
  const layers = build(true)
  const store = new ParameterStore(plan, layers)
  const lanes = inputLanes(model, inputShape[inputShape.length - 1] as number)
  const regionBytes = store.length * 4
  const gradientStep = alignUp(regionBytes)
  const kit = running.length > 0 ? rareLayers : null
  const compile = (of: typeof layers, learns: boolean): PlannedNetwork => {
    const batches = learns ? kit && { examples: batch, chunks: slots, gradientStep, kit } : null
    const sizes = { inputShape, inputLanes: lanes, chunk, batch: batches }
    const network = compileNetwork({ plan, layers: of, store, source, loss, ...sizes })
    const { prepare, forward, backward } = network
    return {
      network,
      prepare: placeCalls(plan, prepare),
      forward: place(plan, forward),
      backward: place(plan, backward),
    }
  }
  const training = compile(layers, true)
  const inspection = shape.inspect ? compile(build(false), false) : null
  const { cuts } = training.network

  const partials = plan.reserve('shared', slots * gradientStep)
  // The partial gradient of an only chunk is the whole.
  const gradient = slots === 1 ? partials : plan.reserve('shared', regionBytes)
  const states = Object.fromEntries(optimizer.states.map((name) => [name, plan.reserve('shared', regionBytes)]))
  const hyper = plan.reserve('shared', HYPER_LENGTH * 4)
  const slopeHyper = plan.reserve('shared', HYPER_LENGTH * 4)
  const clip = plan.reserve('shared', 4)
  const reserveSet = (count: number, isBytes: boolean): PlannedSet => ({
    inputs: plan.reserve('shared', count * sizeOf(inputShape) * (isBytes ? 1 : 4)),
    isBytes,
    levels: plan.reserve('shared', isBytes ? (inputShape[2] ?? 1) * 256 * 4 : 0),
    targets: plan.reserve('shared', count * 4),
  })
  const sets = {
    train: reserveSet(shape.trainCount, shape.areBytes),
    validation: reserveSet(shape.validationCount, shape.areBytes),
    given: reserveSet(chunk, false),
  }
  const contexts = plan.reserve('shared', threads * CONTEXT_WORDS * 4)
  const task = plan.reserve('shared', TASK_BYTES)
  const lists = plan.reserve('shared', (slots + 1) * chunkListBytes(chunk))
  const scratchStep = alignUp(plan.size('scratch'), 4096)
  const parts = partsOf(store.length, slots === 1 ? 1 : PARTS)
  const programs = {
    reduce: placeCalls(plan, reduceProgram(partials, gradientStep, slots, gradient, slots === 1 ? [] : parts)),
    update: placeCalls(plan, updateProgram(cuts, optimizer, store, gradient, states, { hyper, slopeHyper }, parts)),
    scale: place(
      plan,
      oneCall((p) => p.emit('scaleValues', { values: gradient, factor: clip, length: store.length })),
    ),
    clamp: place(
      plan,
      oneCall((p) => p.emit('clampValues', { values: gradient, limit: clip, length: store.length })),
    ),
  }
  const phases = kit && cuts && kit.joinCuts(plan, training, cuts)
  // What a chunk leaves between the layers must outlive a phase.
  const scratches = phases === null ? threads : Math.max(threads, slots)
  const scratch = plan.size('shared')
  return {
    shape,
    plan,
    store,
    training,
    inspection,
    phases,
    blocks,
    source,
    sets,
    slots,
    gradient,
    states,
    hyper,
    slopeHyper,
    clip,
    task,
    ...programs,
    context: (thread) => contexts + thread * CONTEXT_WORDS * 4,
    list: (slot) => lists + slot * chunkListBytes(chunk),
    gradientBase: (slot) => partials + slot * gradientStep,
    scratchBase: (index) => scratch + index * scratchStep,
    bytes: scratch + scratches * scratchStep,
  }
}

function place(plan: ArenaPlan, program: Program): Stretch {
  const words = program.words
  const start = plan.constant(words)
  return { start, end: start + words.length * 4 }
}

function placeCalls(plan: ArenaPlan, program: Program): Calls {
  const whole = place(plan, program)
  const { boundaries } = program
  const parts = boundaries.slice(1).map((end, i) => {
    return { start: whole.start + 4 * (boundaries[i] as number), end: whole.start + 4 * end }
  })
  return { parts, whole }
}

/** A part of the regions of weights, gradients and states, in floats. */
interface Part {
  first: number
  length: number
}

/** At most `count` parts of whole cache lines. */
function partsOf(length: number, count: number): Part[] {
  const step = alignUp(Math.ceil(length / count), 16)
  const parts: Part[] = []
  for (let first = 0; first < length; first += step) parts.push({ first, length: Math.min(step, length - first) })
  return parts
}

function oneCall(emit: (program: Program) => void): Program {
  const program = new Program()
  emit(program)
  return program
}

/** The partial gradients added in order, part by part. */
function reduceProgram(partials: number, partBytes: number, partCount: number, sum: number, parts: Part[]): Program {
  const program = new Program()
  for (const part of parts) program.emit('reduceParts', { parts: partials, partBytes, partCount, sum, ...part })
  return program
}

/** The parts, cut so that each learnt slope is one of its own: weight decay does not reach it. */
function cutAtSlopes(parts: Part[], { parameters }: ParameterStore): (Part & { isSlope: boolean })[] {
  const slopes = parameters.filter(({ kind }) => kind === 'slope')
  return parts.flatMap(({ first, length }) => {
    const end = first + length
    const inside = slopes.filter(({ offset }) => offset >= first && offset < end)
    const cuts = [first, ...inside.flatMap(({ offset, stored }) => [offset, offset + stored]), end]
    return cuts
      .slice(1)
      .map((cut, i) => ({ first: cuts[i] as number, length: cut - (cuts[i] as number), isSlope: i % 2 === 1 }))
      .filter((part) => part.length > 0)
  })
}

/**
 * What layers have to do after a step, then a call for each part of the weights. A state that the kernel has and this
 * optimizer does not keep may be anywhere.
 */
function updateProgram(
  cuts: CompiledNetwork['cuts'],
  { kernel }: OptimizerPlan,
  store: ParameterStore,
  gradient: number,
  states: Record<string, number>,
  { hyper, slopeHyper }: Pick<NetworkPlan, 'hyper' | 'slopeHyper'>,
  parts: Part[],
): Program {
  const program = cuts?.forward.afterStep ?? new Program()
  const { weights } = store
  for (const { first, length, isSlope } of cutAtSlopes(parts, store)) {
    const regions = Object.entries({ weights, gradient, ...states }).map(([name, start]) => [name, start + 4 * first])
    const known: Record<string, number> = {
      ...Object.fromEntries(regions),
      hyper: isSlope ? slopeHyper : hyper,
      length,
    }
    const values = argumentsOf(kernel).map(([name]) => [name, known[name] ?? gradient + 4 * first])
    program.emit(kernel, Object.fromEntries(values))
  }
  return program
}
