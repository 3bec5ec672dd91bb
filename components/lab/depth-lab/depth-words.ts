/** What was measured, in sentences. Pure. */
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import type { DepthMoment, DepthRunView } from '@/lib/training/depth/depth-player'
import { medianOf } from './depth-series'
import type { LineLook } from './line-look'

type Runs = readonly DepthRunView[]

export const stepWords = (step: number) =>
  step === 0 ? 'before the first step' : `after ${step} ${step === 1 ? 'step' : 'steps'}`

/** The first layer's gradient in each kind of network, as it was before the first step. */
export function gradientWords(runs: Runs, looks: readonly LineLook[]): string {
  return inEach(
    runs,
    looks,
    ([start]) => start?.first ?? null,
    (value) => formatNumber(value, 2),
    'First layer’s gradient',
  )
}

/** And how much it has learnt. */
export function accuracyWords(runs: Runs, looks: readonly LineLook[]): string {
  return inEach(
    runs,
    looks,
    (moments) => moments.at(-1)?.accuracy ?? null,
    (value) => formatPercent(value, 0),
    'Right, held back',
  )
}

function inEach(
  runs: Runs,
  looks: readonly LineLook[],
  pick: (moments: readonly DepthMoment[]) => number | null,
  format: (value: number) => string,
  what: string,
): string {
  const parts = looks.map(({ label }, line) => {
    const values = runs.filter((run) => run.line === line).flatMap(({ moments }) => pick(moments) ?? [])
    return `${label} ${values.length === 0 ? '–' : format(medianOf(values))}`
  })
  return `${what}, median: ${parts.join(', ')}.`
}
