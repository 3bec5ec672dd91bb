/**
 * What one step did to the weights into a unit, and which examples had how much of a part in it. Taken from networks built
 * for this alone: one is trained to just before the step, its batch is taken apart example by example, and so are those
 * before it, as far as momentum remembers; then the step is made. Every number is the engine's own; what "killed by" means is
 * docs/decisions/039.
 */
import type { Checkpoint, ExperimentSpec, Trainer } from '@/lib/engine'
import { exampleGradients } from '@/lib/engine/doors/look'
import type { UnitLooker } from './unit-looker'
import type { CausePart, UnitCause, UnitPlace } from './unit-protocol'

export interface CauseQuestion extends UnitPlace {
  /** From 1 on. */
  step: number
}

export interface CausePorts {
  spec: ExperimentSpec
  looker: UnitLooker
  /** A network after at most `step` steps of the run. */
  trainerBefore(step: number): Trainer
  trainerFrom(checkpoint: Checkpoint): Trainer
}

export function causeOf(question: CauseQuestion, { spec, looker, trainerBefore, trainerFrom }: CausePorts): UnitCause {
  const { layer, unit, step } = question
  const index = looker.sums[layer]
  const units = looker.layers[layer]
  if (index === undefined || units === undefined || unit >= units) throw new Error('There is no such unit.')
  const momentum = spec.optimizer.kind === 'sgd' ? (spec.optimizer.momentum ?? 0) : 0
  const first = Math.max(0, step - 1 - memoryOf(momentum))
  const trainer = trainerBefore(first)
  runTo(trainer, first)
  const { network } = trainer.parts
  const own = network.parameters.filter((parameter) => parameter.layer === index)
  /** The weights into the unit, then its bias. */
  const ofUnit = (numbers: readonly Float32Array[]) => {
    const [weights = new Float32Array(), bias = new Float32Array()] = numbers
    const inputs = weights.length / units
    return [...weights.subarray(unit * inputs, (unit + 1) * inputs), bias[unit] ?? 0]
  }
  const read = () => ofUnit(own.map((parameter) => network.readWeights(parameter)))
  const sumsOf = (of: Trainer) => everyNth(looker.readSums(of)[layer] ?? new Float32Array(), unit, units)

  const gradients: ExamplePart[] = []
  /** Takes the batch of the step after `done` completed ones apart. */
  function takeApart(done: number): void {
    // The step comes after a swap of its own; its gradients do so, too.
    for (const { atStep, layer: swapped, activation } of spec.interventions ?? []) {
      if (atStep === done) network.setActivation(swapped, activation)
    }
    const batch = looker.batchAfter(done, trainer.stepsPerEpoch).slice()
    for (const part of exampleGradients(network, batch, own)) {
      const kept = momentum ** (step - 1 - done)
      gradients.push({ example: part.example, step: done + 1, kept, gradient: ofUnit(part.gradients) })
    }
  }
  for (let done = first; done < step - 1; done++) {
    takeApart(done)
    runTo(trainer, done + 1)
  }
  const before = read()
  const sumsBefore = sumsOf(trainer)
  const saved = trainer.checkpoint()
  takeApart(step - 1)
  runTo(trainer, step)
  const after = read()
  const sumsAfter = sumsOf(trainer)

  const weights = saved.weights.map((values, p) => {
    const at = own.indexOf(network.parameters[p] as (typeof own)[number])
    if (at < 0) return values
    const inputs = values.length / units
    const changed = values.slice()
    changed.set(at === 0 ? after.slice(0, -1) : after.slice(-1), unit * inputs)
    return changed
  })
  const alone = layer === 0 ? sumsAfter : sumsOf(trainerFrom({ ...saved, weights }))
  const learningRate = trainer.parts.learningRateAt(step - 1)
  return {
    ...{ layer, unit, step, before, after, learningRate },
    largestSum: { before: Math.max(...sumsBefore), after: Math.max(...sumsAfter) },
    awakeBefore: awakeOn(sumsBefore),
    awakeAfter: awakeOn(sumsAfter),
    awakeByItsOwn: awakeOn(alone).length,
    ...partsOf(gradients, { step, before, after }, spec.optimizer.kind === 'sgd' ? learningRate : null),
  }
}

/** What an example adds to its batch's gradient, and how much of that momentum has kept until the step. */
export interface ExamplePart {
  example: number
  step: number
  kept: number
  gradient: readonly number[]
}

/** Of the parts of earlier batches so many are told. */
const TOLD = 32

/**
 * Each example's part in a change from `before` to `after`. With SGD the change is −η Σ keptₙ gₙ, so along its own direction
 * the parts add up to one, but for what momentum had nearly forgotten; `learningRate` is null where it is no such sum.
 */
export function partsOf(
  gradients: readonly ExamplePart[],
  { step, before, after }: Pick<UnitCause, 'step' | 'before' | 'after'>,
  learningRate: number | null,
): Pick<UnitCause, 'parts' | 'earlier' | 'shares'> {
  const change = after.map((value, i) => value - (before[i] ?? 0))
  const length = Math.hypot(...change)
  const hasShares = learningRate !== null && length > 0
  const all = gradients.map(({ example, step: learntIn, kept, gradient }) => {
    const along = length === 0 ? 0 : (-kept * gradient.reduce((sum, g, i) => sum + g * (change[i] ?? 0), 0)) / length
    return {
      example,
      step: learntIn,
      length: Math.hypot(...gradient),
      bias: gradient.at(-1) ?? 0,
      along,
      share: hasShares ? (learningRate * along) / length : null,
    }
  })
  const [parts, earlier] = [all.filter((part) => part.step === step), all.filter((part) => part.step < step)]
  const sumOf = (some: readonly CausePart[]) => some.reduce((sum, { share }) => sum + (share ?? 0), 0)
  return {
    parts,
    earlier: earlier
      .filter(({ along }) => along !== 0)
      .sort((a, b) => b.along - a.along)
      .slice(0, TOLD),
    shares: hasShares ? { batch: sumOf(parts), earlier: sumOf(earlier) } : null,
  }
}

/** How many batches back momentum keeps more than a two-hundredth of a gradient; a hundred are taken apart at most. */
function memoryOf(momentum: number): number {
  return momentum === 0 ? 0 : Math.min(100, Math.ceil(Math.log(0.005) / Math.log(momentum)))
}

/** Trains until `step` steps are completed, or the run ends. */
function runTo(trainer: Trainer, step: number): void {
  if (trainer.step >= step) return
  for (const report of trainer.run()) if (report.status === 'stepped' && report.step >= step) return
}

function everyNth(values: Float32Array, first: number, n: number): number[] {
  return Array.from({ length: values.length / n }, (_, example) => values[example * n + first] as number)
}

function awakeOn(sums: readonly number[]): number[] {
  return sums.flatMap((sum, example) => (sum > 0 ? [example] : []))
}
