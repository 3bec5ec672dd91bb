/** Which number of the picture a step makes, from which others; and what the picture shows after so many steps. Pure. */
import { LOSS, TARGET } from './network-plan'
import type { StepFact, TapeRun } from './tape-run'

export type Phase = 'start' | 'forward' | 'backward' | 'update'
export type Aspect = 'value' | 'gradient' | 'updated'

export interface StepResult {
  phase: Phase
  /** Null for the start, which makes nothing. */
  made: { id: string; aspect: Aspect; number: number } | null
  /** Ids of what it is made from. */
  from: readonly string[]
}

export function resultOf(fact: StepFact): StepResult {
  switch (fact.kind) {
    case 'start':
      return { phase: 'start', made: null, from: [] }
    case 'term': {
      const term = fact.unit.terms[fact.index]
      return made('forward', fact.unit.z, 'value', fact.after, term ? [term.weight, term.source] : [])
    }
    case 'bias':
      return made('forward', fact.unit.z, 'value', fact.after, [fact.unit.bias])
    case 'activation':
      return made('forward', fact.unit.a, 'value', fact.a, [fact.unit.z])
    case 'loss':
      return made('forward', LOSS, 'value', fact.loss, ['ao', TARGET])
    case 'seed':
      return made('backward', LOSS, 'gradient', 1, [])
    case 'loss-back':
      return made('backward', 'ao', 'gradient', fact.gradient, [LOSS, TARGET])
    case 'activation-back':
      return made('backward', fact.unit.z, 'gradient', fact.gradient, [fact.unit.a])
    case 'bias-back':
      return made('backward', fact.unit.bias, 'gradient', fact.gradient, [fact.unit.z])
    case 'weight-back': {
      const term = fact.unit.terms[fact.index]
      return made('backward', term?.weight ?? '', 'gradient', fact.gradient, [fact.unit.z, term?.source ?? ''])
    }
    case 'input-back': {
      const term = fact.unit.terms[fact.index]
      return made('backward', term?.source ?? '', 'gradient', fact.after, [fact.unit.z, term?.weight ?? ''])
    }
    case 'update':
      return made('update', fact.parameter, 'updated', fact.updated, [])
    case 'loss-after':
      return made('update', LOSS, 'updated', fact.after, [])
  }
}

function made(phase: Phase, id: string, aspect: Aspect, number: number, from: readonly string[]): StepResult {
  return { phase, made: { id, aspect, number }, from }
}

export type Known = ReadonlyMap<string, Readonly<Partial<Record<Aspect, number>>>>

/** What is known when `step` steps are done; sums and gradients that are still being added up stand as they are so far. */
export function knownAt(run: TapeRun, step: number, given: ReadonlyMap<string, number>): Known {
  const known = new Map<string, Partial<Record<Aspect, number>>>()
  for (const [id, value] of given) known.set(id, { value })
  for (const fact of run.steps.slice(0, step + 1)) {
    const { made: one } = resultOf(fact)
    if (one) known.set(one.id, { ...known.get(one.id), [one.aspect]: one.number })
  }
  return known
}

/** The last step that made this number, so that one can go and look; null where it was given. */
export function stepThatMade(run: TapeRun, id: string, aspect: Aspect): number | null {
  const index = run.steps.findLastIndex((fact) => {
    const { made: one } = resultOf(fact)
    return one?.id === id && one.aspect === aspect
  })
  return index < 0 ? null : index
}

/** Where the next phase begins. */
export function nextPhase(run: TapeRun, step: number): number {
  const phaseOf = (index: number) => {
    const fact = run.steps[index]
    return fact ? resultOf(fact).phase : 'start'
  }
  const now = phaseOf(Math.min(run.steps.length - 1, step + 1))
  let index = step + 1
  while (index < run.steps.length - 1 && phaseOf(index + 1) === now) index += 1
  return Math.min(run.steps.length - 1, index)
}
