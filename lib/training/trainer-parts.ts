import type { BuildOptions, ExperimentSpec } from '@/lib/engine'

/** What some runs need besides the trainer itself: a worker loads it when it is given such a run. */
export interface Needs {
  written: boolean
  probes: boolean
  batchNorm: boolean
}

export type TrainerParts = Pick<BuildOptions, 'parseActivation' | 'probeKit' | 'batchNorm'>

export function needsOf(specs: readonly ExperimentSpec[]): Needs {
  return {
    written: specs.some(({ model }) => model.some(({ layer, ...rest }) => 'expression' in rest)),
    probes: specs.some(({ probes = [] }) => probes.length > 0),
    batchNorm: haveBatchNorm(specs),
  }
}

export async function loadParts({ written, probes, batchNorm: normalises }: Needs): Promise<TrainerParts> {
  const [parseActivation, probeKit, batchNorm] = await Promise.all([
    written ? import('@/lib/engine/doors/written').then((part) => part.parseActivation) : null,
    probes ? import('@/lib/engine/doors/probes').then((part) => part.PROBE_KIT) : null,
    normalises ? loadBatchNorm() : null,
  ])
  return { parseActivation, probeKit, batchNorm }
}

export function haveBatchNorm(specs: readonly Pick<ExperimentSpec, 'model'>[]): boolean {
  return specs.some(({ model }) => model.some(({ layer }) => layer === 'batch-norm'))
}

export async function loadBatchNorm() {
  return (await import('@/lib/engine/doors/batch-norm')).BATCH_NORM_KIT
}
