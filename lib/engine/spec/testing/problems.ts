import { checkSpec } from '../check-spec'
import type { ExperimentSpec } from '../spec'

/** The sentence at a key, e.g. `model.0.units`; with all problems where there is none. */
export function sentenceAt(path: string, spec: ExperimentSpec): string {
  const problems = checkSpec(spec)
  const found = problems.find((problem) => problem.path.join('.') === path)
  return found?.message ?? `nothing at ${path}, but ${JSON.stringify(problems)}`
}
