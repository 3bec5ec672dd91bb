/** What calling some of the points comes to: the four counts, and the shares that are made of them. Pure. */

/** Of all points, the `called` surest ones are called class 1, and `caught` of them are. */
export interface Calls {
  called: number
  caught: number
}

export interface Confusion {
  truePositives: number
  falsePositives: number
  falseNegatives: number
  trueNegatives: number
}

export function confusionOf({ called, caught }: Calls, all: { count: number; positives: number }): Confusion {
  const falsePositives = called - caught
  return {
    truePositives: caught,
    falsePositives,
    falseNegatives: all.positives - caught,
    trueNegatives: all.count - all.positives - falsePositives,
  }
}

/** Each share is null where it would be 0/0. */
export interface Measures {
  accuracy: number | null
  /** Of class 1, the share that was called so. */
  recall: number | null
  /** Of those called class 1, the share that is. */
  precision: number | null
  /** 2·TP/(2·TP + FP + FN): the harmonic mean of the two. */
  f1: number | null
  /** Of class 0, the share that was called class 1. */
  falseAlarms: number | null
}

export function measuresOf({ truePositives, falsePositives, falseNegatives, trueNegatives }: Confusion): Measures {
  const right = truePositives + trueNegatives
  return {
    accuracy: share(right, right + falsePositives + falseNegatives),
    recall: share(truePositives, truePositives + falseNegatives),
    precision: share(truePositives, truePositives + falsePositives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    falseAlarms: share(falsePositives, falsePositives + trueNegatives),
  }
}

/** The model that has not looked at anything: it calls every point what most of them are, class 0 where there are as many. */
export function majorityMeasures({ count, positives }: { count: number; positives: number }): Measures {
  const calls = 2 * positives > count ? { called: count, caught: positives } : { called: 0, caught: 0 }
  return measuresOf(confusionOf(calls, { count, positives }))
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
