/** What is asked before networks are compared, and which answer came true. Pure. */
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { RunGroup } from '@/components/training/run-curves'
import type { PlannedNetwork } from './cnn-spec'
import { meanAccuracy } from './run-book'

/** Points of accuracy: less than the first is no lead, more than the second a clear one. */
const LEAD = { least: 0.01, clear: 0.03 }
/** Of a network alone: shares of the images that are recognised. */
const BOUNDS = [0.2, 0.35, 0.5]

/** `version`: of what is predicted about. */
export function predictionSubject(
  version: string,
  networks: readonly Pick<PlannedNetwork, 'id' | 'label' | 'requests'>[],
): PredictionSubject {
  const seeds = networks[0]?.requests.length ?? 1
  const mean = seeds > 1 ? `, on average over ${seeds} seeds` : ''
  const common = { itemId: 'lab.cnn-lab', itemVersion: version }
  const none = { id: 'diverges', label: networks.length > 1 ? 'None of them: all diverge' : 'None: it diverges' }
  if (networks.length === 1) {
    return {
      ...common,
      question: `how many of the held-back images will it recognise at the end${mean}?`,
      answers: [
        { id: 'below-20', label: 'Fewer than 20 %' },
        { id: '20-to-35', label: '20 to 35 %' },
        { id: '35-to-50', label: '35 to 50 %' },
        { id: 'above-50', label: '50 % or more' },
        none,
      ],
    }
  }
  return {
    ...common,
    question: `which network will recognise most of the held-back images at the end${mean}, and by how much?`,
    answers: [
      ...networks.flatMap(({ id, label }) => [
        { id: `${id}-narrow`, label: `${label}, by 1 to 3 points` },
        { id: `${id}-clear`, label: `${label}, by more than 3 points` },
      ]),
      { id: 'level', label: 'No clear lead: less than a point between the best two' },
      none,
    ],
  }
}

/** Of groups whose runs are all over. A network of which every seed diverged takes no part. */
export function outcomeOf(groups: readonly RunGroup[]): string {
  const ranked = groups
    .flatMap((group) => {
      const accuracy = meanAccuracy(group)
      return accuracy === null ? [] : [{ id: group.id, accuracy }]
    })
    .sort((a, b) => b.accuracy - a.accuracy)
  const [best, second] = ranked
  if (best === undefined) return 'diverges'
  if (groups.length === 1) {
    const [low = 0, middle = 0, high = 0] = BOUNDS
    const { accuracy } = best
    return accuracy < low ? 'below-20' : accuracy < middle ? '20-to-35' : accuracy < high ? '35-to-50' : 'above-50'
  }
  // Means of shares: what is exactly a point apart must not be less by a rounding.
  const lead = Number((best.accuracy - (second?.accuracy ?? 0)).toFixed(9))
  if (lead < LEAD.least) return 'level'
  return `${best.id}-${lead > LEAD.clear ? 'clear' : 'narrow'}`
}
