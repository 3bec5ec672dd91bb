'use client'

/**
 * The training widget of a lesson: settings, controls, live curves, and what is inside the network. It
 * arranges; what happens is in use-experiment.ts, and each part draws itself.
 */
import { FlaskConical } from 'lucide-react'
import { useId, useRef } from 'react'
import { ExportMenu } from '@/components/export/export-menu'
import { DecisionPlane } from '@/components/plot/decision-plane'
import { RunCharts } from '@/components/training/run-charts'
import { SampleGallery } from '@/components/training/sample-gallery'
import { TrainingControls } from '@/components/training/training-controls'
import { StandInNotice, TrainingNotices } from '@/components/training/training-notices'
import { TrainingProgress } from '@/components/training/training-progress'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { ClaimList } from './claim-list'
import { hasImages } from './experiment-settings'
import { panelExports } from './panel-exports'
import { ProbeGauges } from './probes/probe-gauges'
import { recipeLine } from './recipe-line'
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
  const open = phase === 'loading' || phase === 'running' || phase === 'paused'
  return (
    <section
      ref={panel}
      aria-labelledby={`${id}-title`}
      data-experiment={experiment.id}
      data-lesson={lessonId}
      className="flex flex-col gap-6 rounded-card border border-line bg-surface p-4 font-sans text-base leading-normal shadow-raised sm:p-6"
    >
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone="accent">
            <FlaskConical aria-hidden="true" className="size-3.5" />
            Experiment
          </Badge>
          {state.isChanged ? <Badge tone="warn">changed from the recipe</Badge> : null}
        </div>
        <h3 id={`${id}-title`} className="m-0 text-xl">
          {experiment.title}
        </h3>
        {experiment.summary ? <p className="text-muted">{experiment.summary}</p> : null}
        <p className="text-muted text-sm">{recipeLine(state.described)}</p>
      </header>
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
      <RunCharts snapshot={snapshot} heldBack={hasImages(experiment.spec.data) ? 'test images' : 'held-back points'} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        {data?.plane ? (
          <DecisionPlane
            title={`What the network decides${current ? `, seed ${current.seed}` : ''}`}
            cells={current?.surface ?? null}
            points={data.plane.inputs}
            labels={data.plane.labels}
            extent={data.plane.extent}
            classNames={data.classes ?? []}
          />
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
