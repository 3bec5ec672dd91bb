/**
 * The engine on the command line: trains the same experiment files as the page, with the same bits.
 *   npm run --silent engine -- train FILE.yaml [--data DIR] [--json] [--seed N] [--save RUN.json] [--threads N]
 *                                        [--until STEP] [--checkpoint-out CHECKPOINT] [--resume CHECKPOINT]
 *   npm run --silent engine -- replay RUN.json [--data DIR] [--threads N]
 *   npm run --silent engine -- export FILE.yaml [--pytorch DIR] [--keras DIR] [--seed N] [--data DIR]
 *   npm run --silent engine -- bench [--seconds N] [--json]
 *   npm run --silent engine -- hash [--threads N]
 * It exits with 1 where a claim fails, a hash differs, or something given is not as it should be.
 * Not here: what an experiment may be (lib/experiment) and how it is trained (lib/engine).
 */
import { CheckpointError, DatasetError, ShapeError, SpecError, ThreadError } from '@/lib/engine'
import { ExportError } from '@/lib/export/model-file'
import { bench } from './engine/bench'
import { type Command, parseCommandLine, type Say, UsageError } from './engine/command-line'
import { exportExperiment } from './engine/export-experiment'
import { hash } from './engine/hash'
import { replay } from './engine/replay'
import { train } from './engine/train'

const say: Say = (text) => process.stdout.write(text)
const complain: Say = (text) => process.stderr.write(text)

/** @returns whether all is well. */
function run(command: Command): boolean {
  switch (command.command) {
    case 'train':
      return train(command, say, complain)
    case 'replay':
      return replay(command, say)
    case 'export':
      exportExperiment(command, say)
      return true
    case 'bench':
      bench(command, say)
      return true
    case 'hash':
      return hash(command, say)
    default:
      return command satisfies never
  }
}

try {
  if (!run(parseCommandLine(process.argv.slice(2)))) process.exitCode = 1
} catch (error) {
  const expected = [UsageError, ExportError, CheckpointError, DatasetError, SpecError, ShapeError, ThreadError].some(
    (kind) => error instanceof kind,
  )
  if (!expected || !(error instanceof Error)) throw error
  complain(`${error.message}\n`)
  process.exitCode = 1
}
