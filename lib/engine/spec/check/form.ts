import { type ProblemList, printed } from '../problem'
import type { ExperimentSpec } from '../spec'

/**
 * Whether a value has the outline of a spec: objects and lists where the rules look into them. What is in them (names,
 * numbers, optional lists) is left to the rules, each of which can take any value.
 */
export function hasForm(spec: unknown, list: ProblemList): spec is ExperimentSpec {
  if (!isRecord(spec)) {
    return list.add([], `The spec is ${printed(spec)}; give an object with version, data, model, loss and optimizer.`)
  }
  const found = list.problems.length
  const record = (path: (string | number)[], value: unknown, what = path.join('.')): value is Fields =>
    isRecord(value) || list.add(path, `${what} is ${printed(value)}; give an object.`)
  record(['data'], spec.data)
  record(['loss'], spec.loss)
  record(['optimizer'], spec.optimizer)
  if (spec.schedule !== undefined) record(['schedule'], spec.schedule)
  if (list.list(['model'], 'model', spec.model, 1000)) {
    for (const [i, layer] of entriesOf(spec.model)) record(['model', i], layer, `Layer ${i}`)
  }
  list.list(['seeds'], 'seeds', spec.seeds, 1000)
  if (spec.probes !== undefined) list.list(['probes'], 'probes', spec.probes, 20)
  if (spec.interventions !== undefined && list.list(['interventions'], 'interventions', spec.interventions, 100)) {
    for (const [i, intervention] of entriesOf(spec.interventions)) {
      const path = ['interventions', i]
      if (record(path, intervention)) record([...path, 'activation'], intervention.activation)
    }
  }
  return list.isCleanSince(found)
}

type Fields = Record<string, unknown>

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf(value: unknown): Iterable<[number, unknown]> {
  return (value as unknown[]).entries()
}
