/** What a lesson's experiment can save, in the order of its menu. Not here: what makes each (components/export). */
import type { ExportItem } from '@/components/export/export-menu'
import { codeItems, curvesItem, modelItem } from '@/components/export/runs/run-items'
import type { ExperimentSpec } from '@/lib/engine'
import type { TrainerClient } from '@/lib/training/trainer-client'
import type { TrainingSnapshot } from '@/lib/training/training-snapshot'
import { recipeLine } from './recipe-line'

export interface PanelExports {
  /** For names of files, and for titles. */
  id: string
  title: string
  /** The recipe as it is set now: code can be had before anything was run. */
  described: ExperimentSpec
  snapshot: TrainingSnapshot
  weights: TrainerClient['weights']
  /** The part of the page whose charts can be saved. */
  panel: HTMLElement | null
}

export async function panelExports(asked: PanelExports): Promise<ExportItem[]> {
  const { id, title, described, snapshot, weights, panel } = asked
  const begun = snapshot.runs.filter(({ step }) => step > 0)
  const current = begun.find(({ key }) => key === snapshot.currentKey) ?? begun.at(-1)
  if (current === undefined) return codeItems({ id, title, spec: described, seed: described.seeds[0] ?? 0 })
  const { key, spec, seed } = current
  const { chartItems } = await import('@/components/export/picture-items')
  const dataHash = snapshot.data?.hash ?? ''
  return [
    curvesItem(id, begun),
    ...chartItems({ part: panel, id, about: `${recipeLine(spec)}.` }),
    modelItem({ id, spec, seed, dataHash, learnt: () => weights(key) }),
    ...codeItems({ id, title, spec, seed }),
  ]
}
