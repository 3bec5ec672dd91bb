/** What can be saved of the dead unit lab. Not here: what makes each file (components/export, unit-csv.ts). */
import type { ExportItem } from '@/components/export/export-menu'
import { chartItems } from '@/components/export/picture-items'
import { codeItems } from '@/components/export/runs/run-items'
import { textItem } from '@/components/export/text-item'
import type { UnitPlan, UnitSnapshot } from '@/lib/training/dead-units/unit-player'
import { curvesCsv, deathsCsv } from './unit-csv'

const ID = 'dead-unit-lab'

interface DeadUnitExports {
  /** Code can be had before anything was run. */
  plan: UnitPlan | null
  snapshot: UnitSnapshot
  layers: readonly number[]
  /** Whose charts can be saved. */
  part: HTMLElement | null
}

export function deadUnitExports({ plan, snapshot, layers, part }: DeadUnitExports): ExportItem[] {
  const { history, run } = snapshot
  const known =
    history === null || run === null || history.last < 1
      ? []
      : [
          textItem('Curves', [ID, 'curves'], 'csv', () => curvesCsv(history, run)),
          textItem('Deaths and revivals', [ID, 'deaths'], 'csv', () => deathsCsv(history, layers)),
          ...chartItems({ part, id: ID, about: `Seed ${run.seed}, ${history.last} steps.` }),
        ]
  if (plan === null) return known
  return [...known, ...codeItems({ id: ID, title: 'Dead unit lab', spec: plan.spec, seed: plan.seed })]
}
