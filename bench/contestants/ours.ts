/** Our engine, by its front door only. */
import { createTrainer, type Dataset, type TrainingReport } from '@/lib/engine'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import { nodeThreads } from '@/lib/training/hardware/node-threads'
import { bytesOf } from './batches'
import { type Start, serve } from './serve'

await serve(({ setup, threads }: Start) => {
  const { spec, seed, inputShape, classes, count, files } = setup
  const inputs = new Float32Array(bytesOf(files.inputs))
  const labels = new Uint8Array(bytesOf(files.labels))
  const dataset: Dataset = {
    name: setup.data,
    inputShape,
    classes,
    train: { inputs, labels, count },
    // One example, since it is training that is measured; an evaluation ends every epoch.
    validation: { inputs: inputs.subarray(0, inputs.length / count), labels: labels.subarray(0, 1), count: 1 },
    hash: '',
  }
  const backend = nodeBackend(threads > 1)
  const crew = { count: threads, spawn: nodeThreads() }
  let trainer = createTrainer({ spec, seed, dataset, backend, threads: crew })
  let reports: Generator<TrainingReport, void> = trainer.run()
  return {
    version: `this engine, ${threads} thread`,
    run(steps) {
      let loss = 0
      for (let left = steps; left > 0; ) {
        const before = trainer.step
        // A run that is timed reports at its end; the first losses are asked for one by one.
        trainer.reportEvery = left
        const { value: report } = reports.next()
        if (report === undefined) {
          trainer.dismiss()
          trainer = createTrainer({ spec, seed, dataset, backend, threads: crew })
          reports = trainer.run()
          continue
        }
        if (report.status === 'diverged') throw new Error(report.reason)
        if (report.status === 'stepped') loss = report.loss
        left -= trainer.step - before
      }
      return loss
    },
  }
})
