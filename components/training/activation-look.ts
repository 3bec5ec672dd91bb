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

/** What a network is told apart by: an activation of the registry, or one that its recipe writes out. */
export type MainActivation = ActivationName | 'expression'

export function activationLook(name: MainActivation): ActivationLook {
  if (name === 'expression') return { label: 'Own expression', color: 'var(--act-other)' }
  const dash = DASHES[name]
  return {
    label: activations[name].title,
    color: `var(--act-${name})`,
    ...(dash === undefined ? {} : { dash }),
  }
}

/** What a run is called beside others of its plan. */
export function runName({ spec, seed }: { spec: Pick<ExperimentSpec, 'model'>; seed: number }): string {
  return `${activationLook(mainActivation(spec)).label}, seed ${seed}`
}

/** The first of the registry, or else the first that is written out; `linear` where there is none. */
export function mainActivation(spec: Pick<ExperimentSpec, 'model'>): MainActivation {
  const names = spec.model.flatMap((layer) => (layer.layer === 'activation' ? [layer.name] : []))
  return names.find((name) => name !== 'expression') ?? names[0] ?? 'linear'
}
