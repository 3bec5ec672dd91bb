import type { BuildOptions, ExperimentSpec } from '@/lib/engine'

/** What some runs need besides the trainer itself: a worker loads it when it is given such a run. */
export interface Needs {
  written: boolean
  probes: boolean
}

export type TrainerParts = Pick<BuildOptions, 'parseActivation' | 'probeKit'>

export function needsOf(specs: readonly ExperimentSpec[]): Needs {
  return {
    written: specs.some(({ model }) => model.some(({ layer, ...rest }) => 'expression' in rest)),
    probes: specs.some(({ probes = [] }) => probes.length > 0),
  }
}

export async function loadParts({ written, probes }: Needs): Promise<TrainerParts> {
  const [parseActivation, probeKit] = await Promise.all([
    written ? import('@/lib/engine/doors/written').then((part) => part.parseActivation) : null,
    probes ? import('@/lib/engine/doors/probes').then((part) => part.PROBE_KIT) : null,
  ])
  return { parseActivation, probeKit }
}
