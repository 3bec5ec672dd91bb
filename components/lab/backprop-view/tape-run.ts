/**
 * The network computed on the engine's tape, number by number, and taken apart: every multiply-add forward, every link of
 * the chain rule backward, every update. All numbers are read from the tape; nothing is worked out here. What a step looks
 * like is step-equation.ts.
 */
import {
  activation,
  add,
  bceWithLogits,
  centralDifference,
  huber,
  mae,
  mse,
  mul,
  type Tensor,
  tensor,
} from '@/lib/engine/doors/autograd'
import type { ParameterKey } from '@/lib/lab/widgets/backprop-view'
import { type BackpropSettings, LOSS, type NetworkPlan, planNetwork, type Unit } from './network-plan'

export type StepFact =
  | { kind: 'start' }
  /** after = before + weight·input; `before` is null for the first term. */
  | {
      kind: 'term'
      unit: Unit
      index: number
      weight: number
      input: number
      before: number | null
      product: number
      after: number
    }
  | { kind: 'bias'; unit: Unit; before: number; bias: number; after: number }
  | { kind: 'activation'; unit: Unit; z: number; a: number }
  | { kind: 'loss'; output: number; target: number; loss: number }
  | { kind: 'seed' }
  | { kind: 'loss-back'; upstream: number; slope: number; gradient: number }
  | { kind: 'activation-back'; unit: Unit; z: number; upstream: number; slope: number; gradient: number }
  | { kind: 'bias-back'; unit: Unit; gradient: number }
  | { kind: 'weight-back'; unit: Unit; index: number; delta: number; input: number; gradient: number }
  /** `before` is what other units have handed back already, null where this is the first. */
  | {
      kind: 'input-back'
      unit: Unit
      index: number
      delta: number
      weight: number
      before: number | null
      share: number
      after: number
    }
  | { kind: 'update'; parameter: ParameterKey; old: number; gradient: number; rate: number; updated: number }
  | { kind: 'loss-after'; before: number; after: number }

export interface TapeRun {
  steps: readonly StepFact[]
  loss: number
  /** Of everything that has one, by id. */
  values: ReadonlyMap<string, number>
  gradients: ReadonlyMap<string, number>
  updated: ReadonlyMap<ParameterKey, number>
  lossAfter: number
}

type Link =
  | { kind: 'term'; unit: Unit; index: number; weight: Tensor; input: Tensor; before: Tensor | null; product: Tensor }
  | { kind: 'bias'; unit: Unit; before: Tensor; bias: Tensor }
  | { kind: 'activation'; unit: Unit; z: Tensor }
  | { kind: 'loss'; output: Tensor }
/** One thing that is done, and the tensor it makes. */
type Made = Link & { made: Tensor }

interface Tape {
  links: readonly Made[]
  tensors: ReadonlyMap<string, Tensor>
  loss: Tensor
}

const LOSSES = { mse, mae, huber, 'bce-with-logits': bceWithLogits }
const single = (value: number, name: string) => tensor([], [value], name)
/** Adding 0 makes −0 to 0, which is what a person would write. */
const only = (values: Float64Array | undefined) => (values?.[0] ?? Number.NaN) + 0
const numberOf = ({ data }: Tensor) => only(data)
const gradientOf = ({ grad }: Tensor) => only(grad)
/** d(node)/d(its input), as the node itself has it. */
const slopeOf = (node: Tensor) => only(node.pullback(Float64Array.of(1))[0])

/** Forward, in the order of the steps: layer by layer, unit by unit, term by term. */
function record(plan: NetworkPlan, settings: BackpropSettings): Tape {
  const links: Made[] = []
  const tensors = new Map<string, Tensor>()
  const keep = (id: string, made: Tensor) => {
    tensors.set(id, made)
    return made
  }
  const get = (id: string) => {
    const found = tensors.get(id)
    if (found === undefined) throw new Error(`The network uses ${id} before it is computed.`)
    return found
  }
  for (const id of [...plan.inputs, ...plan.parameters]) keep(id, single(settings[id], id))
  for (const unit of plan.layers.flat()) {
    let sum: Tensor | null = null
    for (const [index, { weight: weightId, source }] of unit.terms.entries()) {
      const [weight, input] = [get(weightId), get(source)]
      const product = mul(weight, input)
      const before: Tensor | null = sum
      sum = before === null ? product : add(before, product)
      links.push({ kind: 'term', unit, index, weight, input, before, product, made: sum })
    }
    if (sum === null) continue
    const bias = get(unit.bias)
    const z = keep(unit.z, add(sum, bias))
    links.push({ kind: 'bias', unit, before: sum, bias, made: z })
    links.push({ kind: 'activation', unit, z, made: keep(unit.a, activation(z, unit.activation)) })
  }
  const output = get('ao')
  const loss = keep(LOSS, LOSSES[settings.loss](output, [settings.target]))
  links.push({ kind: 'loss', output, made: loss })
  return { links, tensors, loss }
}

