/**
 * `train`: an experiment's runs, one seed after another, told to a person or as JSON lines; at the end whether its claims
 * hold. Not here: the wording for a person (tell-report.ts).
 */
import { createTrainer, type EvaluatedReport, NUMERICS, type TrainerOptions } from '@/lib/engine'
import { type ClaimRun, checkClaims, stepsOfClaims } from '@/lib/experiment'
import { nodeHardware } from '@/lib/training/hardware/node-hardware'
import { type Say, type TrainOptions, UsageError } from './command-line'
import { readDataset, readExperiment } from './read-files'
import { requireFolder, type SavedRun, writeSavedRun } from './saved-run'
import { type Tell, tellJson, tellPerson } from './tell-report'

export function train({ file, dataFolder, json, seed, save, threads }: TrainOptions, print: Say): void {
  const { title, spec, claims } = readExperiment(file)
  const seeds = seed === null ? spec.seeds : [seed]
  if (save !== null && seeds.length > 1) {
    throw new UsageError(`--save keeps one run, and ${file} has ${seeds.length} seeds; choose one with --seed.`)
  }
  if (save !== null) requireFolder(save)
  const dataset = readDataset(spec.data, dataFolder)
  const say: Say = json ? () => {} : print
  say(`${title ?? file}: ${dataset.name}, ${dataset.train.count} + ${dataset.validation.count} examples\n`)
  const runs: ClaimRun[] = []
  for (const runSeed of seeds) {
    const request = { spec, seed: runSeed, dataset, evaluateAt: stepsOfClaims(claims), ...nodeHardware(threads) }
    const tell = json ? tellJson(runSeed, dataset.hash, print) : tellPerson(runSeed, say)
    const { evaluations, saved } = trainSeed(request, tell, save !== null)
    runs.push({ seed: runSeed, evaluations })
    if (save !== null) writeSavedRun(save, saved)
  }
  for (const { holds, message } of checkClaims(claims, runs)) say(`${holds ? 'holds' : 'FAILS'}  ${message}\n`)
}

/** `tell` hears of every report; `hashing`: take the weights' hash at each evaluation. */
function trainSeed(request: TrainerOptions, tell: Tell, hashing: boolean) {
  const { spec, seed, dataset } = request
  const trainer = createTrainer(request)
  const evaluations: EvaluatedReport[] = []
  const checkpoints: SavedRun['checkpoints'] = []
  const reports = trainer.run()
  let pendingMs = 0
  let trainingMs = 0
  for (;;) {
    const before = performance.now()
    const { value: report, done } = reports.next()
    pendingMs += performance.now() - before
    if (done) break
    if (report.status === 'computing') continue
    // Evaluations are not training: their time does not count in images per second.
    if (report.status === 'stepped') trainingMs += pendingMs
    pendingMs = 0
    if (report.status === 'evaluated') {
      evaluations.push(report)
      if (hashing) checkpoints.push({ step: report.step, weightHash: trainer.weightHash() })
    }
    tell(report, trainer.steps, trainingMs === 0 ? 0 : (1000 * trainer.step * spec.batch) / trainingMs)
  }
  trainer.dismiss()
  const final = hashing ? trainer.weightHash() : ''
  return { evaluations, saved: { spec, seed, numerics: NUMERICS, dataHash: dataset.hash, checkpoints, final } }
}
