/** A recipe in one line of words. */
import { formatNumber } from '@/components/plot/format-number'
import { costOf, type ExperimentSpec, exampleCounts } from '@/lib/engine'
import { hasImages } from './experiment-settings'

const DATA_NAMES = {
  spiral: 'Two spirals',
  moons: 'Two moons',
  circles: 'Two circles',
  xor: 'Four squares (xor)',
  gaussians: 'Round clouds',
  function: 'A function of one variable',
  points: 'Own points',
  table: 'Own table',
  cifar10: 'CIFAR-10',
  'drawn-ten': 'Drawn stand-in',
} as const

export const OPTIMIZER_NAMES = { sgd: 'SGD', rmsprop: 'RMSProp', adam: 'Adam', adamw: 'AdamW' } as const

/** Data, size, batch and optimizer of what would be run. */
export function recipeLine(spec: ExperimentSpec): string {
  const { train, validation } = exampleCounts(spec.data)
  const unit = hasImages(spec.data) ? 'images' : 'points'
  const { parameters } = costOf(spec)
  return [
    `${DATA_NAMES[spec.data.kind]}: ${formatNumber(train, 6)} ${unit} to learn from, ${formatNumber(validation, 6)} held back`,
    `${formatNumber(parameters, 7)} parameters`,
    `batches of ${spec.batch}`,
    OPTIMIZER_NAMES[spec.optimizer.kind],
    // A line does not begin with a dot.
  ].join('\u00a0· ')
}
