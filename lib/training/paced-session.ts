/**
 * One small run on points of the plane, trained as fast as its page wants to show it: the page asks for some steps,
 * gets a picture and the time they took, and asks again when it likes. Pausing is not asking. Not here: plans of
 * several runs, probes, images (training-session.ts). Pure; paced-shell.ts gives it a clock and the browser’s kernels.
 */
import type { ExperimentSpec, TrainingReport } from '@/lib/engine'
import type { LoadedData, RunningTrainer } from './training-session'

export type PacedCommand = { kind: 'start'; spec: ExperimentSpec; seed: number } | { kind: 'advance'; steps: number }

export interface PacedFrame {
  /** Completed steps. */
  step: number
  /** Of the latest batch; null before the first step. */
  loss: number | null
  /** Share of the held-back points told apart, at the latest evaluation. */
  accuracy: number | null
  /** Computing time of all steps so far; drawing and waiting do not count. */
  elapsedMs: number
  /** Probability of the second class, row by row from the upper left corner; `side` × `side`. */
  field: { side: number; values: Float32Array }
  /** The square that is drawn runs from -extent to extent both ways. */
  extent: number
  /** SHA-256 of the weights once the run is over, else null. */
  weightHash: string | null
}

export type PacedAnswer = { kind: 'frame'; frame: PacedFrame } | { kind: 'failed'; message: string }

export interface PacedPorts {
  /** Milliseconds, from any origin. */
  now(): number
  loadData(spec: ExperimentSpec): Promise<LoadedData>
}

export interface PacedRun {
  /** Trains up to `steps` more and draws; past the end it only draws. */
  advance(steps: number): PacedFrame
  points: { inputs: Float32Array; labels: readonly number[] }
}

/** Loads the data and builds the network; nothing is trained yet. Rejects where the data are no points of the plane. */
export async function startPacedRun(spec: ExperimentSpec, seed: number, ports: PacedPorts): Promise<PacedRun> {
  const data = await ports.loadData(spec)
  const { plane } = data.summary
  if (plane === null) throw new Error('A paced run draws points of the plane, and these data are none.')
  const trainer = data.createTrainer({ key: 'paced', spec, seed })
  const reports = trainer.run()
  const known = { step: 0, loss: null as number | null, accuracy: null as number | null, elapsedMs: 0, over: false }

  function take(report: TrainingReport): void {
    if (report.status === 'stepped') Object.assign(known, { step: report.step, loss: report.loss })
    if (report.status === 'evaluated') known.accuracy = report.validation.accuracy
    if (report.status === 'finished' || report.status === 'diverged') known.over = true
  }

  return {
    points: plane,
    advance(steps) {
      const before = ports.now()
      const until = known.step + steps
      while (steps > 0 && !known.over) {
        const next = reports.next()
        if (next.done) break
        take(next.value)
        // Within a step the network's buffers are in use; behind the last one come its evaluation and the end.
        if (next.value.status === 'stepped' && known.step >= until) break
      }
      known.elapsedMs += ports.now() - before
      const { over, ...shown } = known
      return { ...shown, field: fieldOf(trainer), extent: plane.extent, weightHash: over ? trainer.weightHash() : null }
    },
  }
}

function fieldOf(trainer: RunningTrainer): PacedFrame['field'] {
  const surface = trainer.drawSurface()
  if (surface === null) return { side: 0, values: new Float32Array() }
  const { side, winner, confidence } = surface
  return { side, values: confidence.map((sure, cell) => (winner[cell] === 1 ? sure : 1 - sure)) }
}
