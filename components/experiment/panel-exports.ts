/**
 * What a training widget can save, made when it is asked for: what makes it is loaded then, and a worker of its own takes
 * the first steps for PyTorch and Keras. Not here: the menu (components/export), the files' contents (lib/export).
 */
import { chartItems } from '@/components/export/chart-items'
import { codeItem } from '@/components/export/code-item'
import type { ExportItem } from '@/components/export/export-menu'
import { fileName } from '@/components/export/file-name'
import { activationLook, mainActivation } from '@/components/training/activation-look'
import { type ExperimentSpec, NUMERICS } from '@/lib/engine'
import type { TrainerClient } from '@/lib/training/trainer-client'
import type { RunView, TrainingSnapshot } from '@/lib/training/training-snapshot'
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
  const { snapshot, id } = asked
  const begun = snapshot.runs.filter(({ step }) => step > 0)
  const current = begun.find(({ key }) => key === snapshot.currentKey) ?? begun.at(-1)
  const curves: ExportItem = {
    label: 'Curves',
    filename: fileName([id, 'curves'], 'csv'),
    make: async () => {
      const { curvesCsv } = await import('@/lib/export/curves')
      const csv = curvesCsv(begun, ({ spec }) => activationLook(mainActivation(spec)).label)
      return new Blob([csv], { type: 'text/csv;charset=utf-8' })
    },
  }
  const { spec, seed } = current ?? { spec: asked.described, seed: asked.described.seeds[0] ?? 0 }
  const describe = (reading: string) => `${recipeLine(spec)}. At ${reading}.`
  return [
    ...(begun.length > 0 ? [curves, ...(await chartItems(asked.panel, id, describe))] : []),
    ...(current === undefined ? [] : [modelItem(asked, current)]),
    codeItem(asked, 'PyTorch', spec, seed),
    codeItem(asked, 'Keras', spec, seed),
  ]
}

function modelItem({ id, snapshot, weights }: PanelExports, { key, spec, seed }: RunView): ExportItem {
  return {
    label: `Trained model, seed ${seed}`,
    filename: fileName([id, 'model seed', seed], 'json'),
    make: async () => {
      const [{ modelFile }, learnt] = await Promise.all([import('@/lib/export/model-file'), weights(key)])
      if (learnt === null) throw new Error('The worker that trained it is gone, and the weights with it. Run it again.')
      const model = { spec, seed, numerics: NUMERICS, dataHash: snapshot.data?.hash ?? '', ...learnt }
      return new Blob([modelFile(model)], { type: 'application/json' })
    },
  }
}
