/**
 * A network being trained: its arena, and the operations on it that a training loop is made of. Single steps only: which
 * examples, when to evaluate and when to stop is the trainer's (training/trainer.ts).
 */
import type { Examples } from '../data/dataset'
import { SpecError } from '../errors'
import { type Parameter, readParameter, sizeOf, writeParameter } from '../nn/parameter'
import { clipFactor, sumOfSquares } from '../optim/clip'
import { HYPER_LENGTH, type OptimizerPlan } from '../optim/optimizer-plan'
import { planOptimizer } from '../optim/plan-optimizer'
import type { Stretch } from '../program/program'
import {
  LIST_CORRECT,
  LIST_FIRST,
  LIST_HEADER,
  LIST_LOSS,
  LIST_SCALE,
  NO_BATCH,
  SOURCE_TARGETS,
} from '../program/space'
import { type ActivationChoice, activationBlock } from './activation-block'
import { type Backend, createMachine, type Machine } from './backend'
import { Crew, type SpawnThread } from './crew/crew'
import { writeKeys } from './layer-blocks'
import { type NetworkPlan, type NetworkShape, type PlannedNetwork, planNetwork, type SetName } from './plan-network'
import type { RareLayers } from './rare-layers'

/** An address is a whole number of 32 bits with a sign. */
const LARGEST_ARENA = 2 ** 31

export interface Clipping {
  clipNorm?: number
  clipValue?: number
}

/** What examples added up to. */
export interface Sums {
  lossSum: number
  correct: number
}

/** How the training example of an index is changed on its way in: data/augmentation.ts's word. */
export type Augment = (example: number) => number

export class Network {
  readonly plan: NetworkPlan
  readonly machine: Machine
  readonly crew: Crew
  private readonly hyper: Float32Array
  private readonly optimizer: OptimizerPlan
  /** What learnt slopes are told; null where the model has none of them. */
  private readonly ofSlopes: { hyper: Float32Array; optimizer: OptimizerPlan } | null
  private pointedAt: SetName | null = null
  private readonly sums: Sums = { lossSum: 0, correct: 0 }
  /** What happens to the examples that are learnt from. */
  augment: Augment | null = null

  /**
   * `spawn`: how the host starts the threads beside this one; null where there are none. `rareLayers`: null where the model
   * has none. @throws SpecError where addresses cannot reach all that is planned.
   */
  constructor(shape: NetworkShape, backend: Backend, spawn: SpawnThread | null, rareLayers: RareLayers | null) {
    this.plan = planNetwork(shape, rareLayers)
    const { bytes } = this.plan
    if (bytes > LARGEST_ARENA) {
      throw new SpecError(
        `The run needs ${Math.ceil(bytes / 1e6)} MB on ${shape.threads} threads, more than 2147; use fewer threads, less data or narrower layers.`,
      )
    }
    this.machine = createMachine(backend, this.plan.bytes)
    this.plan.plan.writeConstants(this.machine.memory.buffer)
    this.crew = new Crew(this.plan, this.machine)
    this.optimizer = planOptimizer(shape.optimizer)
    this.hyper = new Float32Array(this.machine.memory.buffer, this.plan.hyper, HYPER_LENGTH)
    this.ofSlopes = this.planSlopes()
    if (spawn === null || backend.kind === 'twins' || this.machine.shared === null) return
    try {
      for (let thread = 1; thread < shape.threads; thread++) {
        spawn({ modules: backend.modules, memory: this.machine.shared, shape, thread })
      }
    } catch {
      // A run can do without; `crew.present` tells how many have come.
    }
  }

  /** Whether a right answer can be told from a wrong one. */
  get countsCorrect(): boolean {
    return this.plan.shape.classes !== null
  }

  /** Examples a chunk at most. */
  get chunk(): number {
    return this.plan.shape.chunk
  }

  /** Times that a step goes through its chunks. */
  get phases(): number {
    return this.plan.phases?.length ?? 1
  }

  get isOneChunk(): boolean {
    return this.plan.slots === 1
  }

  /** Numbers the network puts out for an example. */
  get outputs(): number {
    return this.plan.training.network.output.channels
  }

  get parameters(): readonly Parameter[] {
    return this.plan.store.parameters
  }

  /** Copies a set of examples into the arena. */
  loadExamples(name: 'train' | 'validation', examples: Examples): void {
    const { f32, u8 } = this.machine.memory
    const { inputs, levels, targets } = this.plan.sets[name]
    if (examples.inputs instanceof Float32Array) f32.set(examples.inputs, inputs >> 2)
    else u8.set(examples.inputs, inputs)
    f32.set(examples.levels ?? [], levels >> 2)
    f32.set(examples.labels, targets >> 2)
  }

