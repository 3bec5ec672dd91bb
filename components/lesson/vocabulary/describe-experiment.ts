/**
 * An experiment's recipe and claims in words, for readers without JavaScript,
 * with a screen reader, or in doubt. Pure: spec in, sentences out.
 */
import { claimedBounds, whatIsRead } from '@/components/experiment/claim-words'
import { blockText, networkBlocks } from '@/components/experiment/network-words'
import { OPTIMIZER_NAMES } from '@/components/experiment/recipe-line'
import { formatNumber } from '@/components/plot/format-number'
import { activations, type ExperimentSpec } from '@/lib/engine'
import type { Claim } from '@/lib/experiment/claim'

export interface RecipeRow {
  name: string
  value: string
}

export function describeRecipe(spec: ExperimentSpec): RecipeRow[] {
  const rows = [
    { name: 'Data', value: describeData(spec) },
    { name: 'Network', value: networkBlocks(spec.model).map(blockText).join(' → ') },
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
