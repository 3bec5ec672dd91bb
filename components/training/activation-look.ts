/** How an activation looks in every plot: its own colour or, for a variant, its family's, and its own line. */
import { type ActivationName, activations, type ExperimentSpec } from '@/lib/engine'

const DASHES: Partial<Record<ActivationName, string>> = {
  swish: '7 4',
  gelu: '2 4',
  prelu: '11 4',
  relu6: '10 3 2 3',
  'hard-swish': '2 3 7 3',
  'gelu-tanh': '4 4',
}

export interface ActivationLook {
  label: string
  color: string
  dash?: string
}

export function activationLook(name: ActivationName): ActivationLook {
  const dash = DASHES[name]
  return {
    label: activations[name].title,
    color: `var(--act-${name})`,
    ...(dash === undefined ? {} : { dash }),
  }
}

/** The activation a network is told apart by: its first; `linear` where it has none. */
export function mainActivation(spec: Pick<ExperimentSpec, 'model'>): ActivationName {
  for (const layer of spec.model) {
    if (layer.layer === 'activation' && layer.name !== 'expression') return layer.name
  }
  return 'linear'
}
