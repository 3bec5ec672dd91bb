/**
 * The training loop as a generator of reports: pausing is not pulling. All memory exists before the first step; a step
 * that is left half-done changes nothing but gradients and is simply begun again by the next `run()`, or by this thread
 * alone where a helper was lost over it.
 * Not here: how parts are built from a spec (create-trainer.ts), what is measured when (evaluator.ts).
 */
import type { Dataset } from '../data/dataset'
import { ThreadError } from '../errors'
import { hashFloats } from '../hash/hash-floats'
import { LostHelper } from '../network/crew/crew'
import type { Clipping, Network } from '../network/network'
import { NUMERICS } from '../numerics/version'
import type { ProbeKit } from '../probes/probe-kit'
import type { UpdateWatch } from '../probes/update-watch'
import type { ExperimentSpec, InterventionSpec } from '../spec/spec'
import type { Checkpoint, EpochSums } from './checkpoint/checkpoint'
import { isUsual, lossProblem, numberProblem } from './divergence'
import { EpochOrder } from './epoch-order'
import { Evaluator } from './evaluator'
import { Heartbeat } from './heartbeat'
import { type NamedNumbers, namedWeights } from './named-weights'
import type { EvaluatedReport, Metrics, TrainingReport } from './report'

export interface TrainerParts {
  network: Network
  /** The same network on this thread alone, in an arena of its own and with no weights yet. */
  buildAlone(): Network
  dataset: Dataset
  /** Multiply-adds of one example, forward and backward. */
  work: number
  /** The learning rate of the step after `step` completed ones. */
  learningRateAt(step: number): number
  clipping: Clipping
  spec: ExperimentSpec
  seed: number
  /** Null where there are no probes. */
  probeKit: ProbeKit | null
  /** Steps to evaluate at besides the end of each epoch; 0 is the untrained network. Costs time, changes no weight. */
  evaluateAt: readonly number[]
}

export class Trainer {
  /** Steps in the whole run, and in an epoch: the last, incomplete batch is dropped. */
  readonly steps: number
  readonly stepsPerEpoch: number
  /** Completed steps from one `stepped` report to the next; may be changed at any report. Changes no weight. */
  reportEvery = 1
  private unreported = 0
  private completed = 0
  private epochSums: EpochSums = { batches: 0, loss: 0, correct: 0 }
  private lastEvaluation: EvaluatedReport | null = null
  private network: Network
  private evaluator: Evaluator
  /** Null where no probe asks for it. */
  private updateWatch: UpdateWatch | null
  /** Set where the weights are of no step any more. */
  private spoilt: ThreadError | null = null
  private readonly heartbeat: Heartbeat
  /** Examples' worth of work that one item of the crew is: a chunk, or a chunk's part of a phase. */
  private readonly itemExamples: number
  private readonly batch: number
  private readonly interventions: readonly InterventionSpec[]
  private readonly order: EpochOrder
  private readonly evaluateAt: ReadonlySet<number>
  /** Steps that an evaluation or an intervention comes after, besides the ends of epochs. */
  private readonly stops: readonly number[]
  private batchLoss = 0
  private batchCorrect = 0

  /** `parts.network` may be read between two reports, and must not be changed. */
  constructor(readonly parts: TrainerParts) {
    const { network, dataset, spec, work } = parts
    const { batch, epochs, data, interventions = [] } = spec
    this.network = network
    this.batch = batch
    this.interventions = interventions
    this.stepsPerEpoch = Math.floor(dataset.train.count / batch)
    this.steps = this.stepsPerEpoch * epochs
    this.heartbeat = new Heartbeat(work)
    this.itemExamples = network.chunk / network.phases
    this.evaluator = this.createEvaluator()
    this.updateWatch = this.createWatch()
    this.order = new EpochOrder(dataset.train.count, parts.seed, ('augment' in data ? data.augment : undefined) ?? [])
    this.evaluateAt = new Set(parts.evaluateAt)
    this.stops = [...parts.evaluateAt, ...interventions.map(({ atStep }) => atStep)]
  }