  /** Whose examples the lists are indices of, from now on. */
  pointAt(name: SetName): void {
    if (this.pointedAt === name) return
    this.pointedAt = name
    const { inputs, levels, targets, isBytes } = this.plan.sets[name]
    const source = this.plan.source >> 2
    const { i32 } = this.machine.memory
    i32[source] = inputs
    i32[source + 1] = isBytes ? 1 : 0
    i32[source + 2] = sizeOf(this.plan.shape.inputShape) * (isBytes ? 1 : 4)
    i32[source + 3] = levels
    i32[source + SOURCE_TARGETS] = targets
  }

  /**
   * Writes a slot's list: `order[first + n]`, or first + n where there is no order, for then it is no part of a batch. The
   * gradient of the summed loss will be multiplied by `scale`.
   */
  listExamples(
    slot: number,
    first: number,
    count: number,
    order: Uint32Array | null,
    scale: number,
    augment: Augment | null = null,
  ): void {
    const list = this.plan.list(slot) >> 2
    const { f64, i32 } = this.machine.memory
    i32[list] = count
    i32[list + LIST_FIRST] = order === null ? NO_BATCH : slot * this.chunk
    f64[(list + LIST_SCALE / 4) >> 1] = scale
    let at = list + LIST_HEADER / 4
    for (let n = first; n < first + count; n++) {
      const example = order === null ? n : (order[n] as number)
      i32[at] = example
      i32[at + 1] = augment === null ? 0 : augment(example)
      at += 2
    }
  }

  /** Gives the dropout layers the random bits of a step: the one after `step` completed ones. */
  drawKeys(seed: number, step: number): void {
    if (this.plan.blocks.keys.size > 0) writeKeys(this.machine.memory.i32, this.plan.blocks, seed, step)
  }

  /** Examples that the slots hold together. */
  get capacity(): number {
    return this.plan.slots * this.plan.shape.chunk
  }

  /**
   * Begins a round of `count` examples from `first` on, at most `capacity`, cut into chunks. Call `crew.next` until
   * nothing is left, then `settle`. @returns the number of chunks.
   */
  beginRound(
    set: SetName,
    first: number,
    count: number,
    order: Uint32Array | null,
    scale: number,
    learn: boolean,
  ): number {
    this.crew.settle()
    this.pointAt(set)
    const { chunk } = this.plan.shape
    let slots = 0
    for (let done = 0; done < count; done += chunk) {
      const augment = learn ? this.augment : null
      this.listExamples(slots++, first + done, Math.min(chunk, count - done), order, scale, augment)
    }
    this.crew.beginChunks(slots, learn)
    return slots
  }

  /** One chunk on this thread, through any program; its outputs and gradients stay where they are. */
  runAlone(network: PlannedNetwork, slot: number, learn: boolean): void {
    this.crew.leader.worker.run(network, slot, learn)
  }

  /** A batch that is one chunk, on this thread alone: a tiny network's step takes a microsecond, so nothing is shared out. */
  runOnlyChunk(first: number, count: number, order: Uint32Array, scale: number): Sums {
    this.pointAt('train')
    this.listExamples(0, first, count, order, scale, this.augment)
    if (this.plan.phases === null) this.runAlone(this.plan.training, 0, true)
    else this.crew.leader.runPhases(this.plan.phases.length)
    return this.sumResults(1)
  }

  /** What the chunks of the first slots added up to, in their order. Until the next call: it is always the same object. */
  sumResults(slots: number): Sums {
    const { f64 } = this.machine.memory
    let lossSum = 0
    let correct = 0
    for (let slot = 0; slot < slots; slot++) {
      const list = this.plan.list(slot)
      lossSum += f64[(list + LIST_LOSS) >> 3] as number
      correct += f64[(list + LIST_CORRECT) >> 3] as number
    }
    this.sums.lossSum = lossSum
    this.sums.correct = correct
    return this.sums
  }

  /** Adds the slots' partial gradients, in order. */
  reduceGradients(): void {
    this.crew.runStretches('reduce')
  }

  /** Σg² over all parameters. */
  squaredGradientNorm(): number {
    return sumOfSquares(this.machine.memory.f32, this.plan.gradient >> 2, this.plan.store.length)
  }

