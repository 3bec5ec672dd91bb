/**
 * What can be saved of runs, by a lesson's experiment and by the workbench alike: curves, a trained model, and code with its
 * first steps. Each is made when it is asked for, and what makes it is loaded then; what takes long is done by workers. Not
 * here: the menu (components/export), the files' contents (lib/export), pictures (picture-items.ts).
 */
import type { ExportItem } from '@/components/export/export-menu'
import { fileName } from '@/components/export/file-name'
import { textItem } from '@/components/export/text-item'
import { activationLook, mainActivation } from '@/components/training/activation-look'
import { type ExperimentSpec, NUMERICS, type Opening } from '@/lib/engine'
import type { CurveRun } from '@/lib/export/curves'
import { askOnce } from '@/lib/training/ask-once'
import type { OpeningQuestion } from '@/lib/training/opening-client'
import type { LearntWeights } from '@/lib/training/protocol'
import type { CodeLibrary, RunFileOrder } from './run-file'
import type { RunFileAnswer } from './run-file.worker'

/** The workers; a test passes its own. */
export interface RunItemPorts {
  takeOpening(question: OpeningQuestion): Promise<Opening>
  writeFile(order: RunFileOrder): Promise<Uint8Array<ArrayBuffer>>
}

const WORKERS: RunItemPorts = {
  takeOpening: async (question) => (await import('@/lib/training/opening-client')).takeOpening(question),
  async writeFile(order) {
    const worker = new Worker(new URL('./run-file.worker.ts', import.meta.url), { type: 'module' })
    const answer = await askOnce<RunFileOrder, RunFileAnswer>(worker, order)
    if ('problem' in answer) throw new Error(answer.problem)
    return answer.bytes
  },
}

/** `id`, here and below: of the widget or experiment, for the file's name. */
export function curvesItem(id: string, runs: readonly CurveRun[]): ExportItem {
  return textItem('Curves', [id, 'curves'], 'csv', async () => {
    const { curvesCsv } = await import('@/lib/export/curves')
    return curvesCsv(runs, ({ spec }) => activationLook(mainActivation(spec)).label)
  })
}

interface ModelItem {
  id: string
  spec: ExperimentSpec
  seed: number
  dataHash: string
  /** As the run stands when it is asked for; null where nobody knows any more. */
  learnt: () => Promise<LearntWeights | null>
}

export function modelItem({ id, spec, seed, dataHash, learnt }: ModelItem, ports = WORKERS): ExportItem {
  return {
    label: `Trained model, seed ${seed}`,
    filename: fileName([id, 'model seed', seed], 'json'),
    make: async () => {
      const known = await learnt()
      if (known === null) throw new Error('The worker that trained it is gone, and the weights with it. Run it again.')
      const model = { spec, seed, numerics: NUMERICS, dataHash, ...known }
      return new Blob([await ports.writeFile({ kind: 'model', model })], { type: 'application/json' })
    },
  }
}

interface CodeItems {
  id: string
  /** Of the experiment, in the code. */
  title: string
  spec: ExperimentSpec
  seed: number
}

/** Code can be had before anything was run: its first steps are taken for it. */
export function codeItems({ id, title, spec, seed }: CodeItems, ports = WORKERS): ExportItem[] {
  return (['PyTorch', 'Keras'] satisfies CodeLibrary[]).map((library) => {
    const filename = fileName([id, library, 'seed', seed], 'zip')
    return {
      label: `${library} code, seed ${seed}`,
      filename,
      make: async () => {
        const { OPENING_STEPS } = await import('@/lib/export/opening-arrays')
        const opening = await ports.takeOpening({ spec, seed, steps: OPENING_STEPS })
        const folder = filename.replace(/\.zip$/, '')
        const bytes = await ports.writeFile({ kind: 'code', library, opening, title, folder })
        return new Blob([bytes], { type: 'application/zip' })
      },
    }
  })
}
