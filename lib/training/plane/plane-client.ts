import { type AskedTrainer, type AskedWorker, createAskedTrainer } from '@/lib/training/asked/asked-trainer'
import { PLANE, type PlaneAnswer, type PlaneCommand } from './plane-protocol'

export { WorkerLostError } from '@/lib/training/asked/asked-trainer'

/** The page's end of a session on points of the plane: one question at a time. */
export type PlaneTrainer = AskedTrainer<PlaneCommand, PlaneAnswer>

export function createPlaneTrainer(worker?: AskedWorker<PlaneCommand, PlaneAnswer>): PlaneTrainer {
  return createAskedTrainer(PLANE, worker)
}
