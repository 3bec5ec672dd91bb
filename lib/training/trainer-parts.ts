import type { BuildOptions, ExperimentSpec, LayerSpec } from '@/lib/engine'
import { isDifference, isRareLayer } from '@/lib/engine/doors/trainer'
import { loadPart } from './load-part'

/** What some runs need besides the trainer itself: a worker loads it when it is given such a run. */
export interface Needs {
  written: boolean
  probes: boolean
  /** Kernels of the rare module: scripts/kernels/dispatcher.ts says which they are. */
  rareKernels: boolean
  rareLayers: boolean
}

export type TrainerParts = Pick<BuildOptions, 'parseActivation' | 'probeKit' | 'rareLayers'>

export function needsOf(specs: readonly ExperimentSpec[]): Needs {
  return {
    written: specs.some(({ model }) => model.some(isWritten)),
    probes: specs.some(({ probes = [] }) => probes.length > 0),
    rareKernels: specs.some(callsRareKernels),
    rareLayers: haveRareLayers(specs),
  }
}

function callsRareKernels({ model, loss, optimizer }: ExperimentSpec): boolean {
  const { kind, clipNorm, clipValue } = optimizer
  if (model.some(isRareLayer) || isDifference(loss)) return true
  return kind === 'rmsprop' || clipNorm !== undefined || clipValue !== undefined
}

function isWritten(layer: LayerSpec): boolean {
  return layer.layer === 'activation' && layer.name === 'expression'
}

export async function loadParts({ written, probes, rareLayers: hasRare }: Needs): Promise<TrainerParts> {
  const [parseActivation, probeKit, rareLayers] = await Promise.all([
    written ? loadPart(() => import('@/lib/engine/doors/written')).then((part) => part.parseActivation) : null,
    probes ? loadPart(() => import('@/lib/engine/doors/probes')).then((part) => part.PROBE_KIT) : null,
    hasRare ? loadRareLayers() : null,
  ])
  return { parseActivation, probeKit, rareLayers }
}

export function haveRareLayers(specs: readonly Pick<ExperimentSpec, 'model'>[]): boolean {
  return specs.some(({ model }) => model.some(isRareLayer))
}

export async function loadRareLayers() {
  return (await loadPart(() => import('@/lib/engine/doors/rare-layers'))).RARE_LAYERS
}
