/**
 * Of two classes, how the rarer question is answered: class 1 counts as positive. Recall is the share of the positives
 * that were called so, precision the share of those called positive that are.
 */
export class PositiveTally {
  private examples = 0
  private positives = 0
  private called = 0
  private caught = 0
  private probability = 0

  /** One example: the class it was given, the one it has, and the probability of class 1. */
  add(answer: number, label: number, probability: number): void {
    this.examples++
    this.probability += probability
    if (label === 1) this.positives++
    if (answer === 1) this.called++
    if (label === 1 && answer === 1) this.caught++
  }

  /** No recall where there is no positive, no precision where none was called. */
  details(): Record<string, number> {
    const { examples, positives, called, caught, probability } = this
    if (examples === 0) return {}
    return {
      positives: positives / examples,
      meanProbability: probability / examples,
      ...(positives === 0 ? {} : { recall: caught / positives }),
      ...(called === 0 ? {} : { precision: caught / called }),
    }
  }
}
