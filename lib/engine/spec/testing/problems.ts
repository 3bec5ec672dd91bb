import { checkSpec, DEFAULT_LIMITS } from '../check-spec'
import type { SpecProblem } from '../problem'
import type { ExperimentSpec } from '../spec'

/** What is wrong with a spec, whether or not the trainer can do what it asks for yet. */
export function problemsOf(spec: ExperimentSpec): SpecProblem[] {
  return checkSpec(spec, DEFAULT_LIMITS, [])
}

/** The sentence at a key, e.g. `model.0.units`; with all problems where there is none. */
export function sentenceAt(path: string, spec: ExperimentSpec): string {
  const problems = problemsOf(spec)
  const found = problems.find((problem) => problem.path.join('.') === path)
  return found?.message ?? `nothing at ${path}, but ${JSON.stringify(problems)}`
}
