/** `npm run bench -- engine`: us against the peers, as a table or, with --json, as one JSON object. */

import { ContestantError } from '../measure/contestant-process'
import { describeMachine } from '../measure/machine'
import { measureComparison, type RoundOptions } from '../measure/rounds'
import { buildRow, type Row, shownRows } from '../measure/row'
import { type Choice, chooseComparisons } from '../workloads/comparison'
import { specOf } from '../workloads/workload'
import { UnsupportedWorkload, writeSetup } from '../workloads/write-setup'

export interface EngineOptions extends Omit<RoundOptions, 'say'> {
  json: boolean
  choice: Choice
  imageFolder: string | null
  warmUpMs: number
}

export async function compareEngine(options: EngineOptions): Promise<void> {
  const say = (text: string) => process.stderr.write(text)
  // Before the measuring: afterwards the load is our own.
  const machine = describeMachine()
  if (machine.load > 0.5) say(`This machine is busy (load ${machine.load}): the numbers will not be worth quoting.\n`)
  const rows: Row[] = []
  const skipped: { workload: string; activation: string; threads: number; peer: string; reason: string }[] = []
  if (options.imageFolder === null) say('No CIFAR-10 here: our own drawn images are trained on instead.\n')
  for (const comparison of chooseComparisons(options.choice)) {
    const { workload, activation, threads, peers } = comparison
    say(`${workload}, ${activation}, ${threads} thread${threads === 1 ? '' : 's'}\n`)
    const leaveOut = (peer: string, reason: string) => skipped.push({ workload, activation, threads, peer, reason })
    try {
      const { file, setup, remove } = writeSetup(specOf(workload, activation), options)
      try {
        const result = await measureComparison(comparison, file, { ...options, say })
        const unit = setup.inputShape.length === 3 ? setup.spec.batch : 1
        for (const [peer, rounds] of result.rounds) rows.push(buildRow(comparison, peer, rounds, unit))
        for (const { peer, reason } of result.skipped) leaveOut(peer, reason)
      } finally {
        remove()
      }
    } catch (error) {
      if (!(error instanceof ContestantError || error instanceof UnsupportedWorkload)) throw error
      say(`  left out: ${error.message}\n`)
      for (const peer of peers) leaveOut(peer, error.message)
    }
  }
  const data = options.imageFolder === null ? 'drawn-ten' : 'cifar10'
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ machine, data, rows, skipped })}\n`)
    return
  }
  process.stdout.write(
    `${machine.cores} × ${machine.cpu}, ${machine.platform}, Node ${machine.node}; images: ${data}\n`,
  )
  process.stdout.write(`ours and theirs: images a second; of the mlp steps a second. ratio: ours over theirs.\n\n`)
  process.stdout.write(shownRows(rows))
  for (const { workload, activation, threads, peer, reason } of skipped) {
    process.stdout.write(`left out: ${workload} ${activation} ${threads} ${peer}: ${reason}\n`)
  }
}
