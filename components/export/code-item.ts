import type { ExperimentSpec } from '@/lib/engine'
import type { ExportItem } from './export-menu'
import { fileName } from './file-name'

/**
 * Code that takes the same first steps elsewhere, in a folder with the weights and batches it needs. A worker of its own
 * takes them when the entry is chosen; decision 033 says what is promised.
 */
export function codeItem(
  { id, title }: { id: string; title: string },
  library: 'PyTorch' | 'Keras',
  spec: ExperimentSpec,
  seed: number,
): ExportItem {
  const filename = fileName([id, library, 'seed', seed], 'zip')
  return {
    label: `${library} code, seed ${seed}`,
    filename,
    make: async () => {
      const [{ takeOpening }, { OPENING_STEPS }, { zip }, write] = await Promise.all([
        import('@/lib/training/opening-client'),
        import('@/lib/export/opening-arrays'),
        import('@/lib/export/archive/zip'),
        library === 'PyTorch'
          ? import('@/lib/export/pytorch/export-pytorch').then((part) => part.exportPytorch)
          : import('@/lib/export/keras/export-keras').then((part) => part.exportKeras),
      ])
      const files = write(await takeOpening({ spec, seed, steps: OPENING_STEPS }), title)
      const folder = filename.replace(/\.zip$/, '')
      return new Blob([zip(files.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes })))], {
        type: 'application/zip',
      })
    },
  }
}
