'use client'

/**
 * `<DepthLab>`: networks of two to fifty layers, read layer by layer before training and while it goes on, several kinds
 * and several seeds side by side. It arranges; what is measured is depth-plan.ts, and each part draws itself.
 */
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { ExportMenu } from '@/components/export/export-menu'
import { LabFrame } from '@/components/lab/lab-frame'
import { PredictThenRun } from '@/components/lab/predict-then-run'
import { RunBar } from '@/components/lab/run-bar'
import { RunNotices } from '@/components/lab/run-notices'
import { useLab } from '@/components/lab/use-lab'
import type { LabProps } from '@/components/lab/use-lab-settings'
import { useLighterStart } from '@/components/lab/use-lighter-start'
import { useOnScreen } from '@/components/lab/use-on-screen'
import { usePrediction } from '@/components/lab/use-prediction'
import { formatNumber } from '@/components/plot/format-number'
import { Button } from '@/components/ui/button'
import { DepthCharts } from './depth-charts'
import { DepthControls } from './depth-controls'
import { depthOutcome, depthSubject } from './depth-guess'
import { planOf } from './depth-plan'
import { stepWords } from './depth-words'
import { LayerTable } from './layer-table'
import { looksOf } from './line-look'
import { SpreadPanel } from './spread-panel'
import { useDepthPlayer } from './use-depth-player'
import { useDepthWords } from './use-depth-words'

const LIGHTER = { seeds: 2 }

export function DepthLab(props: LabProps<'depth-lab'>) {
  const { lab, frame, announce } = useLab('depth-lab', props)
  const { settings, set } = lab
  useLighterStart(lab, props.home, LIGHTER)
  const { ref, onScreen } = useOnScreen<HTMLElement>()
  const charts = useRef<HTMLDivElement>(null)

  const planned = useMemo(() => planOf(settings), [settings])
  const plan = 'plan' in planned ? planned.plan : null
  const problem = 'problem' in planned ? planned.problem : null
  const subject = useMemo(() => depthSubject(plan), [plan])
  const prediction = usePrediction(subject)
  const { stage, settle } = prediction
  const isAsking = settings.predict && stage.is === 'asking'
  const { speed, look } = settings
  const { player, snapshot } = useDepthPlayer({ plan: isAsking ? null : plan, speed, onScreen, look })
  const { runs, isStale } = snapshot
  const outcome = isStale || isAsking ? null : depthOutcome(runs)
  useEffect(() => {
    if (outcome !== null && stage.is === 'made') settle(outcome)
  }, [outcome, stage, settle])

  const settingLooks = useMemo(() => looksOf(plan?.specs ?? []), [plan])
  // Of what is drawn: until the numbers of other settings come, those before are shown.
  const shown = snapshot.plan ?? plan
  const looks = useMemo(() => looksOf(shown?.specs ?? []), [shown])
  const layers = shown?.specs[0]?.model.filter(({ layer }) => layer === 'activation').length ?? settings.depth
  useDepthWords({ snapshot, looks, announce })
  // Six charts of fifty layers are drawn in slices, between which the page answers.
  const drawn = useDeferredValue(useMemo(() => ({ runs, looks, layers }), [runs, looks, layers]))
  const histograms = useDeferredValue(snapshot.histograms)

  const epoch = Math.max(0, ...runs.map((run) => run.epoch))
  const step = Math.max(0, ...runs.map((run) => run.step))
  const parameters = 'parameters' in planned ? planned.parameters : 0
  const bar = (
    <RunBar
      player={player}
      snapshot={snapshot}
      steps={plan?.steps ?? 0}
      blocked={plan === null}
      speed={speed}
      onSpeed={(next) => set({ speed: next }, { silent: true })}
      onRun={() => player.run()}
      label={`${settings.f.length} × ${settings.seeds} networks`}
      facts={[
        { name: 'Step', value: `${formatNumber(step, 7)} of ${formatNumber(plan?.steps ?? 0, 7)}` },
        { name: 'Epoch', value: `${epoch} of ${settings.epochs}` },
        { name: 'Weights of each', value: formatNumber(parameters, 7) },
      ]}
    />
  )
  return (
    <LabFrame
      {...frame}
      frameRef={ref}
      controls={<DepthControls settings={settings} set={set} looks={settingLooks} announce={announce} />}
      exportMenu={
        <ExportMenu
          size="sm"
          items={async () => (await import('./depth-exports')).depthExports(snapshot, charts.current)}
          emptyText="Nothing was measured yet."
        />
      }
      below={<SpreadPanel histograms={histograms} looks={looks} layers={layers} look={look} set={set} />}
    >
      {settings.predict ? (
        <PredictThenRun subject={subject} prediction={prediction}>
          {stage.is === 'settled' ? (
            <div>
              <Button variant="secondary" size="sm" onClick={prediction.askAgain}>
                Guess again, with these settings
              </Button>
            </div>
          ) : null}
          {bar}
        </PredictThenRun>
      ) : (
        bar
      )}
      <RunNotices snapshot={snapshot} problem={problem} nameOf={({ line }) => looks[line]?.label} />
      <p className="m-0 text-muted text-sm">
        {runs.length === 0
          ? 'Lines will be medians over the seeds, bands go from the lowest seed to the highest.'
          : `Read ${stepWords(Math.max(...runs.map(({ step }) => step)))}, over ${snapshot.data?.examples ?? 0} points in the batches that are learnt from. Lines are medians over the seeds, bands go from the lowest seed to the highest; those that diverged are left out.`}
      </p>
      <div ref={charts} className="flex flex-col gap-2">
        <DepthCharts {...drawn} data={snapshot.data} steps={shown?.steps ?? 1} />
      </div>
      <LayerTable runs={drawn.runs} looks={drawn.looks} />
    </LabFrame>
  )
}
