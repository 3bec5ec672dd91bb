/**
 * The training loop as a generator of reports: pausing is not pulling. All buffers exist before the first step; a step
 * that is left half-done changes nothing but gradients and is simply begun again by the next `run()`.
 * Not here: how parts are built from a spec (create-trainer.ts), what is measured when (evaluator.ts).
 */
import { activations } from '../activations/registry'
import type { Dataset } from '../data/dataset'
import { fillPermutation } from '../data/shuffle'
import { hashFloats } from '../hash/hash-floats'
import type { Loss } from '../losses/loss'
import { ActivationLayer } from '../nn/activation-layer'
import { sizeOf } from '../nn/module'
import type { Sequential } from '../nn/sequential'
import { NUMERICS } from '../numerics/version'
import type { Optimizer } from '../optim/optimizer'
import { squaredNorm } from '../probes/gradient-norm'
import { createRng } from '../random/rng'
import type { InterventionSpec, ProbeName } from '../spec/spec'
import type { Checkpoint, EpochSums } from './checkpoint'
import { ChunkRunner } from './chunk-runner'
import { lossProblem, weightProblem } from './divergence'
import { Evaluator } from './evaluator'
import type { EvaluatedReport, Metrics, TrainingReport } from './report'

export interface TrainerParts {
  model: Sequential
  /** Makes a second model of the same layers, for `predict`. */
  buildTwin(): Sequential
  loss: Loss
  optimizer: Optimizer
  /** The learning rate of the step after `step` completed ones. */
  learningRateAt(step: number): number
  dataset: Dataset
  batch: number
  epochs: number
  seed: number
  probes: readonly ProbeName[]
  interventions: readonly InterventionSpec[]
  /** Steps to evaluate at besides the end of each epoch; 0 is the untrained network. Costs time, changes no weight. */
  evaluateAt: readonly number[]
}

export class Trainer {
  /** Steps in the whole run, and in an epoch: the last, incomplete batch is dropped. */
  readonly steps: number
  readonly stepsPerEpoch: number
  private completed = 0
  private epochSums: EpochSums = { batches: 0, loss: 0, correct: 0 }
  private lastEvaluation: EvaluatedReport | null = null
  private readonly runner: ChunkRunner
  private readonly evaluator: Evaluator
  private readonly order: Uint32Array
  private orderedEpoch = -1
  private readonly evaluateAt: ReadonlySet<number>
  private twin: Sequential | null = null
  private batchLoss = 0
  private batchCorrect = 0

  constructor(private readonly parts: TrainerParts) {
    const { model, loss, dataset, batch, epochs, probes } = parts
    this.stepsPerEpoch = Math.floor(dataset.train.count / batch)
    this.steps = this.stepsPerEpoch * epochs
    this.runner = new ChunkRunner(model, loss, dataset.inputShape)
    this.evaluator = new Evaluator(model, this.runner, dataset, probes)
    this.order = new Uint32Array(dataset.train.count)
    this.evaluateAt = new Set(parts.evaluateAt)
  }

  /** Completed steps. */
  get step(): number {
    return this.completed
  }

  /** Runs from the last completed step to the end. Interventions at step N come after the evaluation at step N. */
  *run(): Generator<TrainingReport, void> {
    for (;;) {
      if (this.isEvaluationDue()) yield* this.evaluate()
      const problem = this.evaluationProblem()
      if (problem !== null) {
        yield { status: 'diverged', step: this.completed, reason: problem }
        return
      }
      if (this.completed >= this.steps) break
      this.intervene(this.completed)
      const step = this.completed + 1
      for (const fraction of this.accumulateBatch()) yield { status: 'computing', step: this.completed, fraction }
      const loss = this.batchLoss / this.parts.batch
      const reason = lossProblem(`The loss of step ${step}`, loss)
      if (reason !== null) {
        yield { status: 'diverged', step, reason }
        return
      }
      const learningRate = this.parts.learningRateAt(this.completed)
      const gradientNorm = this.gradientNorm()
      this.update(learningRate, loss)
      yield { status: 'stepped', step, epoch: this.epochOf(step), loss, learningRate, gradientNorm }
    }
    const validation = (this.lastEvaluation as EvaluatedReport).validation
    yield { status: 'finished', step: this.completed, weightHash: this.weightHash(), validation, numerics: NUMERICS }
  }

  /**
   * The model's outputs (logits where the loss takes logits) for `count` inputs side by side, [count, outputs]. May be
   * called at any report, also in the middle of a step: it computes in buffers of its own.
   */
  predict(inputs: Float32Array, count: number): Float32Array {
    const { dataset } = this.parts
    const model = this.updateTwin()
    const size = sizeOf(dataset.inputShape)
    const outputs = sizeOf(model.layers[model.layers.length - 1]?.outputShape ?? dataset.inputShape)
    const result = new Float32Array(count * outputs)
    for (let first = 0; first < count; first += model.capacity) {
      const part = Math.min(model.capacity, count - first)
      const y = model.forward(inputs.subarray(first * size, (first + part) * size), part)
      result.set(y.subarray(0, part * outputs), first * outputs)
    }
    return result
  }

