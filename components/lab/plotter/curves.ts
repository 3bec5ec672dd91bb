/** What the plotter draws: its settings as functions with a name, a look and what there is to see on them. Pure. */

import type { LabSettings } from '@/components/lab/use-lab-settings'
import { activationLook } from '@/components/training/activation-look'
import {
  type ActivationName,
  type ActivationParameterName,
  type ActivationParameters,
  type ActivationRange,
  activations,
  type CurveFeatures,
  featuresOf,
  type WrittenActivation,
} from '@/lib/engine'
import type { ParameterKey } from '@/lib/lab/widgets/plotter'

export interface PlotterCurve {
  id: ActivationName | 'own'
  label: string
  color: string
  dash?: string
  value: (x: number) => number
  slope: (x: number) => number
  features: CurveFeatures
  /** Null where samples cannot tell. */
  range: ActivationRange | null
}

export interface CurveParameter {
  /** In the link and the settings: `swish.beta`. */
  key: ParameterKey
  label: string
  min: number
  max: number
  value: number
}

type Settings = LabSettings<'plotter'>

/** The curves in the order in which they were chosen, the learner's own last. */
export function curvesOf(settings: Settings, own: WrittenActivation | null): PlotterCurve[] {
  const { temperature } = settings
  const named = settings.f.map((name) => namedCurve(name, parametersOf(name, settings), temperature))
  return own === null ? named : [...named, ownCurve(own, temperature)]
}

/** The same, and the same list as before where no curve changed: moving the cursor draws nothing anew. */
export function rememberingCurves(): typeof curvesOf {
  let before: PlotterCurve[] = []
  return (settings, own) => {
    const now = curvesOf(settings, own)
    if (now.length !== before.length || now.some((curve, index) => curve !== before[index])) before = now
    return before
  }
}

/** A slider each; only of what is drawn. */
export function shownParameters(settings: Settings): CurveParameter[] {
  return settings.f.flatMap((name) =>
    activations[name].parameters.map((parameter) => {
      const key = `${name}.${parameter.name}` as const
      const { min, max } = parameter
      return { key, label: `${parameter.symbol} of ${activations[name].title}`, min, max, value: settings[key] }
    }),
  )
}

function parametersOf(name: ActivationName, settings: Settings): ActivationParameters {
  const entries = activations[name].parameters.map((parameter): [ActivationParameterName, number] => [
    parameter.name,
    settings[`${name}.${parameter.name}`],
  ])
  return Object.fromEntries(entries)
}

/** Drawing a slider along asks for the other curves again and again. */
const MOST_KEPT = 60
const kept = new Map<string, PlotterCurve>()

function namedCurve(name: ActivationName, parameters: ActivationParameters, temperature: number): PlotterCurve {
  const key = JSON.stringify([name, parameters, temperature])
  const before = kept.get(key)
  if (before) return before
  const { value: f, derivative: slope, range } = activations[name]
  const value = (x: number) => f(x / temperature, parameters)
  const derivative = (x: number) => slope(x / temperature, parameters) / temperature
  const features = featuresOf({ value, derivative })
  const isDefault = activations[name].parameters.every((one) => parameters[one.name] === one.default)
  const curve: PlotterCurve = {
    id: name,
    ...activationLook(name),
    value,
    slope: derivative,
    features,
    // Reading x in another unit changes no value that is taken.
    range: isDefault ? range : rangeOf(features),
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, curve)
  return curve
}

const keptOwn = new WeakMap<WrittenActivation, { temperature: number; curve: PlotterCurve }>()

function ownCurve(own: WrittenActivation, temperature: number): PlotterCurve {
  const before = keptOwn.get(own)
  if (before?.temperature === temperature) return before.curve
  const value = (x: number) => own.value(x / temperature)
  const derivative = (x: number) => own.derivative(x / temperature) / temperature
  const features = featuresOf({ value, derivative })
  const curve: PlotterCurve = {
    id: 'own',
    ...activationLook('expression'),
    dash: '12 3 2 3 2 3',
    value,
    slope: derivative,
    features,
    range: rangeOf(features),
  }
  keptOwn.set(own, { temperature, curve })
  return curve
}

/** From the ends and the extremes; null where what happens far out is not known. */
export function rangeOf({ minimum, maximum, tails }: CurveFeatures): ActivationRange | null {
  const low = endOf(-1, minimum, tails)
  const high = endOf(1, maximum, tails)
  return low && high ? { low: low.at, lowIncluded: low.taken, high: high.at, highIncluded: high.taken } : null
}

function endOf(sign: 1 | -1, extreme: CurveFeatures['minimum'], { left, right }: CurveFeatures['tails']) {
  const ends = [left, right].map((tail, index) => {
    if (tail.kind === 'constant') return tail.value
    if (tail.kind === 'unbounded') return tail.sign * Number.POSITIVE_INFINITY
    if (tail.kind === 'line') return Math.sign(tail.slope) * (index === 0 ? -1 : 1) * Number.POSITIVE_INFINITY
    return null
  })
  if (ends.includes(null)) return null
  const farthest = Math.max(...ends.map((end) => sign * (end ?? 0)))
  const taken = extreme.attained !== 'edge' && sign * extreme.value >= farthest - 1e-12
  return taken ? { at: extreme.value, taken } : { at: sign * farthest + 0, taken }
}
