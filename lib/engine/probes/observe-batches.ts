/**
 * What probes read of whole batches as training sees them: they go through the program that trains, forwards and
 * backwards, and no step is made. Without batch norm that is what the observer reads (observer.ts). With it, each batch is
 * standardised by its own statistics, from the first step on, and gradients are those that a step would be made by.
 */
import type { Dataset } from '../data/dataset'
import type { Network } from '../network/network'
import type { ExperimentSpec, ProbeName } from '../spec/spec'
import { PROBE_SET_SIZE, type ProbeReading } from './probe'
import type { ProbeKit } from './probe-kit'

/** Those that look at the probe set. */
export type BatchProbe = Extract<
  ProbeName,
  'gradient-norm' | 'saturation' | 'activation-mean-variance' | 'activation-histogram'
>

/** What a trainer was built from. */
interface Observed {
  network: Network
  dataset: Dataset
  spec: Pick<ExperimentSpec, 'batch' | 'loss'>
}

/**
 * Of the probe set's whole batches, at least one; gradients are those of their mean loss. Changes no weight and no running
 * statistic; call it between two reports, of a network of vectors on one thread. `kit`: what reads, which pages load late.
 */
export function observeBatches(
  { network, dataset, spec }: Observed,
  names: readonly BatchProbe[],
  kit: Pick<ProbeKit, 'watchTraining'>,
): ProbeReading[] {
  const { batch } = spec
  const { inspection, probes } = kit.watchTraining(network, spec.loss.kind, names)
  const examples = batch * Math.max(1, Math.floor(Math.min(PROBE_SET_SIZE, dataset.train.count) / batch))
  const inOrder = Uint32Array.from({ length: examples }, (_, n) => n)
  const hasPhases = network.plan.phases !== null
  for (let first = 0; first < examples; first += batch) {
    const slots = network.beginRound('train', first, batch, inOrder, 1 / examples, true)
    // With phases no chunk is through before all are.
    if (hasPhases) network.crew.settle()
    for (let slot = 0; slot < slots; slot++) {
      if (!hasPhases) network.crew.next()
      inspection.turnTo(slot)
      inspection.addGradients(first === 0 && slot === 0)
      inspection.chunk++
      for (const probe of probes) probe.observe(Math.min(network.chunk, batch - slot * network.chunk))
    }
  }
  network.crew.settle()
  return probes.flatMap((probe) => probe.readings())
}