  /** Completed steps. */
  get step(): number {
    return this.completed
  }

  /** Of all that the run works in: examples, weights, what lies between the layers; all threads together. */
  get arenaBytes(): number {
    return this.network.plan.bytes
  }

  /**
   * How many threads work on a batch: as many as were asked for and find chunks to do; `present` of them have begun, the
   * host is still starting the others.
   */
  get threads(): { count: number; present: number } {
    const { plan, crew } = this.network
    return { count: plan.shape.threads, present: crew.present }
  }

  /**
   * Runs from the last completed step to the end. Interventions at step N come after the evaluation at step N. Where a
   * helping thread is lost, the step, or the evaluation, is begun again by this thread alone. @throws ThreadError where the
   * weights are lost with it.
   */
  *run(): Generator<TrainingReport, void> {
    for (;;) {
      try {
        if (this.isEvaluationDue()) yield* this.evaluate()
        const problem = this.evaluationProblem()
        if (problem !== null) {
          yield { status: 'diverged', step: this.completed, reason: problem }
          return
        }
        if (this.completed >= this.steps) break
        this.intervene(this.completed)
        if (this.network.isOneChunk) this.takeQuietSteps()
        else {
          const { network } = this
          const slots = this.beginBatch()
          // Here and not in a generator of its own, which each step would make and leave.
          for (let done = 1; network.crew.next(); done++) {
            if (this.heartbeat.isDue(this.itemExamples)) yield this.computing(done)
          }
          // Somebody asked for predictions meanwhile, and found that a helper was lost.
          if (network !== this.network) continue
          this.endBatch(slots)
        }
      } catch (error) {
        this.goOnAlone(error)
        continue
      }
      const step = this.completed + 1
      const loss = this.batchLoss / this.batch
      const reason = lossProblem('The loss of step', step, loss)
      if (reason !== null) {
        yield { status: 'diverged', step, reason }
        return
      }
      const learningRate = this.parts.learningRateAt(this.completed)
      const isReportDue = ++this.unreported >= this.reportEvery
      const gradientNorm = isReportDue ? Math.sqrt(this.network.squaredGradientNorm()) : 0
      this.update(learningRate, loss)
      if (isReportDue) this.unreported = 0
      if (isReportDue) yield { status: 'stepped', step, epoch: this.epochOf(step), loss, learningRate, gradientNorm }
    }
    const validation = (this.lastEvaluation as EvaluatedReport).validation
    yield { status: 'finished', step: this.completed, weightHash: this.weightHash(), validation, numerics: NUMERICS }
  }

  /**
   * The model's outputs (logits where the loss takes logits) for `count` inputs side by side, [count, outputs]. May be
   * called at any report, also in the middle of a step.
   */
  predict(inputs: Float32Array, count: number): Float32Array {
    try {
      this.network.crew.settle()
    } catch (error) {
      this.goOnAlone(error)
    }
    const { network } = this
    const { dataset } = this.parts
    const size = dataset.inputShape.reduce((product, side) => product * side, 1)
    const result = new Float32Array(count * network.outputs)
    for (let first = 0; first < count; first += network.chunk) {
      const part = Math.min(network.chunk, count - first)
      result.set(network.predict(inputs.subarray(first * size, (first + part) * size), part), first * network.outputs)
    }
    return result
  }

  /** Lets helping threads go. The run cannot go on after that; its weights can still be read. */
  dismiss(): void {
    this.network.crew.dismiss()
  }

  /** SHA-256 (hex) of the weights as they stand; NUMERICS.md says over which bytes. */
  weightHash(): string {
    if (this.spoilt !== null) throw this.spoilt
    const { network } = this
    return hashFloats(network.parameters.map((parameter) => network.readWeights(parameter)))
  }

  /** A copy of what has been learnt, and of what batch norm counts along, as it stands after the last completed step. */
  weights(): NamedNumbers[] {
    if (this.spoilt !== null) throw this.spoilt
    return namedWeights(this.network)
  }

