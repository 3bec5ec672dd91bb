/**
 * The network that the settings describe: which units there are, what each sums up, and what everything is called. Ids of
 * inputs, weights and biases are the keys of the settings; the others are made here. No numbers: those are tape-run.ts.
 */
import type { LabSettings } from '@/components/lab/use-lab-settings'
import type { ActivationName } from '@/lib/engine'
import type { BiasKey, InputKey, ParameterKey, WeightKey } from '@/lib/lab/widgets/backprop-view'

export type BackpropSettings = LabSettings<'backprop-view'>

export type LossKind = BackpropSettings['loss']

export interface Term {
  weight: WeightKey
  /** An input, or what a unit of the layer before puts out. */
  source: string
}

export interface Unit {
  /** Its sum before the activation, and what it puts out. */
  z: string
  a: string
  bias: BiasKey
  terms: readonly Term[]
  activation: ActivationName
  /** Counted from 1; the output's is the last. */
  layer: number
  place: number
  isOutput: boolean
  isLastOfLayer: boolean
}

/** How something is printed: `w⁽¹⁾₁₂`. */
export interface Name {
  base: string
  sub?: string
  /** The layer. */
  sup?: string
  /** In a sentence: `the weight from input 2 to hidden unit 1`. */
  words: string
}

export interface NetworkPlan {
  inputs: readonly InputKey[]
  /** The hidden ones, and then the output's. */
  layers: readonly (readonly Unit[])[]
  names: ReadonlyMap<string, Name>
  /** In the order in which they are used. */
  parameters: readonly ParameterKey[]
}

/** Not the name of a setting, as that of the target is. */
export const LOSS = 'l'
export const TARGET = 'target'

export function planNetwork(settings: BackpropSettings): NetworkPlan {
  const widths = [settings.units, settings['more-units']].filter((width) => width > 0)
  const inputs = placesUpTo(settings.inputs).map((place) => `x${place}` as InputKey)
  const layers: Unit[][] = []
  let sources: readonly string[] = inputs
  for (const [index, width] of [...widths, 1].entries()) {
    const isOutput = index === widths.length
    const units = placesUpTo(width).map((place): Unit => {
      const own = isOutput ? 'o' : `${index + 1}.${place}`
      return {
        z: `z${own}`,
        a: `a${own}`,
        bias: `b${own}` as BiasKey,
        terms: sources.map((source, from) => ({
          weight: (isOutput ? `wo.${from + 1}` : `w${own}${from + 1}`) as WeightKey,
          source,
        })),
        activation: isOutput ? settings.fo : index === 0 ? settings.f1 : settings.f2,
        layer: index + 1,
        place,
        isOutput,
        isLastOfLayer: isOutput || place === width,
      }
    })
    layers.push(units)
    sources = units.map(({ a }) => a)
  }
  const units = layers.flat()
  return {
    inputs,
    layers,
    names: namesOf(inputs, units, widths.length),
    parameters: units.flatMap(({ terms, bias }) => [...terms.map(({ weight }) => weight), bias]),
  }
}

function namesOf(inputs: readonly string[], units: readonly Unit[], hiddenLayers: number): Map<string, Name> {
  const names = new Map<string, Name>()
  inputs.forEach((id, index) => {
    names.set(id, { base: 'x', sub: String(index + 1), words: `input ${index + 1}` })
  })
  for (const { z, a, bias, terms, layer, place, isOutput } of units) {
    const unit = isOutput
      ? 'the output'
      : hiddenLayers === 1
        ? `hidden unit ${place}`
        : `unit ${place} of hidden layer ${layer}`
    const at = { sub: String(place), sup: String(layer) }
    terms.forEach(({ weight, source }, index) => {
      const words = `the weight from ${names.get(source)?.words ?? source} to ${unit}`
      names.set(weight, { base: 'w', sub: `${place}${index + 1}`, sup: at.sup, words })
    })
    names.set(bias, { base: 'b', ...at, words: `the bias of ${unit}` })
    names.set(z, { base: 'z', ...at, words: `the sum of ${unit}` })
    names.set(a, isOutput ? { base: 'ŷ', words: 'the output' } : { base: 'a', ...at, words: unit })
  }
  names.set(TARGET, { base: 't', words: 'the target' })
  names.set(LOSS, { base: 'L', words: 'the loss' })
  return names
}

export function nameOf(plan: NetworkPlan, id: string): Name {
  return plan.names.get(id) ?? { base: id, words: id }
}

function placesUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
