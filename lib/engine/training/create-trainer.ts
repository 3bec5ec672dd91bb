import type { Dataset } from '../data/dataset'
import { SpecError } from '../errors'
import { createLoss } from '../losses/create-loss'
import { sizeOf } from '../nn/module'
import { NUMERICS } from '../numerics/version'
import { createOptimizer } from '../optim/create-optimizer'
import { learningRateAt } from '../optim/learning-rate'
import type { ExperimentSpec } from '../spec/spec'
import { buildModel } from './build-model'
import type { Checkpoint } from './checkpoint'
import { chunkSizeOf } from './chunk-size'
import { Trainer } from './trainer'

export interface TrainerOptions {
  spec: ExperimentSpec
  seed: number
  dataset: Dataset
  /** Go on from here instead of from step 0. */
  checkpoint?: Checkpoint
  /** Steps to evaluate at besides the end of each epoch. */
  evaluateAt?: readonly number[]
}

/**
 * Builds model, loss and optimizer of a spec that `checkSpec` found no problem in.
 * @throws ShapeError where layers do not fit; SpecError where the checkpoint is not one of this spec and seed.
 */
export function createTrainer({ spec, seed, dataset, checkpoint, evaluateAt = [] }: TrainerOptions): Trainer {
  const capacity = chunkSizeOf(spec.batch)
  const build = () => buildModel(spec.model, dataset.inputShape, capacity, seed)
  const model = build()
  const outputs = sizeOf(model.layers[model.layers.length - 1]?.outputShape ?? dataset.inputShape)
  const loss = createLoss(spec.loss, { capacity, outputs, classes: dataset.classes?.length ?? null })
  const optimizer = createOptimizer(spec.optimizer, model.parameters)
  const steps = Math.floor(dataset.train.count / spec.batch) * spec.epochs
  const schedule = spec.schedule ?? { kind: 'constant' }
  const trainer = new Trainer({
    model,
    buildTwin: build,
    loss,
    optimizer,
    learningRateAt: (step) => learningRateAt(schedule, spec.optimizer.learningRate, step, steps),
    dataset,
    batch: spec.batch,
    epochs: spec.epochs,
    seed,
    probes: spec.probes ?? [],
    interventions: spec.interventions ?? [],
    evaluateAt,
  })
  if (checkpoint !== undefined) {
    requireSameRun(checkpoint, seed, [model.parameters.map(({ value }) => value), optimizer.state()])
    trainer.restore(checkpoint)
  }
  return trainer
}

function requireSameRun(
  checkpoint: Checkpoint,
  seed: number,
  [weights, state]: [Float32Array[], Float32Array[]],
): void {
  if (checkpoint.numerics !== NUMERICS) {
    throw new SpecError(
      `The checkpoint was made under the numeric spec ${checkpoint.numerics}, this engine follows ${NUMERICS}; start the run again.`,
    )
  }
  if (checkpoint.seed !== seed) {
    throw new SpecError(`The checkpoint belongs to seed ${checkpoint.seed}, not ${seed}; resume it with its own seed.`)
  }
  if (!fits(checkpoint.weights, weights) || !fits(checkpoint.optimizer, state)) {
    throw new SpecError(
      'The checkpoint holds weights of another model or optimizer; resume it with the spec it was made by.',
    )
  }
}

function fits(saved: Float32Array[], built: Float32Array[]): boolean {
  return saved.length === built.length && saved.every((values, i) => values.length === built[i]?.length)
}
