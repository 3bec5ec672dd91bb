'use client'

import { useMemo, useState } from 'react'
import { parseSeeds } from '@/components/training/parse-seeds'
import { useRunJournal } from '@/components/training/use-run-journal'
import { useTrainer } from '@/components/training/use-trainer'
import { checkSpec, type ExperimentSpec } from '@/lib/engine'
import { checkClaims } from '@/lib/experiment/check-claims'
import { type Claim, stepsOfClaims } from '@/lib/experiment/claim'
import type { TrainingSnapshot } from '@/lib/training/training-snapshot'
import { type ExperimentSettings, isUnchanged, planOf, settingsOf, specWith } from './experiment-settings'
import { recipeVersion } from './recipe-version'

/** An experiment as a lesson hands it over. */
export interface PanelExperiment {
  /** `<lesson>.<experiment>` */
  id: string
  title: string
  summary?: string
  spec: ExperimentSpec
  repairs?: boolean
  claims: Claim[]
}

/** Settings in, runs and verdicts out: everything the panel shows, and what its buttons do. */
export function useExperiment({ id, spec: published, claims }: PanelExperiment) {
  const { trainer, snapshot } = useTrainer()
  const [settings, setSettings] = useState<ExperimentSettings>(() => settingsOf(published))
  const version = useMemo(() => recipeVersion({ spec: published, claims }), [published, claims])
  const { failed: unsaved } = useRunJournal(snapshot, id, version)

  const seeds = useMemo(() => parseSeeds(settings.seeds), [settings.seeds])
  const described = useMemo(
    () => specWith(published, settings, 'seeds' in seeds ? seeds.seeds : published.seeds),
    [published, settings, seeds],
  )
  const spec = 'seeds' in seeds ? described : null
  const problem = useMemo(() => (spec === null ? null : (checkSpec(spec)[0]?.message ?? null)), [spec])
  const verdicts = useMemo(() => verdictsOf(published, claims, snapshot), [published, claims, snapshot])

  function start(paused: boolean) {
    if (spec === null || problem !== null) return
    trainer.start(planOf(spec, isUnchanged(published, spec) ? stepsOfClaims(claims) : []), { paused })
  }

  return {
    snapshot,
    settings,
    setSettings,
    /** The recipe with these settings; with its own seeds where those typed cannot be read. */
    described,
    seedError: 'error' in seeds ? seeds.error : null,
    /** Why these settings cannot be run, in one sentence. */
    problem,
    isChanged: spec !== null && !isUnchanged(published, spec),
    /** Null unless the published recipe was run to its end, unchanged. */
    verdicts,
    unsaved,
    /** What a run has learnt, for an export. */
    weights: trainer.weights,
    run: () => start(false),
    pause: () => trainer.pause(),
    resume: () => trainer.resume(),
    step: () => {
      // Before the first run, and after the last: a fresh plan, its first step.
      if (snapshot.phase !== 'paused') start(true)
      trainer.step()
    },
    stop: () => trainer.stop(),
    reset: () => {
      trainer.reset()
      setSettings(settingsOf(published))
    },
  }
}

function verdictsOf(published: ExperimentSpec, claims: readonly Claim[], { phase, runs, data }: TrainingSnapshot) {
  const ranAsPublished = phase === 'finished' && !data?.standIn && runs.every((run) => isUnchanged(published, run.spec))
  if (!ranAsPublished) return null
  const seen = runs.map(({ seed, evaluations }) => ({
    seed,
    evaluations: evaluations.map((evaluation) => ({ status: 'evaluated' as const, ...evaluation })),
  }))
  // A claim about two recipes is left to the tests: these runs are only one half of it.
  const own = claims.filter(({ comparedTo }) => comparedTo?.experiment === undefined)
  return checkClaims(own, seen)
}
