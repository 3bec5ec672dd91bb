import { type ActivationName, activations, type ExperimentSpec, type LayerSpec } from '@/lib/engine'

export interface NamedLayer {
  /** Index into the model. */
  layer: number
  name: string
}

/** The activation layers of a spec and what they are after `step` steps, from the start, so that nothing appears later. */
export function activationLayers(spec: ExperimentSpec, step: number): NamedLayer[] {
  return spec.model.flatMap((layer, index) => {
    if (layer.layer !== 'activation') return []
    const name = swappedIn(spec, index, step) ?? layer.name
    return [{ layer: index, name: name === 'expression' ? 'Own expression' : activations[name].title }]
  })
}

const LEARNING = { linear: 'linear', conv2d: 'convolution', 'batch-norm': 'batch norm', 'layer-norm': 'layer norm' }

/** The layers that learn something, of which a step moves the weights. */
export function learningLayers(spec: ExperimentSpec): NamedLayer[] {
  return spec.model.flatMap((layer, index) => {
    const name = learningName(layer)
    return name === null ? [] : [{ layer: index, name }]
  })
}

function learningName(layer: LayerSpec): string | null {
  if (layer.layer === 'activation') return layer.name !== 'expression' && layer.learnt ? 'learnt slope' : null
  return LEARNING[layer.layer as keyof typeof LEARNING] ?? null
}

/** The activation that an intervention had put into a layer when it was evaluated: the swap at a step comes after. */
function swappedIn({ interventions = [] }: ExperimentSpec, layer: number, step: number): ActivationName | undefined {
  return interventions
    .filter((one) => one.layer === layer && one.atStep < step)
    .sort((a, b) => a.atStep - b.atStep)
    .at(-1)?.activation.name
}

export const tellsTwoClasses = ({ model }: ExperimentSpec) =>
  (model.findLast((layer) => layer.layer === 'linear')?.units ?? Number.POSITIVE_INFINITY) <= 2