  /** SHA-256 (hex) of the weights as they stand; NUMERICS.md says over which bytes. */
  weightHash(): string {
    return hashFloats(this.parts.model.parameters.map((parameter) => parameter.value))
  }

  /** A copy of the state after the last completed step; `createTrainer({…, checkpoint})` goes on from it. */
  checkpoint(): Checkpoint {
    return {
      numerics: NUMERICS,
      seed: this.parts.seed,
      step: this.completed,
      weights: this.parts.model.parameters.map((parameter) => parameter.value.slice()),
      optimizer: this.parts.optimizer.state().map((values) => values.slice()),
      epochSums: { ...this.epochSums },
      lastEvaluation: this.lastEvaluation,
    }
  }

  /** Takes over a checkpoint of the same spec and seed; `createTrainer` has checked that it is one. */
  restore(checkpoint: Checkpoint): void {
    const { model, optimizer, interventions } = this.parts
    model.parameters.forEach((parameter, p) => {
      parameter.value.set(checkpoint.weights[p] as Float32Array)
    })
    optimizer.state().forEach((values, s) => {
      values.set(checkpoint.optimizer[s] as Float32Array)
    })
    optimizer.fastForward(checkpoint.step)
    for (const { atStep } of [...interventions].sort((a, b) => a.atStep - b.atStep)) {
      if (atStep < checkpoint.step) this.intervene(atStep)
    }
    model.prepare()
    this.completed = checkpoint.step
    this.epochSums = { ...checkpoint.epochSums }
    this.lastEvaluation = checkpoint.lastEvaluation
  }

  private updateTwin(): Sequential {
    const { model, buildTwin } = this.parts
    const twin = this.twin ?? buildTwin()
    this.twin = twin
    twin.copyFrom(model)
    return twin
  }

  private epochOf(step: number): number {
    return Math.ceil(step / this.stepsPerEpoch)
  }

  private intervene(step: number): void {
    for (const { atStep, layer, activation } of this.parts.interventions) {
      if (atStep !== step) continue
      const target = this.parts.model.layers[layer]
      if (!(target instanceof ActivationLayer)) continue
      const { name, ...settings } = activation
      target.swap(activations[name], settings)
    }
  }

  /** Leaves the batch's mean gradient in the parameters and its summed loss here; yields the fraction done. */
  private *accumulateBatch(): Generator<number> {
    const { model, dataset, batch } = this.parts
    const { runner } = this
    this.orderEpoch(Math.floor(this.completed / this.stepsPerEpoch))
    const start = (this.completed % this.stepsPerEpoch) * batch
    let lossSum = 0
    let correct = 0
    for (let first = 0; first < batch; first += model.capacity) {
      const count = Math.min(model.capacity, batch - first)
      for (const _ of runner.forward(dataset.train, start + first, count, this.order, 1 / batch)) yield first / batch
      lossSum += runner.loss.lossSum
      correct += runner.loss.correct
      for (const _ of runner.backward(count)) yield first / batch
      runner.reduce(first === 0)
    }
    this.batchLoss = lossSum
    this.batchCorrect = correct
  }

  private orderEpoch(epoch: number): void {
    if (epoch === this.orderedEpoch) return
    fillPermutation(this.order, createRng(this.parts.seed, 'shuffle', epoch))
    this.orderedEpoch = epoch
  }

  private gradientNorm(): number {
    let sum = 0
    for (const parameter of this.parts.model.parameters) sum += squaredNorm(parameter.gradient)
    return Math.sqrt(sum)
  }

  private update(learningRate: number, loss: number): void {
    if (this.completed % this.stepsPerEpoch === 0) this.epochSums = { batches: 0, loss: 0, correct: 0 }
    this.parts.optimizer.step(learningRate)
    this.parts.model.prepare()
    this.epochSums.batches += 1
    this.epochSums.loss += loss
    this.epochSums.correct += this.batchCorrect
    this.completed += 1
  }

  private isEvaluationDue(): boolean {
    const step = this.completed
    if (this.lastEvaluation?.step === step) return false
    return this.evaluateAt.has(step) || (step > 0 && step % this.stepsPerEpoch === 0) || step >= this.steps
  }

  private *evaluate(): Generator<TrainingReport, void> {
    const step = this.completed
    const evaluating = this.evaluator.evaluate()
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
    return (
      lossProblem(`The validation loss after step ${step}`, loss) ?? weightProblem(step, this.parts.model.parameters)
    )
  }

  private trainMetrics(): Metrics | null {
    const { batches, loss, correct } = this.epochSums
    if (batches === 0) return null
    const examples = batches * this.parts.batch
    return { loss: loss / batches, accuracy: this.parts.loss.countsCorrect ? correct / examples : null }
  }
}
