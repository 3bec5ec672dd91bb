/** Measures a model on whole sets of examples: validation metrics and probe readings. Changes no weight. */
import type { Dataset, Examples } from '../data/dataset'
import type { Sequential } from '../nn/sequential'
import { createProbes } from '../probes/create-probes'
import { PROBE_SET_SIZE, type Probe, type ProbeReading } from '../probes/probe'
import type { ProbeName } from '../spec/spec'
import type { ChunkRunner } from './chunk-runner'
import type { Metrics } from './report'

export interface Evaluation {
  validation: Metrics
  probes: ProbeReading[]
}

export class Evaluator {
  constructor(
    private readonly model: Sequential,
    private readonly runner: ChunkRunner,
    private readonly dataset: Dataset,
    private readonly probeNames: readonly ProbeName[],
  ) {}

  /** Yields the fraction done where control may be given up. */
  *evaluate(): Generator<number, Evaluation> {
    const { train, validation } = this.dataset
    const probes = createProbes(this.probeNames, this.model)
    const overTraining = probes.filter((probe) => probe.sees === 'training-set')
    const overProbeSet = probes.filter((probe) => probe.sees === 'probe-set')
    const probeSetSize = Math.min(PROBE_SET_SIZE, train.count)
    const total =
      validation.count + (overTraining.length > 0 ? train.count : 0) + (overProbeSet.length > 0 ? 3 * probeSetSize : 0)
    let done = 0
    const metrics = yield* this.measure(validation, validation.count, [], false, done, total)
    done += validation.count
    if (overTraining.length > 0) {
      yield* this.measure(train, train.count, overTraining, false, done, total)
      done += train.count
    }
    if (overProbeSet.length > 0) yield* this.measure(train, probeSetSize, overProbeSet, true, done, total)
    return { validation: metrics, probes: probes.flatMap((probe) => probe.readings()) }
  }

  private *measure(
    examples: Examples,
    size: number,
    probes: Probe[],
    withGradients: boolean,
    done: number,
    total: number,
  ): Generator<number, Metrics> {
    const { runner } = this
    const { capacity } = this.model
    let lossSum = 0
    let correct = 0
    for (let first = 0; first < size; first += capacity) {
      const count = Math.min(capacity, size - first)
      for (const _ of runner.forward(examples, first, count, null, 1 / size)) yield (done + first) / total
      lossSum += runner.loss.lossSum
      correct += runner.loss.correct
      if (withGradients) {
        for (const _ of runner.backward(count)) yield (done + 3 * first) / total
        runner.reduce(first === 0)
      }
      for (const probe of probes) probe.observe(count)
    }
    return { loss: lossSum / size, accuracy: runner.loss.countsCorrect ? correct / size : null }
  }
}
