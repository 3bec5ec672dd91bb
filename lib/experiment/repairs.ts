/**
 * Repairs that a reader may try on a broken network: each changes one thing about a recipe and leaves the rest. What has
 * nothing to repair comes back as it was. Not here: which experiments offer them (`repairs: true` in their files).
 */
import type { ExperimentSpec, InitSpec, LayerSpec } from '@/lib/engine'

interface Repair {
  label: string
  apply(spec: ExperimentSpec): ExperimentSpec
}

export const REPAIR_NAMES = [
  'zero-biases',
  'he-weights',
  'glorot-weights',
  'standardised-inputs',
  'bare-logits',
  'one-slope',
] as const
export type RepairName = (typeof REPAIR_NAMES)[number]

export const repairs: Record<RepairName, Repair> = {
  'zero-biases': {
    label: 'Start all biases at zero',
    apply: (spec) => ({ ...spec, model: spec.model.map(withoutBias) }),
  },
  'he-weights': { label: 'He weights in the hidden layers', apply: (spec) => withHiddenInit(spec, 'he-normal') },
  'glorot-weights': {
    label: 'Glorot weights in the hidden layers',
    apply: (spec) => withHiddenInit(spec, 'glorot-normal'),
  },
  'standardised-inputs': {
    label: 'Standardise the inputs',
    apply: (spec) =>
      spec.data.kind === 'table' ? { ...spec, data: { ...spec.data, standardise: 'per-feature' } } : spec,
  },
  'bare-logits': { label: 'Nothing behind the last layer', apply: withBareLogits },
  'one-slope': { label: 'Keep the activation it was trained with', apply: ({ interventions: _, ...spec }) => spec },
}

function withoutBias(layer: LayerSpec): LayerSpec {
  if (layer.layer !== 'linear') return layer
  const { initialBias: _, ...rest } = layer
  return rest
}

/** The last linear layer keeps its own: it belongs to the output. */
function withHiddenInit(spec: ExperimentSpec, init: InitSpec): ExperimentSpec {
  const last = lastLinear(spec)
  const model = spec.model.map((layer, i) => (layer.layer === 'linear' && i < last ? { ...layer, init } : layer))
  return { ...spec, model }
}

/** Ends in scores, and in a loss that takes them for what they are. */
function withBareLogits(spec: ExperimentSpec): ExperimentSpec {
  const model = spec.model.slice(0, lastLinear(spec) + 1)
  return spec.loss.kind === 'softmax-twice'
    ? { ...spec, model, loss: { kind: 'softmax-cross-entropy' } }
    : { ...spec, model }
}

const lastLinear = ({ model }: ExperimentSpec) => model.findLastIndex(({ layer }) => layer === 'linear')
