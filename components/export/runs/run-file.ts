/** The files of a run that take long to write: a page has run-file.worker.ts write them. Pure. */
import type { Opening } from '@/lib/engine'
import { zip } from '@/lib/export/archive/zip'
import { exportKeras } from '@/lib/export/keras/export-keras'
import { modelFile, type TrainedModel } from '@/lib/export/model-file'
import { exportPytorch } from '@/lib/export/pytorch/export-pytorch'

export type CodeLibrary = 'PyTorch' | 'Keras'

export type RunFileOrder =
  | { kind: 'model'; model: TrainedModel }
  /** `title` stands in the code; all of it lies in `folder`. */
  | { kind: 'code'; library: CodeLibrary; opening: Opening; title: string; folder: string }

/** JSON, or a zip. @throws ExportError where it cannot be written, with a sentence for the reader. */
export function writeRunFile(order: RunFileOrder): Uint8Array<ArrayBuffer> {
  if (order.kind === 'model') return new TextEncoder().encode(modelFile(order.model))
  const { library, opening, title, folder } = order
  const files = (library === 'PyTorch' ? exportPytorch : exportKeras)(opening, title)
  return zip(files.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes })))
}
