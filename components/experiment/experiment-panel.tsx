'use client'

/**
 * The training widget of a lesson: settings, controls, live curves, and what is inside the network. It
 * arranges; what happens is in use-experiment.ts, and each part draws itself.
 */
import { useId, useRef } from 'react'
import { ExportMenu } from '@/components/export/export-menu'
import { DecisionPlane } from '@/components/plot/decision-plane'
import { RunCharts } from '@/components/training/run-charts'
import { SampleGallery } from '@/components/training/sample-gallery'
import { TrainingControls } from '@/components/training/training-controls'
import { StandInNotice, TrainingNotices } from '@/components/training/training-notices'
import { TrainingProgress } from '@/components/training/training-progress'
import { Notice } from '@/components/ui/notice'
import { ClaimList } from './claim-list'
import { ExperimentHeader } from './experiment-header'
import { hasImages } from './experiment-settings'
import { FittedCurve } from './fitted-curve'
import { panelExports } from './panel-exports'
import { PANEL_CARD, PICTURES_GRID } from './panel-layout'
import { pictureKind } from './picture-kind'
import { ProbeGauges } from './probes/probe-gauges'
import { SettingsForm } from './settings-form'
import { type PanelExperiment, useExperiment } from './use-experiment'

interface ExperimentPanelProps {
  experiment: PanelExperiment
  lessonId: string
}

export function ExperimentPanel({ experiment, lessonId }: ExperimentPanelProps) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const state = useExperiment(experiment)
  const { snapshot } = state
  const { phase, runs, data } = snapshot
  const current = runs.find((run) => run.key === snapshot.currentKey)
  const picture = pictureKind(experiment.spec)
  const open = phase === 'loading' || phase === 'running' || phase === 'paused'
  return (
    <section
      ref={panel}
      aria-labelledby={`${id}-title`}
      data-experiment={experiment.id}
      data-lesson={lessonId}
      className={PANEL_CARD}
    >
      <ExperimentHeader
        id={`${id}-title`}
        title={experiment.title}
        summary={experiment.summary}
        spec={state.described}
        isChanged={state.isChanged}
      />
      <SettingsForm
        published={experiment.spec}
        repairable={experiment.repairs === true}
        settings={state.settings}
        onChange={state.setSettings}
        seedError={state.seedError}
        disabled={open}
      />
      {state.problem ? (
        <Notice tone="warn" role="alert" title="These settings cannot be run">
          {state.problem}
        </Notice>
      ) : null}
      <TrainingControls
        phase={phase}
        runLabel="Run"
        blocked={state.seedError !== null || state.problem !== null}
        onRun={state.run}
        onPause={state.pause}
        onResume={state.resume}
        onStep={state.step}
        onStop={state.stop}
        onReset={state.reset}
      />
      <TrainingProgress snapshot={snapshot} />
      <TrainingNotices snapshot={snapshot} unsaved={state.unsaved} />
      <StandInNotice data={data} />
      <RunCharts
        snapshot={snapshot}
        regression={picture === 'line'}
        heldBack={hasImages(experiment.spec.data) ? 'test images' : 'held-back points'}
      />
      <div className={PICTURES_GRID}>
        {picture === 'plane' || data?.plane ? (
          <DecisionPlane
            title={`What the network decides${current ? `, seed ${current.seed}` : ''}`}
            cells={current?.surface ?? null}
            plane={data?.plane ?? null}
            classNames={data?.classes ?? []}
            emptyText="The data points come here when it runs, and behind them what the network decides."
          />
        ) : null}
        {picture === 'line' || data?.line ? (
          <div className={state.described.probes?.length ? 'min-w-0' : 'min-w-0 md:col-span-2'}>
            <FittedCurve line={data?.line ?? null} runs={runs} current={current} />
          </div>
        ) : null}
        <ProbeGauges run={current} planned={state.described} />
      </div>
      <ExportMenu
        items={() =>
          panelExports({
            ...{ id: experiment.id, title: experiment.title, panel: panel.current },
            ...{ described: state.described, snapshot, weights: state.weights },
          })
        }
      />
      <SampleGallery data={data} predictions={current?.predictions ?? null} />
      <ClaimList claims={experiment.claims} verdicts={state.verdicts} isChanged={state.isChanged} />
    </section>
  )
}
