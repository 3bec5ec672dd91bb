import { createTrainer, type Dataset, NUMERICS } from '@/lib/engine'
import { nodeHardware } from '@/lib/training/hardware/node-hardware'
import { type ReplayOptions, type Say, UsageError } from './command-line'
import { readDataset } from './read-files'
import { readSavedRun, type SavedRun } from './saved-run'

/**
 * Trains a saved run again and compares the weights' hashes, in order. @returns whether all are the same; what differs
 * first is said, and nothing after it is computed.
 */
export function replay({ file, dataFolder, threads }: ReplayOptions, say: Say): boolean {
  const run = readSavedRun(file)
  if (run.numerics !== NUMERICS) {
    throw new UsageError(
      `${file} was made under the numeric spec ${run.numerics}, this engine follows ${NUMERICS}, so its bits differ; replay it with an engine of ${run.numerics}, or train it again.`,
    )
  }
  const dataset = readDataset(run.spec.data, dataFolder)
  if (dataset.hash !== run.dataHash) {
    throw new UsageError(
      `${file} was trained on data with the hash ${run.dataHash}, here they have ${dataset.hash}; use the data it was trained on.`,
    )
  }
  const difference = findDifference(run, dataset, threads)
  const count = run.checkpoints.length
  const checked = `${count} ${count === 1 ? 'checkpoint' : 'checkpoints'} and the final weights`
  say(`seed ${run.seed}, numeric spec ${NUMERICS}: ${difference ?? `${checked} as saved`}\n`)
  return difference === null
}

/** The first hash that differs, in one sentence; null where none does. */
function findDifference(run: SavedRun, dataset: Dataset, threads: number | null): string | null {
  const { spec, seed, checkpoints } = run
  const evaluateAt = checkpoints.map(({ step }) => step)
  const trainer = createTrainer({ spec, seed, dataset, evaluateAt, ...nodeHardware(threads) })
  let next = 0
  for (const report of trainer.run()) {
    const expected = checkpoints[next]
    if (report.status !== 'evaluated' || report.step !== expected?.step) continue
    const found = trainer.weightHash()
    if (found !== expected.weightHash) {
      return `the weights after step ${expected.step} differ: ${found}, saved was ${expected.weightHash}`
    }
    next++
  }
  const missed = checkpoints[next]
  if (missed !== undefined) return `the run ended after step ${trainer.step}, before the checkpoint at ${missed.step}`
  const found = trainer.weightHash()
  if (found === run.final) return null
  return `the final weights, after step ${trainer.step}, differ: ${found}, saved was ${run.final}`
}
