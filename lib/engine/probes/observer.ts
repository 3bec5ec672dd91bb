/**
 * Runs sets of examples past probes, layer by layer. Changes no weight. A run without probes need not load it: the trainer
 * is handed it with the probe kit.
 */
import type { Dataset } from '../data/dataset'
import { Inspection } from '../network/inspection'
import type { Network } from '../network/network'
import type { PlannedNetwork } from '../network/plan-network'
import type { ProbeName } from '../spec/spec'
import { createProbes } from './create-probes'
import { PROBE_SET_SIZE, type Probe, type ProbeReading } from './probe'
import type { LayerUpdate } from './update-watch'

/** A set of examples that is run past some probes; with gradients, those of its mean loss are added up. */
interface Pass {
  set: 'train' | 'validation'
  size: number
  probes: Probe[]
  withGradients: boolean
}

export interface Observation {
  /** In forward passes of an example; backward is twice as dear. */
  work: number
  /** Yields the fraction done where control may be given up; `done` of `total` is behind it. */
  read(done: number, total: number): Generator<number, ProbeReading[]>
}

export class Observer {
  private readonly inspection: Inspection

  constructor(
    private readonly network: Network,
    program: PlannedNetwork,
    private readonly dataset: Dataset,
    private readonly names: readonly ProbeName[],
    /** Whether control may be given up, after so many examples' work. */
    private readonly heartbeat: { isDue(examples: number): boolean },
  ) {
    this.inspection = new Inspection(network, program)
  }

  /** Of the weights as they stand. `updates`: what the step just made did to each layer. */
  begin(updates: readonly LayerUpdate[]): Observation {
    const { network, inspection, dataset } = this
    const setting = { loss: network.plan.shape.loss.kind, validationLabels: dataset.validation.labels, updates }
    const probes = createProbes(this.names, { inspection, ...setting })
    inspection.prepare()
    const passes = this.passesOf(probes)
    const work = passes.reduce((sum, pass) => sum + workOf(pass), 0)
    return { work, read: (done, total) => this.observeAll(probes, passes, done, total) }
  }

  private *observeAll(
    probes: Probe[],
    passes: Pass[],
    first: number,
    total: number,
  ): Generator<number, ProbeReading[]> {
    let done = first
    for (const pass of passes) {
      yield* this.observe(pass, done, total)
      done += workOf(pass)
    }
    return probes.flatMap((probe) => probe.readings())
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

  /** Validation goes through the program that trains, so that what is read there is what the metrics were made of. */
  private *observe({ set, size, probes, withGradients }: Pass, done: number, total: number): Generator<number, void> {
    const { network, inspection } = this
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

function workOf({ size, withGradients }: Pass): number {
  return withGradients ? 3 * size : size
}
