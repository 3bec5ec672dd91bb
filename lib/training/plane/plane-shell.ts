/** A session on points of the plane in the trainer's worker: gives it a clock, the data and the browser's kernels. No logic here. */
import type { ExperimentSpec } from '@/lib/engine'
import { buildTrainer } from '@/lib/engine/doors/trainer'
import { browserHardware } from '@/lib/training/hardware/browser-hardware'
import { loadPart } from '@/lib/training/load-part'
import { loadParts, needsOf } from '@/lib/training/trainer-parts'
import type { PlaneAnswer, PlaneCommand } from './plane-protocol'
import { PlaneSession } from './plane-session'

const session = new PlaneSession({
  now: () => performance.now(),
  async load(spec: ExperimentSpec) {
    const needs = needsOf([spec])
    const [{ backend }, parts, { buildDataset }] = await Promise.all([
      browserHardware(needs.rareKernels),
      loadParts(needs),
      loadPart(() => import('@/lib/engine/doors/made-data')),
    ])
    if (spec.data.kind === 'cifar10' || spec.data.kind === 'drawn-ten')
      throw new Error('Images are no points of the plane.')
    const dataset = buildDataset(spec.data)
    // A tiny network's step takes microseconds: one thread is faster than the sharing out.
    return {
      dataset,
      isSlow: backend.kind === 'twins',
      createTrainer: (seed, checkpoint) =>
        buildTrainer({ spec, seed, dataset, backend, ...parts, ...(checkpoint === null ? {} : { checkpoint }) }),
    }
  },
})

export const answerPlane = (command: PlaneCommand): Promise<PlaneAnswer> => session.answer(command)
