/**
 * `train`: an experiment's runs, one seed after another, told to a person or as JSON lines; at the end whether its claims
 * hold. One run can be stopped on its way and gone on with by another process. Not here: one seed's run (train-seed.ts),
 * the wording for a person (tell-report.ts).
 */
import path from 'node:path'
import type { Checkpoint } from '@/lib/engine'
import { type Claim, type ClaimRun, checkClaims, comparedExperiments, stepsOfClaims } from '@/lib/experiment'
import { nodeHardware } from '@/lib/training/hardware/node-hardware'
import { readCheckpoint, writeCheckpoint } from './checkpoint-files'
import { type Say, type TrainOptions, UsageError } from './command-line'
import { readDataset, readExperiment } from './read-files'
import { requireFolder, writeSavedRun } from './saved-run'
import { tellJson, tellKept, tellPerson } from './tell-report'
import { trainSeed } from './train-seed'

/** @returns whether no claim fails; `complain` hears of those that do where `print` is for JSON lines. */
export function train(options: TrainOptions, print: Say, complain: Say): boolean {
  const { file, dataFolder, json, save, threads, until, checkpointOut, resume } = options
  const { title, spec, claims } = readExperiment(file)
  const checkpoint = resume === null ? undefined : readCheckpoint(resume)
  const seeds = seedsOf(options, spec.seeds, checkpoint)
  for (const kept of [save, checkpointOut]) if (kept !== null) requireFolder(kept)
  const dataset = readDataset(spec.data, dataFolder)
  const say: Say = json ? () => {} : print
  say(`${title ?? file}: ${dataset.name}, ${dataset.train.count} + ${dataset.validation.count} examples\n`)
  const runs: ClaimRun[] = []
  for (const seed of seeds) {
    const evaluateAt = stepsOfClaims(claims)
    const request = { spec, seed, dataset, checkpoint, evaluateAt, ...nodeHardware(threads) }
    const tell = json ? tellJson(seed, dataset.hash, print) : tellPerson(seed, say)
    const { trainer, evaluations, saved } = trainSeed(request, { tell, until, hashing: save !== null })
    runs.push({ seed, evaluations })
    if (save !== null) writeSavedRun(save, saved)
    if (checkpointOut === null) continue
    writeCheckpoint(checkpointOut, trainer.checkpoint())
    tellKept(seed, trainer.step, checkpointOut, say)
  }
  if (until !== null || resume !== null) {
    if (claims.length > 0) say('Claims are about whole runs, and are not judged by a part of one.\n')
    return true
  }
  const others = trainOthers(claims, seeds, options, say)
  const verdicts = checkClaims(claims, runs, (name) => others.get(name) ?? [])
  for (const { holds, message } of verdicts) say(`${holds ? 'holds' : 'FAILS'}  ${message}\n`)
  const failing = verdicts.filter(({ holds }) => !holds)
  if (json) for (const { message } of failing) complain(`FAILS  ${message}\n`)
  return failing.length === 0
}

/** The experiments beside this one that its claims compare it with, trained with the same seeds and in silence. */
function trainOthers(claims: Claim[], seeds: number[], { file, dataFolder, threads }: TrainOptions, say: Say) {
  const others = new Map<string, ClaimRun[]>()
  for (const name of comparedExperiments(claims)) {
    const other = path.join(path.dirname(file), `${name}.yaml`)
    const { title, spec } = readExperiment(other)
    say(`to compare: ${title ?? other}\n`)
    const dataset = readDataset(spec.data, dataFolder)
    const evaluateAt = stepsOfClaims(claims, name)
    const runs = seeds.map((seed) => {
      const request = { spec, seed, dataset, evaluateAt, ...nodeHardware(threads) }
      return { seed, evaluations: trainSeed(request, { tell: () => {}, until: null, hashing: false }).evaluations }
    })
    others.set(name, runs)
  }
  return others
}

/** A checkpoint brings its seed along; of several seeds only all can be trained, and none kept. */
function seedsOf({ file, seed, save, checkpointOut }: TrainOptions, all: number[], checkpoint?: Checkpoint): number[] {
  if (seed !== null) return [seed]
  if (checkpoint !== undefined) return [checkpoint.seed]
  const keeping = save !== null ? '--save' : checkpointOut !== null ? '--checkpoint-out' : null
  if (keeping !== null && all.length > 1) {
    throw new UsageError(`${keeping} keeps one run, and ${file} has ${all.length} seeds; choose one with --seed.`)
  }
  return all
}