  /** One step of the optimizer; `prepareTraining` has to follow. */
  update(learningRate: number, step: number, { clipNorm, clipValue }: Clipping): void {
    const clip = this.plan.clip >> 2
    const { f32 } = this.machine.memory
    if (clipNorm !== undefined) {
      const factor = clipFactor(Math.sqrt(this.squaredGradientNorm()), clipNorm)
      f32[clip] = factor
      if (factor < 1) this.run(this.plan.scale)
    }
    if (clipValue !== undefined) {
      f32[clip] = clipValue
      this.run(this.plan.clamp)
    }
    this.optimizer.fillHyper(this.hyper, learningRate, step)
    this.ofSlopes?.optimizer.fillHyper(this.ofSlopes.hyper, learningRate, step)
    this.crew.runStretches('update')
  }

  /** Brings the weights into the orders of the training program's kernels, which the threads share. */
  prepareTraining(): void {
    this.crew.runStretches('prepare')
  }

  /** Brings the weights into the orders of a program's kernels. */
  prepare(network: PlannedNetwork): void {
    this.run(network.prepare.whole)
  }

  setActivation(layer: number, activation: ActivationChoice): void {
    const address = this.plan.blocks.settings.get(layer)
    if (address !== undefined) this.machine.memory.i32.set(activationBlock(activation), address >> 2)
  }

  readWeights(parameter: Parameter): Float32Array {
    return readParameter(this.machine.memory.f32, this.plan.store.weights >> 2, parameter)
  }

  writeWeights(parameter: Parameter, values: Float32Array): void {
    writeParameter(this.machine.memory.f32, this.plan.store.weights >> 2, parameter, values)
  }

  readGradient(parameter: Parameter): Float32Array {
    return readParameter(this.machine.memory.f32, this.plan.gradient >> 2, parameter)
  }

  /** What the last `forward` of the network that trains put out, [count, outputs]. */
  readOutputs(count: number, rows: Float32Array): void {
    this.crew.leader.worker.readOutputs(this.plan.training, count, rows)
  }

  /** The optimizer's state, parameter by parameter, one array for each region. */
  readState(): Float32Array[] {
    return this.states().flatMap((start) =>
      this.parameters.map((p) => readParameter(this.machine.memory.f32, start, p)),
    )
  }

  writeState(state: readonly Float32Array[]): void {
    this.states().forEach((start, s) => {
      this.parameters.forEach((parameter, p) => {
        const values = state[s * this.parameters.length + p]
        if (values !== undefined) writeParameter(this.machine.memory.f32, start, parameter, values)
      })
    })
  }

  /** The batch-norm layers' running statistics: of each layer the mean, then the variance. */
  readRunning(): Float32Array[] {
    return this.running().map((values) => values.slice())
  }

  writeRunning(running: readonly Float32Array[]): void {
    for (const [i, values] of this.running().entries()) values.set(running[i] as Float32Array)
  }

  private running(): Float32Array[] {
    const { f32 } = this.machine.memory
    return this.plan.blocks.running.flatMap(({ channels, mean, variance }) =>
      [mean, variance].map((address) => f32.subarray(address >> 2, (address >> 2) + channels)),
    )
  }

  /** Outputs of `count` inputs given as float32 side by side, at most as many as a chunk holds, [count, outputs]. */
  predict(inputs: Float32Array, count: number): Float32Array {
    this.give(this.plan.training, inputs, count)
    const rows = new Float32Array(count * this.outputs)
    this.crew.leader.worker.readOutputs(this.plan.training, count, rows)
    return rows
  }

  /** Runs inputs as `predict` takes them forward through any program; what its layers put out stays where it is. */
  give(network: PlannedNetwork, inputs: Float32Array, count: number): void {
    this.crew.settle()
    this.machine.memory.f32.set(inputs, this.plan.sets.given.inputs >> 2)
    this.pointAt('given')
    this.listExamples(this.plan.slots, 0, count, null, 1)
    this.runAlone(network, this.plan.slots, false)
  }

  /** The same optimizer without weight decay, which would pull a learnt slope to 0 and so change what activation it is. */
  private planSlopes() {
    if (this.parameters.every(({ kind }) => kind !== 'slope')) return null
    const { shape, slopeHyper } = this.plan
    const hyper = new Float32Array(this.machine.memory.buffer, slopeHyper, HYPER_LENGTH)
    return { hyper, optimizer: planOptimizer({ ...shape.optimizer, weightDecay: 0 }) }
  }

  private states(): number[] {
    return this.optimizer.states.map((name) => (this.plan.states[name] as number) >> 2)
  }

  private run({ start, end }: Stretch): void {
    this.machine.executor.execute(start, end, this.plan.context(0))
  }
}
