/**
 * Trains the start page's networks once, where the page is built, with the TypeScript twins of the kernels: the still
 * picture, and the weights that the reader's own run must end in, to the last bit.
 */
import { type ExperimentSpec, TWINS_BACKEND } from '@/lib/engine'
import { loadData } from '@/lib/training/data/load-data'
import { type PacedFrame, type PacedRun, startPacedRun } from '@/lib/training/paced-session'

export interface Still {
  frame: PacedFrame
  points: PacedRun['points']
}

const NO_NETWORK = { fetch: () => Promise.reject(new Error('Made data need no network.')), caches: undefined }

export async function trainStill(spec: ExperimentSpec, seed: number): Promise<Still> {
  const run = await startPacedRun(spec, seed, {
    now: () => performance.now(),
    loadData: ({ data }) =>
      loadData(
        data,
        { written: false, probes: false, rareKernels: false, rareLayers: false },
        { ...NO_NETWORK, loadHardware: async () => ({ backend: TWINS_BACKEND }) },
        new AbortController().signal,
        () => undefined,
      ),
  })
  return { frame: run.advance(Number.MAX_SAFE_INTEGER), points: run.points }
}
