/** `export`: an experiment as folders that PyTorch and Keras run, with the first ten batches of one seed's run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createTrainer, openRun } from '@/lib/engine'
import { exportKeras } from '@/lib/export/keras/export-keras'
import { OPENING_STEPS } from '@/lib/export/opening-arrays'
import { exportPytorch } from '@/lib/export/pytorch/export-pytorch'
import { nodeHardware } from '@/lib/training/hardware/node-hardware'
import { type ExportOptions, type Say, UsageError } from './command-line'
import { readDataset, readExperiment } from './read-files'

export function exportExperiment({ file, dataFolder, seed: asked, pytorch, keras }: ExportOptions, say: Say): void {
  const { title, spec } = readExperiment(file)
  const seed = asked ?? spec.seeds[0]
  if (seed === undefined) throw new UsageError(`${file} names no seed; choose one with --seed.`)
  const dataset = readDataset(spec.data, dataFolder)
  const trainer = createTrainer({ spec, seed, dataset, ...nodeHardware(1) })
  const opening = openRun(trainer, { spec, seed, dataset }, OPENING_STEPS)
  const name = title ?? path.basename(file)
  for (const [folder, write] of [
    [pytorch, exportPytorch],
    [keras, exportKeras],
  ] as const) {
    if (folder === null) continue
    const files = write(opening, name)
    mkdirSync(folder, { recursive: true })
    for (const { name: part, bytes } of files) writeFileSync(path.join(folder, part), bytes)
    say(`${folder}: ${files.map(({ name: part }) => part).join(', ')}; begin with python train.py there.\n`)
  }
}