export function runTape(settings: BackpropSettings, plan = planNetwork(settings)): TapeRun {
  const { links, tensors, loss } = record(plan, settings)
  const forward = links.map((link) => forwardFact(link, settings))
  loss.grad.fill(1)
  const backward: StepFact[] = [{ kind: 'seed' }, ...[...links].reverse().flatMap(backwardFacts)]
  const updates = plan.parameters.map((parameter) => updateFact(parameter, tensors, settings.rate))
  const updated = new Map(updates.map(({ parameter, updated }) => [parameter, updated]))
  const lossAfter = numberOf(record(plan, { ...settings, ...Object.fromEntries(updated) }).loss)
  return {
    steps: [
      { kind: 'start' },
      ...forward,
      ...backward,
      ...updates,
      { kind: 'loss-after', before: numberOf(loss), after: lossAfter },
    ],
    loss: numberOf(loss),
    values: new Map([...tensors].map(([id, one]) => [id, numberOf(one)])),
    gradients: new Map([...tensors].map(([id, one]) => [id, gradientOf(one)])),
    updated,
    lossAfter,
  }
}

function forwardFact(link: Made, { target }: BackpropSettings): StepFact {
  switch (link.kind) {
    case 'term': {
      const { unit, index, weight, input, before, product, made } = link
      return {
        kind: 'term',
        unit,
        index,
        weight: numberOf(weight),
        input: numberOf(input),
        before: before && numberOf(before),
        product: numberOf(product),
        after: numberOf(made),
      }
    }
    case 'bias': {
      const { unit, before, bias, made } = link
      return { kind: 'bias', unit, before: numberOf(before), bias: numberOf(bias), after: numberOf(made) }
    }
    case 'activation':
      return { kind: 'activation', unit: link.unit, z: numberOf(link.z), a: numberOf(link.made) }
    case 'loss':
      return { kind: 'loss', output: numberOf(link.output), target, loss: numberOf(link.made) }
  }
}

/** Pulls this link of the tape, and says what that did. */
function backwardFacts(link: Made): StepFact[] {
  const { made } = link
  const upstream = gradientOf(made)
  switch (link.kind) {
    case 'loss': {
      // The tape has the loss as the mean of penalties, of which there is one.
      const [penalty = made] = made.inputs
      made.pull()
      penalty.pull()
      return [{ kind: 'loss-back', upstream, slope: slopeOf(penalty), gradient: gradientOf(link.output) }]
    }
    case 'activation': {
      const { unit, z } = link
      made.pull()
      return [
        {
          kind: 'activation-back',
          unit,
          z: numberOf(z),
          upstream,
          slope: slopeOf(made),
          gradient: gradientOf(z),
        },
      ]
    }
    case 'bias':
      made.pull()
      return [{ kind: 'bias-back', unit: link.unit, gradient: gradientOf(link.bias) }]
    case 'term': {
      const { unit, index, weight, input, product } = link
      if (product !== made) made.pull()
      const delta = gradientOf(product)
      // The units of a layer hand back from the last to the first.
      const before = unit.isLastOfLayer ? null : gradientOf(input)
      const share = only(product.pullback(product.grad)[1])
      product.pull()
      return [
        { kind: 'weight-back', unit, index, delta, input: numberOf(input), gradient: gradientOf(weight) },
        {
          kind: 'input-back',
          unit,
          index,
          delta,
          weight: numberOf(weight),
          before,
          share,
          after: gradientOf(input),
        },
      ]
    }
  }
}

function updateFact(parameter: ParameterKey, tensors: ReadonlyMap<string, Tensor>, rate: number) {
  const leaf = tensors.get(parameter)
  const [old, gradient] = leaf ? [numberOf(leaf), gradientOf(leaf)] : [Number.NaN, Number.NaN]
  const updated = numberOf(add(single(old, parameter), mul(single(-rate, '−rate'), single(gradient, 'gradient'))))
  return { kind: 'update' as const, parameter, old, gradient, rate, updated }
}

/** ∂L/∂id by differences: the network is computed anew with a little more and a little less of it. */
export function differenceOf(id: string, settings: BackpropSettings, plan = planNetwork(settings)): number {
  if (!Object.hasOwn(settings, id)) return Number.NaN
  const lossAt = (value: number) => numberOf(record(plan, { ...settings, [id]: value }).loss)
  return centralDifference(lossAt, settings[id as ParameterKey])
}
