/**
 * Runs' curves as CSV (RFC 4180): one row for each run and step, so that a spreadsheet's filter, `groupby` or `facet` has
 * the seeds apart at once, whatever their number and wherever one of them ended. A cell is empty where nothing was
 * measured: losses of batches are sampled along the run, held-back examples are measured at the ends of epochs.
 * Not here: how a curve is sampled (lib/training), how it is drawn.
 */
import type { ExperimentSpec } from '@/lib/engine'
import { csvText } from './csv'

/** What is told of a run; a page's view of one has all of it. */
export interface CurveRun {
  spec: ExperimentSpec
  seed: number
  status: string
  /** [completed steps, loss of the batch before that update]. */
  lossCurve: readonly (readonly [step: number, loss: number])[]
  evaluations: readonly {
    step: number
    epoch: number
    train: { loss: number; accuracy: number | null } | null
    validation: { loss: number; accuracy: number | null }
  }[]
}

interface Row {
  batchLoss?: number
  evaluation?: CurveRun['evaluations'][number]
}

/** `nameOf` tells runs of different recipes apart, e.g. by their activation. Ends every line with CRLF. */
export function curvesCsv(runs: readonly CurveRun[], nameOf: (run: CurveRun) => string): string {
  const units = [...new Set(runs.map(({ spec }) => lossUnit(spec)))].join(' or ')
  const head = [
    'run',
    'seed',
    'status',
    'step (completed updates)',
    'epoch (passes over the training data)',
    `loss of the batch (${units})`,
    `training loss, mean over the epoch (${units})`,
    'training accuracy, over the epoch (share from 0 to 1)',
    `held-back loss (${units})`,
    'held-back accuracy (share from 0 to 1)',
  ]
  const lines = runs.flatMap((run) =>
    [...rowsOf(run)].map(([step, { batchLoss, evaluation }]) => [
      nameOf(run),
      run.seed,
      run.status,
      step,
      evaluation?.epoch,
      batchLoss,
      evaluation?.train?.loss,
      evaluation?.train?.accuracy,
      evaluation?.validation.loss,
      evaluation?.validation.accuracy,
    ]),
  )
  return csvText([head, ...lines])
}

/** Steps that rise, each with what was measured there. */
function rowsOf({ lossCurve, evaluations }: CurveRun): Map<number, Row> {
  const rows = new Map<number, Row>()
  for (const [step, batchLoss] of lossCurve) rows.set(step, { ...rows.get(step), batchLoss })
  for (const evaluation of evaluations) rows.set(evaluation.step, { ...rows.get(evaluation.step), evaluation })
  return new Map([...rows].sort(([a], [b]) => a - b))
}

/** Logarithms are natural ones. A regression's labels may be standardised, so their unit is their own. */
function lossUnit({ loss }: ExperimentSpec): string {
  switch (loss.kind) {
    case 'softmax-cross-entropy':
    case 'bce-with-logits':
    case 'softmax-twice':
      return 'nats'
    case 'mse':
    case 'huber':
      return 'squared units of the label'
    case 'mae':
      return 'units of the label'
    default:
      return loss satisfies never
  }
}
