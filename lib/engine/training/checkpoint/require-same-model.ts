import { CheckpointError } from '../../errors'
import type { Checkpoint } from './checkpoint'

/** Whether a checkpoint's lists are as long as those of a run that is about to go on from it. @throws CheckpointError */
export function requireSameModel(checkpoint: Checkpoint, run: Checkpoint): void {
  if (
    !fits(checkpoint.weights, run.weights) ||
    !fits(checkpoint.optimizer, run.optimizer) ||
    !fits(checkpoint.running, run.running)
  ) {
    throw new CheckpointError(
      'The checkpoint holds weights, running statistics or optimizer state of another model; resume it with the spec it was made by.',
    )
  }
}

/** What comes from outside may lack a list. */
function fits(saved: Float32Array[] | undefined, built: Float32Array[]): boolean {
  return saved?.length === built.length && saved.every((values, i) => values.length === built[i]?.length)
}
