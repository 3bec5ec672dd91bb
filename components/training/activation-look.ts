/** How an activation looks in every plot: its own colour and, for the challenge's three, its own line. */
import { type ActivationName, activations, type ExperimentSpec } from '@/lib/engine'

const COLORED = ['linear', 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'elu', 'selu', 'swish', 'gelu']
const DASHES: Partial<Record<ActivationName, string>> = { swish: '7 4', gelu: '2 4' }

export interface ActivationLook {
  label: string
  color: string
  dash?: string
}

export function activationLook(name: ActivationName): ActivationLook {
  const dash = DASHES[name]
  return {
    label: activations[name].title,
    color: COLORED.includes(name) ? `var(--act-${name})` : 'var(--act-other)',
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
