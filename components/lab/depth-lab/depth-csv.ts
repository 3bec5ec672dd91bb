import { type CsvCell, csvText } from '@/lib/export/csv'
import type { DepthRunView } from '@/lib/training/depth/depth-player'
import type { LineLook } from './line-look'

/** One row for each network, seed and layer, as they were read last; the output layer has a gradient alone. */
export function layersCsv(runs: readonly DepthRunView[], looks: readonly LineLook[]): string {
  const head = [
    'network',
    'seed',
    'step (completed updates)',
    'layer (from 1; the last is the output)',
    'gradient norm (weights and biases)',
    'variance of the outputs',
    'mean of the outputs',
    'saturated (share from 0 to 1)',
  ]
  const rows = runs.flatMap(({ line, seed, reading }): CsvCell[][] => {
    if (reading === null) return []
    const { step, gradients, variances, means, saturated } = reading
    const name = looks[line]?.label
    return gradients.map((gradient, i) => [name, seed, step, i + 1, gradient, variances[i], means[i], saturated[i]])
  })
  return csvText([head, ...rows])
}

/** One row for each network, seed and step at which it was read. */
export function stepsCsv(runs: readonly DepthRunView[], looks: readonly LineLook[]): string {
  const head = [
    'network',
    'seed',
    'step (completed updates)',
    'gradient norm of the first layer',
    'gradient norm of the output layer',
    'loss of the batch (nats)',
    'held-back accuracy (share from 0 to 1)',
  ]
  const rows = runs.flatMap(({ line, seed, moments }) =>
    moments.map(({ step, first, last, loss, accuracy }) => [
      looks[line]?.label,
      seed,
      step,
      first,
      last,
      loss,
      accuracy,
    ]),
  )
  return csvText([head, ...rows])
}
