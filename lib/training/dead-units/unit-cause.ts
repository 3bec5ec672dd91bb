/**
 * What one step did to the weights into a unit, and which examples of its batch had how much of a part in it. Taken from
 * networks built for this alone: one is trained to just before the step, its batch is taken apart example by example, and the
 * step is made. Every number is the engine's own; what "killed by" means is docs/decisions/039.
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
  const trainer = trainerBefore(step - 1)
  runTo(trainer, step - 1)
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

  const before = read()
  const sumsBefore = sumsOf(trainer)
  const saved = trainer.checkpoint()
  // The step comes after a swap of its own; its gradients do so, too.
  for (const { atStep, layer: swapped, activation } of spec.interventions ?? []) {
    if (atStep === step - 1) network.setActivation(swapped, activation)
  }
  const batch = looker.batchAfter(step - 1, trainer.stepsPerEpoch).slice()
  const gradients = exampleGradients(network, batch, own).map((part) => ({
    example: part.example,
    gradient: ofUnit(part.gradients),
  }))
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
    ...partsOf(gradients, before, after, spec.optimizer.kind === 'sgd' ? learningRate : null),
  }
}

/**
 * Each example's part, for a change from `before` to `after`. With SGD the change is −η(Σ gₙ + what momentum kept), so along
 * its own direction the parts and the rest add up to one; `learningRate` is null where it is no such sum.
 */
export function partsOf(
  gradients: readonly { example: number; gradient: readonly number[] }[],
  before: readonly number[],
  after: readonly number[],
  learningRate: number | null,
): { parts: CausePart[]; leftOver: number | null } {
  const change = after.map((value, i) => value - (before[i] ?? 0))
  const length = Math.hypot(...change)
  const hasShares = learningRate !== null && length > 0
  const parts = gradients.map(({ example, gradient }) => {
    const along = length === 0 ? 0 : -gradient.reduce((sum, g, i) => sum + g * (change[i] ?? 0), 0) / length
    return {
      example,
      length: Math.hypot(...gradient),
      bias: gradient.at(-1) ?? 0,
      along,
      share: hasShares ? (learningRate * along) / length : null,
    }
  })
  return { parts, leftOver: hasShares ? 1 - parts.reduce((sum, { share }) => sum + (share ?? 0), 0) : null }
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
