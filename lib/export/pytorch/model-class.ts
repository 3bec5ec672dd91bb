/**
 * Modules strung together: in a row where they follow one another, by name where one layer's output is added to a later
 * one's. Says also under which names the arrays go into `state_dict`, and how code outside reaches a layer.
 */
import type { ExperimentSpec } from '@/lib/engine'
import type { NumpyArray } from '@/lib/export/archive/npz'
import { indent } from '@/lib/export/python/text'
import type { TorchModule } from './modules'

export interface ModelClass {
  lines: string[]
  state: Record<string, NumpyArray>
  /** Python for the module of a layer, e.g. `model.layers[1]`. */
  placeOf(layer: number): string
}

export interface Signature {
  inputShape: string
  outputShape: string
  /** What comes out, e.g. `logits`. */
  outputs: string
}

export function modelClass(spec: ExperimentSpec, modules: readonly TorchModule[], signature: Signature): ModelClass {
  const isRow = spec.model.every(({ layer }) => layer !== 'residual')
  const names = isRow ? modules.map((_, i) => `layers.${i}`) : modules.map(({ name, layer }) => `${name}_${layer}`)
  const made = isRow
    ? ['self.layers = nn.Sequential(', ...modules.map(({ code }) => `    ${code},`), ')']
    : modules.map(({ code }, i) => `self.${names[i]} = ${code}`)
  const doc = `"""${signature.inputShape} to ${signature.outputs}, ${signature.outputShape}."""`
  const forward = isRow ? ['return self.layers(x)'] : forwardLines(spec, modules, names)
  const lines = [
    'class Model(nn.Module):',
    ...indent(['def __init__(self):', ...indent(['super().__init__()', ...made])]),
    '',
    ...indent(['def forward(self, x):', ...indent([doc, ...forward])]),
  ]
  const state = Object.fromEntries(
    modules.flatMap((module, i) => Object.entries(module.state).map(([kind, array]) => [`${names[i]}.${kind}`, array])),
  )
  const placeOf = (layer: number) => {
    const i = modules.findIndex((module) => module.layer === layer)
    return isRow ? `model.layers[${i}]` : `model.${names[i]}`
  }
  return { lines, state, placeOf }
}

function forwardLines({ model }: ExperimentSpec, modules: readonly TorchModule[], names: readonly string[]): string[] {
  const kept = new Set(model.flatMap((layer) => (layer.layer === 'residual' ? [layer.from] : [])))
  const lines = model.flatMap((layer, index) => {
    const steps =
      layer.layer === 'residual'
        ? [`x = x + skip_${layer.from}`]
        : modules.flatMap((module, i) => (module.layer === index ? [`x = self.${names[i]}(x)`] : []))
    return kept.has(index) ? [...steps, `skip_${index} = x`] : steps
  })
  return [...lines, 'return x']
}
