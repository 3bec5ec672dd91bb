/** What can be saved as CSV of a run whose units were watched: its curves, and its deaths. Pure. */
import { csvText } from '@/lib/export/csv'
import { countStates, deathsOf, type UnitHistory } from '@/lib/training/dead-units/unit-history'
import type { RunCurves } from '@/lib/training/plane/plane-curves'
import { numbered } from './dead-unit-spec'

/** One row a step: units in each state, and what was measured there. A cell is empty where nothing was. */
export function curvesCsv(history: UnitHistory, run: RunCurves): string {
  const batch = new Map(run.lossCurve)
  const held = new Map(run.evaluations.map(({ step, validation }) => [step, validation]))
  const rows = Array.from({ length: history.last + 1 }, (_, step) => {
    const counts = countStates(history, step)
    const { loss, accuracy } = held.get(step) ?? {}
    return [step, counts.dead, counts['silent-in-batch'], counts.awake, batch.get(step), loss, accuracy]
  })
  return csvText([
    [
      'step (completed updates)',
      'units awake on no training example',
      'units silent on the next batch only',
      'units awake on the next batch',
      'loss of the batch (nats)',
      'held-back loss (nats)',
      'held-back accuracy (share from 0 to 1)',
    ],
    ...rows,
  ])
}

/** One row a death; a unit that never died has none. Step 0: before the first. */
export function deathsCsv(history: UnitHistory, layers: readonly number[]): string {
  const rows = numbered(layers).flatMap(({ layer, unit, index }) =>
    deathsOf(history, index).map(({ died, back }) => [layer + 1, unit + 1, died, back]),
  )
  return csvText([['layer', 'unit', 'died at step', 'awake again at step'], ...rows])
}