  /** A copy of the state after the last completed step; `createTrainer({…, checkpoint})` goes on from it. */
  checkpoint(): Checkpoint {
    if (this.spoilt !== null) throw this.spoilt
    const { network } = this
    const { dataset, spec, seed } = this.parts
    return {
      numerics: NUMERICS,
      spec,
      seed,
      dataHash: dataset.hash,
      step: this.completed,
      weights: network.parameters.map((parameter) => network.readWeights(parameter)),
      optimizer: network.readState(),
      running: network.readRunning(),
      epochSums: { ...this.epochSums },
      lastUpdate: this.updateWatch?.last ?? null,
      lastEvaluation: this.lastEvaluation,
    }
  }

  /** Takes over a checkpoint of the same run; `createTrainer` has checked that it is one. */
  restore(checkpoint: Checkpoint): void {
    const { network } = this
    network.parameters.forEach((parameter, p) => {
      network.writeWeights(parameter, checkpoint.weights[p] as Float32Array)
    })
    network.writeState(checkpoint.optimizer)
    network.writeRunning(checkpoint.running)
    for (const { atStep } of [...this.interventions].sort((a, b) => a.atStep - b.atStep)) {
      if (atStep < checkpoint.step) this.intervene(atStep)
    }
    network.prepare(network.plan.training)
    this.completed = checkpoint.step
    this.epochSums = { ...checkpoint.epochSums }
    if (this.updateWatch !== null) this.updateWatch.last = checkpoint.lastUpdate
    this.lastEvaluation = checkpoint.lastEvaluation
  }

  private createEvaluator(): Evaluator {
    const { dataset, spec, probeKit } = this.parts
    return new Evaluator(this.network, this.heartbeat, dataset, spec.probes ?? [], probeKit)
  }

  private createWatch(): UpdateWatch | null {
    const { spec, probeKit } = this.parts
    return probeKit?.watchUpdates(this.network, spec.probes ?? []) ?? null
  }

  /**
   * Where a helper was lost: moves the run as it was after the last completed step into an arena that no other thread
   * knows. One that is late, and not gone, may still write into the arena it was given.
   */
  private goOnAlone(error: unknown): void {
    if (!(error instanceof LostHelper)) throw error
    const state = this.checkpoint()
    this.dismiss()
    this.network = this.parts.buildAlone()
    this.evaluator = this.createEvaluator()
    this.updateWatch = this.createWatch()
    this.restore(state)
  }

  private epochOf(step: number): number {
    return Math.ceil(step / this.stepsPerEpoch)
  }

  private intervene(step: number): void {
    for (const { atStep, layer, activation } of this.interventions) {
      if (atStep === step) this.network.setActivation(layer, activation)
    }
  }

  /** One-chunk steps, and the batch of the next that calls for more than its update: a generator's turn costs as much as one. */
  private takeQuietSteps(): void {
    const { seed, learningRateAt } = this.parts
    const { network, batch } = this
    const stop = this.nextStop()
    for (let first = this.firstOfBatch(); ; first += batch) {
      network.drawKeys(seed, this.completed)
      const { lossSum, correct } = network.runOnlyChunk(first, batch, this.order.examples, 1 / batch)
      this.batchLoss = lossSum
      this.batchCorrect = correct
      const loss = lossSum / batch
      if (this.completed + 1 >= stop || !isUsual(loss)) return
      this.update(learningRateAt(this.completed), loss)
      this.unreported++
    }
  }

  /** The first step after which more than the next one is due: a report, an evaluation, an intervention. */
  private nextStop(): number {
    const { completed, stepsPerEpoch } = this
    const epochEnd = (Math.floor(completed / stepsPerEpoch) + 1) * stepsPerEpoch
    let stop = Math.min(epochEnd, completed + this.reportEvery - this.unreported)
    for (const step of this.stops) if (step > completed && step < stop) stop = step
    return stop
  }

