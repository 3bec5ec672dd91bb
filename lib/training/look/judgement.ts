/** What the answers to many examples come to: who is taken for whom, and where a network is sure and wrong. Pure. */
import type { SamplePredictions } from '@/lib/training/protocol'

/** Examples of each class (row) that were taken for each class (column). */
export function confusionOf(labels: readonly number[], said: readonly number[], classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (const [place, label] of labels.entries()) {
    const row = counts[label]
    const column = said[place]
    if (row !== undefined && column !== undefined && column < classes) row[column] = (row[column] ?? 0) + 1
  }
  return counts
}

/** Places of the wrong answers that were given with the most confidence, the surest first, then in order; at most `most`. */
export function worstMistakes(labels: readonly number[], said: SamplePredictions, most: number): number[] {
  const sure = (place: number) => said.confidence[place] ?? 0
  return [...labels.keys()]
    .filter((place) => said.classes[place] !== labels[place])
    .sort((a, b) => sure(b) - sure(a) || a - b)
    .slice(0, most)
}
