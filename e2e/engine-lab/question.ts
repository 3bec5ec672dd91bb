import type { Checkpoint, ExperimentSpec } from '@/lib/engine'

export const LAB_BACKENDS = ['twins', 'kernels', 'kernels-shared'] as const
export type LabBackend = (typeof LAB_BACKENDS)[number]

/** What a test asks a browser to train. */
export interface LabQuestion {
  spec: ExperimentSpec
  seed: number
  backend: LabBackend
  /** More than 1 only with `kernels-shared`. */
  threads: number
  /** Go on from here. */
  checkpoint: Checkpoint | null
  /** Stop after this many steps; null: at the run's end. */
  until: number | null
}

export interface LabAnswer {
  weightHash: string
  checkpoint: Checkpoint
  /** What trained: `twins` where the browser could not run the kernels. */
  kind: 'twins' | 'kernels'
}
