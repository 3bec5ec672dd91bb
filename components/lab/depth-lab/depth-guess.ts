/** What is asked before anything is measured, and which answer came true. Pure. */
import { recipeVersion } from '@/components/experiment/recipe-version'
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { DepthPlan, DepthRunView } from '@/lib/training/depth/depth-player'
import { medianOf } from './depth-series'
import { looksOf } from './line-look'

/** By how many powers of ten the first layer’s gradient is smaller than the output layer’s: each up to its bound. */
const ANSWERS = [
  { id: 'larger', upTo: -1, label: 'Not smaller: more than ten times as large' },
  { id: 'alike', upTo: 1, label: 'Alike, within a factor of ten' },
  { id: '1-to-3', upTo: 3, label: 'By one to three powers of ten' },
  { id: '3-to-8', upTo: 8, label: 'By three to eight powers of ten' },
  { id: '8-to-16', upTo: 16, label: 'By eight to sixteen powers of ten' },
  { id: 'above-16', upTo: Number.POSITIVE_INFINITY, label: 'By more than sixteen, or nothing is left of it' },
] as const

/** Asked of the first kind of network. */
export function depthSubject(plan: DepthPlan | null): PredictionSubject {
  const [spec] = plan?.specs ?? []
  const label = spec === undefined ? '' : looksOf([spec])[0]?.label
  const layers = spec?.model.filter(({ layer }) => layer === 'activation').length ?? 0
  const seeds = plan?.seeds.length ?? 1
  return {
    itemId: 'lab.depth-lab',
    itemVersion: recipeVersion(spec === undefined ? null : { spec, seeds }),
    question: `with ${label} and ${layers} hidden layers, how much smaller is the first layer’s gradient than the output layer’s, before any training${seeds > 1 ? `, in the median of ${seeds} seeds` : ''}?`,
    answers: ANSWERS.map(({ id, label: answer }) => ({ id, label: answer })),
  }
}

/** Null until every seed of the first kind was read. */
export function depthOutcome(runs: readonly DepthRunView[]): string | null {
  const asked = runs.filter(({ line }) => line === 0)
  const [first] = asked
  if (first === undefined || asked.some(({ moments }) => moments.length === 0)) return null
  const powers = asked.map(({ moments: [start] }) => (start === undefined ? 0 : powersBetween(start.first, start.last)))
  const median = medianOf(powers)
  return ANSWERS.find(({ upTo }) => median <= upTo)?.id ?? null
}

function powersBetween(first: number, last: number): number {
  if (!(first > 0)) return Number.POSITIVE_INFINITY
  return Math.log10(last / first)
}