  /** @returns the number of chunks, which `crew.next` does one by one. */
  private beginBatch(): number {
    const { network } = this
    const { seed } = this.parts
    network.drawKeys(seed, this.completed)
    return network.beginRound('train', this.firstOfBatch(), this.batch, this.order.examples, 1 / this.batch, true)
  }

  /** Where the batch begins in the epoch's order, which is drawn when the epoch begins. */
  private firstOfBatch(): number {
    this.order.turnTo(Math.floor(this.completed / this.stepsPerEpoch))
    this.network.augment = this.order.augment
    return (this.completed % this.stepsPerEpoch) * this.batch
  }

  /** `done`: items of the present batch. */
  private computing(done: number): TrainingReport {
    const fraction = Math.min(1, (done * this.itemExamples) / this.batch)
    return { status: 'computing', step: this.completed, fraction }
  }

  /** Leaves the batch's mean gradient in the network and its summed loss here. */
  private endBatch(slots: number): void {
    const { network } = this
    network.crew.settle()
    const { lossSum, correct } = network.sumResults(slots)
    this.batchLoss = lossSum
    this.batchCorrect = correct
    network.reduceGradients()
  }

  private update(learningRate: number, loss: number): void {
    if (this.completed % this.stepsPerEpoch === 0) this.epochSums = { batches: 0, loss: 0, correct: 0 }
    const { updateWatch } = this
    const isWatched = updateWatch !== null && this.isEvaluationAt(this.completed + 1)
    if (isWatched) updateWatch.keep()
    const { completed } = this
    try {
      this.network.update(learningRate, completed, this.parts.clipping)
      if (isWatched) updateWatch.measure(completed + 1)
      this.epochSums.batches += 1
      this.epochSums.loss += loss
      this.epochSums.correct += this.batchCorrect
      this.completed += 1
      this.network.prepareTraining()
    } catch (error) {
      if (error instanceof LostHelper && this.completed === completed) {
        this.spoilt = new ThreadError(
          `A helping thread was lost in the update of step ${completed + 1}, so the weights are of no step; go on from the last checkpoint or begin again.`,
        )
        throw this.spoilt
      }
      this.goOnAlone(error)
    }
  }

  private isEvaluationDue(): boolean {
    return this.lastEvaluation?.step !== this.completed && this.isEvaluationAt(this.completed)
  }

  private isEvaluationAt(step: number): boolean {
    return this.evaluateAt.has(step) || (step > 0 && step % this.stepsPerEpoch === 0) || step >= this.steps
  }

  private *evaluate(): Generator<TrainingReport, void> {
    const step = this.completed
    const update = this.updateWatch?.last
    const evaluating = this.evaluator.evaluate(update?.step === step ? update.layers : [])
    for (;;) {
      const next = evaluating.next()
      if (next.done) {
        const { validation, probes } = next.value
        const train = this.trainMetrics()
        this.lastEvaluation = { status: 'evaluated', step, epoch: this.epochOf(step), train, validation, probes }
        yield this.lastEvaluation
        return
      }
      yield { status: 'computing', step, fraction: next.value }
    }
  }

  /** Why the run cannot go on from the evaluation just made; null where it can, or where none was made here. */
  private evaluationProblem(): string | null {
    const step = this.completed
    if (this.lastEvaluation?.step !== step) return null
    const { loss } = this.lastEvaluation.validation
    const { network } = this
    return (
      lossProblem('The validation loss after step', step, loss) ??
      numberProblem(
        'a weight',
        step,
        network.parameters.map((parameter) => network.readWeights(parameter)),
      ) ??
      numberProblem('a running statistic', step, network.readRunning())
    )
  }

  private trainMetrics(): Metrics | null {
    const { batches, loss, correct } = this.epochSums
    if (batches === 0) return null
    const examples = batches * this.batch
    return { loss: loss / batches, accuracy: this.network.countsCorrect ? correct / examples : null }
  }
}
