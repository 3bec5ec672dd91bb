import type { BuildOptions, ExperimentSpec, LayerSpec } from '@/lib/engine'
import { isDifference } from '@/lib/engine/doors/trainer'
import { loadPart } from './load-part'

/** What some runs need besides the trainer itself: a worker loads it when it is given such a run. */
export interface Needs {
  written: boolean
  probes: boolean
  /** Kernels of the rare module: scripts/kernels/dispatcher.ts says which they are. */
  rareKernels: boolean
  batchNorm: boolean
}

export type TrainerParts = Pick<BuildOptions, 'parseActivation' | 'probeKit' | 'batchNorm'>

export function needsOf(specs: readonly ExperimentSpec[]): Needs {
  return {
    written: specs.some(({ model }) => model.some(isWritten)),
    probes: specs.some(({ probes = [] }) => probes.length > 0),
    rareKernels: specs.some(callsRareKernels),
    batchNorm: haveBatchNorm(specs),
  }
}

const CORE_LAYERS: readonly LayerSpec['layer'][] = ['linear', 'conv2d', 'max-pool2d', 'flatten', 'activation']

function callsRareKernels({ model, loss, optimizer }: ExperimentSpec): boolean {
  const { kind, clipNorm, clipValue } = optimizer
  const isCore = (layer: LayerSpec) => CORE_LAYERS.includes(layer.layer) && !isWritten(layer) && !isLearnt(layer)
  if (!model.every(isCore) || isDifference(loss)) return true
  return kind === 'rmsprop' || clipNorm !== undefined || clipValue !== undefined
}

function isWritten(layer: LayerSpec): boolean {
  return layer.layer === 'activation' && layer.name === 'expression'
}

function isLearnt(layer: LayerSpec): boolean {
  return layer.layer === 'activation' && layer.name !== 'expression' && layer.learnt === true
}

export async function loadParts({ written, probes, batchNorm: normalises }: Needs): Promise<TrainerParts> {
  const [parseActivation, probeKit, batchNorm] = await Promise.all([
    written ? loadPart(() => import('@/lib/engine/doors/written')).then((part) => part.parseActivation) : null,
    probes ? loadPart(() => import('@/lib/engine/doors/probes')).then((part) => part.PROBE_KIT) : null,
    normalises ? loadBatchNorm() : null,
  ])
  return { parseActivation, probeKit, batchNorm }
}

export function haveBatchNorm(specs: readonly Pick<ExperimentSpec, 'model'>[]): boolean {
  return specs.some(({ model }) => model.some(({ layer }) => layer === 'batch-norm'))
}

export async function loadBatchNorm() {
  return (await loadPart(() => import('@/lib/engine/doors/batch-norm'))).BATCH_NORM_KIT
}
