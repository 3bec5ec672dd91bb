/** How sure one can be of one of some answers: from a toss-up to certain, in percent. */
const LEVELS = [60, 70, 80, 90, 99]

export interface ConfidenceLevel {
  /** 0 to 1. */
  confidence: number
  label: string
}

/** The least is what picking blindly gets; nobody can be less sure of what they picked. */
export function confidenceLevels(answers: number): ConfidenceLevel[] {
  const chance = Math.round(100 / answers)
  const above = answers > 2 ? [Math.round((chance + 60) / 2), ...LEVELS] : LEVELS
  return [
    { confidence: chance / 100, label: `${chance} %: a blind guess` },
    ...above.map((percent) => ({
      confidence: percent / 100,
      label: percent === 99 ? '99 %: certain' : `${percent} %`,
    })),
  ]
}
