'use client'

import { resultRows } from '@/components/training/result-rows'
import { ResultTable } from '@/components/training/result-table'
import { RunCharts } from '@/components/training/run-charts'
import { groupByActivation } from '@/components/training/run-curves'
import { SampleGallery } from '@/components/training/sample-gallery'
import { TrainingControls } from '@/components/training/training-controls'
import { StandInNotice, TrainingNotices } from '@/components/training/training-notices'
import { TrainingProgress } from '@/components/training/training-progress'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { ChallengeForm } from './challenge-form'
import { TEST_IMAGES } from './challenge-plan'
import { EarlierRuns } from './earlier-runs'
import { useChallenge } from './use-challenge'

/** The challenge at work: one recipe, three activations, their curves and their cost, and every run kept. */
export function ChallengeWorkbench() {
  const state = useChallenge()
  const { snapshot } = state
  const { phase, runs, data } = snapshot
  const open = phase === 'loading' || phase === 'running' || phase === 'paused'
  const current = runs.find((run) => run.key === snapshot.currentKey)
  const name = data?.standIn ? 'drawn test images' : 'CIFAR-10 test images'
  return (
    <div className="flex flex-col gap-12">
      <Card className="flex flex-col gap-6 shadow-raised">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="m-0 text-2xl">Train the three</h2>
          {data ? (
            data.standIn ? (
              <Badge tone="warn">drawn stand-in, not CIFAR-10</Badge>
            ) : (
              <Badge tone="good">real CIFAR-10</Badge>
            )
          ) : null}
        </div>
        <ChallengeForm
          settings={state.settings}
          onChange={state.setSettings}
          seedCount={state.seedCount}
          seedError={state.seedError}
          disabled={open}
        />
        <TrainingControls
          phase={phase}
          runLabel="Train ReLU, Swish and GELU"
          blocked={state.seedCount === null}
          onRun={state.run}
          onPause={state.pause}
          onResume={state.resume}
          onStop={state.stop}
          onReset={state.reset}
        />
        <TrainingProgress snapshot={snapshot} />
        <TrainingNotices snapshot={snapshot} unsaved={state.unsaved} />
        <StandInNotice data={data} />
        <RunCharts snapshot={snapshot} heldBack={name} height={280} />
        {runs.length > 0 ? (
          <ResultTable rows={resultRows(groupByActivation(runs))} testImages={data?.validationCount ?? TEST_IMAGES} />
        ) : null}
        <SampleGallery data={data} predictions={current?.predictions ?? null} />
      </Card>
      <EarlierRuns />
    </div>
  )
}
