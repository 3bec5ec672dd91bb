/**
 * An experiment's recipe and claims in words, for readers without JavaScript,
 * with a screen reader, or in doubt. Pure: spec in, sentences out.
 */
import { claimedBounds, whatIsRead } from '@/components/experiment/claim-words'
import { formatNumber } from '@/components/plot/format-number'
import { activations, type ExperimentSpec, type LayerSpec } from '@/lib/engine'
import type { Claim } from '@/lib/experiment/claim'

export interface RecipeRow {
  name: string
  value: string
}

export function describeRecipe(spec: ExperimentSpec): RecipeRow[] {
  const rows = [
    { name: 'Data', value: describeData(spec) },
    { name: 'Network', value: describeModel(spec.model) },
    { name: 'Loss', value: spec.loss.kind.replaceAll('-', ' ') },
    { name: 'Optimizer', value: describeOptimizer(spec) },
    { name: 'Length', value: `${spec.epochs} passes, batches of ${spec.batch}` },
    { name: 'Seeds', value: spec.seeds.join(', ') },
  ]
  for (const { atStep, layer, activation } of spec.interventions ?? []) {
    const { title } = activations[activation.name]
    const slope = activation.alpha === undefined ? '' : ` with α = ${formatNumber(activation.alpha)}`
    rows.push({ name: `After step ${atStep}`, value: `layer ${layer} becomes ${title}${slope}; the weights stay` })
  }
  return rows
}

function describeData({ data }: ExperimentSpec): string {
  switch (data.kind) {
    case 'cifar10':
      return `CIFAR-10, ${formatNumber(data.train, 6)} training and ${formatNumber(data.validation, 6)} validation images`
    case 'drawn-ten':
      return `ten drawn classes (a stand-in for CIFAR-10), ${formatNumber(data.train, 6)} training and ${formatNumber(data.validation, 6)} validation images`
    case 'function':
      return `the function “${data.name}”, ${data.samples} points, noise ${data.noise}`
    case 'points':
      return `${data.points.length} points placed by hand`
    case 'table':
      return `a table, to predict “${data.label}”`
    default:
      return `${data.kind}, ${data.samples} points, noise ${data.noise}, ${Math.round(100 * data.validation)} % held back`
  }
}

/** Runs of equal layers are written once: `10 × (linear 16 → Sigmoid) → linear 2`. */
function describeModel(model: readonly LayerSpec[]): string {
  const blocks: { text: string; times: number }[] = []
  for (let index = 0; index < model.length; index++) {
    const layer = model[index]
    const following = model[index + 1]
    if (layer === undefined) continue
    let text = describeLayer(layer)
    if (layer.layer !== 'activation' && following?.layer === 'activation') {
      text += ` → ${describeLayer(following)}`
      index++
    }
    const last = blocks.at(-1)
    if (last?.text === text) last.times++
    else blocks.push({ text, times: 1 })
  }
  return blocks.map(({ text, times }) => (times === 1 ? text : `${times} × (${text})`)).join(' → ')
}

function describeLayer(layer: LayerSpec): string {
  switch (layer.layer) {
    case 'linear': {
      const bias = layer.initialBias === undefined ? '' : `, biases from ${formatNumber(layer.initialBias)}`
      return `linear ${layer.units}${layer.init === undefined ? '' : ` (${typeof layer.init === 'string' ? layer.init : layer.init.name}${bias})`}`
    }
    case 'conv2d':
      return `convolution ${layer.kernel}×${layer.kernel}, ${layer.channels} channels`
    case 'max-pool2d':
      return `max-pool ${layer.size}×${layer.size}`
    case 'activation':
      return layer.name === 'expression' ? layer.expression : activations[layer.name].title
    default:
      return layer.layer
  }
}

const OPTIMIZER_NAMES = { sgd: 'SGD', rmsprop: 'RMSProp', adam: 'Adam', adamw: 'AdamW' } as const

function describeOptimizer({ optimizer, schedule }: ExperimentSpec): string {
  const momentum = 'momentum' in optimizer && optimizer.momentum ? `, momentum ${optimizer.momentum}` : ''
  const base = `${OPTIMIZER_NAMES[optimizer.kind]}, learning rate ${formatNumber(optimizer.learningRate, 7)}${momentum}`
  if (schedule?.kind === 'step') return `${base}, times ${schedule.factor} every ${schedule.everySteps} steps`
  return schedule?.kind === 'cosine' ? `${base}, falling along a cosine` : base
}

/** The author's sentence, or the bounds in words where there is none. */
export function describeClaim(claim: Claim): string {
  if (claim.statement !== undefined) return claim.statement
  return `${whatIsRead(claim)}: ${claimedBounds(claim)}.`
}
