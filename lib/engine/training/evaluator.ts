/** Measures a network on whole sets of examples: validation metrics and probe readings. Changes no weight. */
import type { Dataset } from '../data/dataset'
import type { Inspection } from '../network/inspection'
import type { Network } from '../network/network'
import { PROBE_SET_SIZE, type Probe, type ProbeReading } from '../probes/probe'
import type { ProbeKit } from '../probes/probe-kit'
import type { LayerUpdate } from '../probes/update-watch'
import type { ProbeName } from '../spec/spec'
import type { Heartbeat } from './heartbeat'
import type { Metrics } from './report'

export interface Evaluation {
  validation: Metrics
  probes: ProbeReading[]
}

/** A set of examples that is run past some probes; with gradients, those of its mean loss are added up. */
interface Pass {
  set: 'train' | 'validation'
  size: number
  probes: Probe[]
  withGradients: boolean
}

export class Evaluator {
  private readonly inspection: Inspection | null

  constructor(
    private readonly network: Network,
    private readonly heartbeat: Heartbeat,
    private readonly dataset: Dataset,
    private readonly probeNames: readonly ProbeName[],
    private readonly kit: ProbeKit | null,
  ) {
    const program = network.plan.inspection
    this.inspection = program === null || kit === null ? null : kit.inspect(network, program)
  }

  /** `updates`: what the step just made did to each layer. Yields the fraction done where control may be given up. */
  *evaluate(updates: readonly LayerUpdate[]): Generator<number, Evaluation> {
    const { validation } = this.dataset
    const { network, inspection } = this
    const setting = { loss: network.plan.shape.loss.kind, validationLabels: validation.labels, updates }
    const probes =
      inspection === null ? [] : (this.kit?.createProbes(this.probeNames, { inspection, ...setting }) ?? [])
    inspection?.prepare()
    const passes = this.passesOf(probes)
    const total = passes.reduce((sum, pass) => sum + workOf(pass), validation.count)
    const metrics = yield* this.measureValidation(total)
    let done = validation.count
    for (const pass of passes) {
      yield* this.observe(pass, done, total)
      done += workOf(pass)
    }
    return { validation: metrics, probes: probes.flatMap((probe) => probe.readings()) }
  }

  private passesOf(probes: Probe[]): Pass[] {
    const { train, validation } = this.dataset
    const seeing = (sees: Probe['sees']) => probes.filter((probe) => probe.sees === sees)
    const probeSet = Math.min(PROBE_SET_SIZE, train.count)
    const passes: Pass[] = [
      { set: 'train', size: train.count, probes: seeing('training-set'), withGradients: false },
      { set: 'validation', size: validation.count, probes: seeing('validation-set'), withGradients: false },
      { set: 'train', size: probeSet, probes: seeing('probe-set'), withGradients: true },
    ]
    return passes.filter((pass) => pass.probes.length > 0)
  }

  private *measureValidation(total: number): Generator<number, Metrics> {
    const { network } = this
    const { count: size } = this.dataset.validation
    let lossSum = 0
    let correct = 0
    for (let first = 0; first < size; first += network.capacity) {
      const slots = network.beginRound(
        'validation',
        first,
        Math.min(network.capacity, size - first),
        null,
        1 / size,
        false,
      )
      while (network.crew.next()) if (this.heartbeat.isDue(network.chunk / 3)) yield first / total
      network.crew.settle()
      const sums = network.sumResults(slots)
      lossSum += sums.lossSum
      correct += sums.correct
    }
    return { loss: lossSum / size, accuracy: network.countsCorrect ? correct / size : null }
  }

  /** Validation goes through the program that trains, so that what is read there is what the metrics were made of. */
  private *observe({ set, size, probes, withGradients }: Pass, done: number, total: number): Generator<number, void> {
    const { network, inspection } = this
    if (inspection === null) return
    const program = set === 'validation' ? network.plan.training : inspection.program
    for (let first = 0; first < size; first += network.chunk) {
      const count = Math.min(network.chunk, size - first)
      network.pointAt(set)
      network.listExamples(0, first, count, null, 1 / size)
      network.runAlone(program, 0, withGradients)
      if (withGradients) inspection.addGradients(first === 0)
      inspection.chunk++
      for (const probe of probes) probe.observe(count)
      if (this.heartbeat.isDue(withGradients ? count : count / 3))
        yield (done + (withGradients ? 3 : 1) * first) / total
    }
  }
}

/** In forward passes of an example; backward is twice as dear. */
function workOf({ size, withGradients }: Pass): number {
  return withGradients ? 3 * size : size
}
