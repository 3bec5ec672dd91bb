/**
 * What `<Value of="…" />` and `<Claim id="…">` point at. Both throw a plain
 * sentence where the target is missing; the content test adds file and line,
 * and a page that is built anyway fails with it.
 */

import { suggestName } from '@/lib/course/prose/nearest-name'
import { activations } from '@/lib/engine'
import type { Claim } from '@/lib/experiment/claim'
import type { LessonExperiment } from './experiments'
import { localIdOf } from './ids'
import type { Source } from './schema'

/** `gelu.min` → the number in the engine's registry. */
export function factOf(of: string): number {
  const [name = '', fact = ''] = of.split('.')
  const known: readonly string[] = Object.keys(activations)
  const activation = Object.values(activations).find((candidate) => candidate.name === name)
  if (activation === undefined)
    throw new Error(`<Value of="${of}">: no activation "${name}".${suggestName(name, known)}`)
  const value = Object.hasOwn(activation.facts, fact) ? activation.facts[fact] : undefined
  if (value === undefined) {
    throw new Error(
      `<Value of="${of}">: ${name} has no fact "${fact}".${suggestName(fact, Object.keys(activation.facts))}`,
    )
  }
  return value
}

export type Backing =
  | { kind: 'source'; number: number; source: Source }
  | { kind: 'run'; experiment: LessonExperiment; claim: Claim }

/** A source's id, or `<experiment>.<claim>` of the same lesson. `number` counts the sources from 1. */
export function backingOf(id: string, sources: readonly Source[], experiments: readonly LessonExperiment[]): Backing {
  const [experimentId = '', claimId] = id.split('.')
  if (claimId === undefined) {
    const index = sources.findIndex((source) => source.id === id)
    const source = sources[index]
    if (source !== undefined) return { kind: 'source', number: index + 1, source }
    const known = sources.map((other) => other.id)
    throw new Error(`<Claim id="${id}">: lesson.yaml has no source "${id}".${suggestName(id, known)}`)
  }
  const experiment = experiments.find((candidate) => localIdOf(candidate.id) === experimentId)
  if (experiment === undefined) {
    const known = experiments.map((candidate) => localIdOf(candidate.id) ?? '')
    throw new Error(`<Claim id="${id}">: no experiments/${experimentId}.yaml.${suggestName(experimentId, known)}`)
  }
  const claim = experiment.claims.find((candidate) => candidate.id === claimId)
  if (claim === undefined) {
    const known = experiment.claims.map((candidate) => candidate.id)
    throw new Error(
      `<Claim id="${id}">: experiments/${experimentId}.yaml claims no "${claimId}".${suggestName(claimId, known)}`,
    )
  }
  return { kind: 'run', experiment, claim }
}
