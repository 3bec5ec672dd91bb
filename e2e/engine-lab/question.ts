import type { ExperimentSpec } from '@/lib/engine'

export const LAB_BACKENDS = ['twins', 'kernels', 'kernels-shared'] as const
export type LabBackend = (typeof LAB_BACKENDS)[number]

/** What a test asks a browser to train. */
export interface LabQuestion {
  spec: ExperimentSpec
  seed: number
  backend: LabBackend
  /** More than 1 only with `kernels-shared`. */
  threads: number
  /** Go on from here: the bytes of a checkpoint. */
  checkpoint: Uint8Array | null
  /** Stop after this many steps; null: at the run's end. */
  until: number | null
}

export interface LabAnswer {
  weightHash: string
  /** Bytes of where it stopped. */
  checkpoint: Uint8Array
  /** What trained: `twins` where the browser could not run the kernels. */
  kind: 'twins' | 'kernels'
}
