'use client'

/**
 * `<CnnLab>`: the reference CNN on small pictures, trained with one activation after another. It arranges; what is trained
 * is cnn-spec.ts, how it is kept use-cnn-runs.ts, and each part draws itself.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { panelExports } from '@/components/experiment/panel-exports'
import { recipeLine } from '@/components/experiment/recipe-line'
import { ExportMenu } from '@/components/export/export-menu'
import { LabFrame } from '@/components/lab/lab-frame'
import { PredictThenRun } from '@/components/lab/predict-then-run'
import { useLab } from '@/components/lab/use-lab'
import type { LabProps } from '@/components/lab/use-lab-settings'
import { useLighterStart } from '@/components/lab/use-lighter-start'
import { useOnScreen } from '@/components/lab/use-on-screen'
import { resultRows } from '@/components/training/result-rows'
import { ResultTable } from '@/components/training/result-table'
import { RunCharts } from '@/components/training/run-charts'
import { StandInNotice } from '@/components/training/training-notices'
import { CnnControls } from './cnn-controls'
import { type CnnSettings, planOf } from './cnn-spec'
import { InsidePanel } from './inside-panel'
import { chosenRequest } from './run-book'
import { RunNotices, RunPanel } from './run-panel'
import { useCnnGuess } from './use-cnn-guess'
import { useCnnRuns } from './use-cnn-runs'

const ON_A_PHONE = { images: 300, held: 200, epochs: 2, seeds: 1 }

export function CnnLab(props: LabProps<'cnn-lab'>) {
  const { lab, frame, announce } = useLab('cnn-lab', props)
  const { settings, set } = lab
  useLighterStart(lab, props.home, ON_A_PHONE)
  const { ref, onScreen } = useOnScreen<HTMLElement>()

  const recipe = useRecipe(settings)
  const { networks, problem } = useMemo(() => planOf(recipe), [recipe])
  const runs = useCnnRuns(networks, onScreen)
  const { snapshot, data, groups, weightsOf } = runs
  const { subject, prediction } = useCnnGuess(networks, runs)
  const isAlone = useIsAlone()

  const all = useMemo(() => groups.flatMap((group) => group.runs), [groups])
  const charted = useMemo(() => ({ runs: all, phase: snapshot.phase }), [all, snapshot.phase])
  const rows = useMemo(() => resultRows(groups), [groups])
  const chosen = chosenRequest(networks, settings)
  const described = chosen?.spec
  const panel = (
    <RunPanel
      runs={runs}
      networks={networks}
      blocked={problem !== null}
      onRun={() => {
        if (settings.predict && prediction.stage.is === 'settled') prediction.askAgain()
        else runs.run()
      }}
    />
  )
  return (
    <LabFrame
      {...frame}
      frameRef={ref}
      controls={<CnnControls settings={settings} set={set} networks={networks} announce={announce} />}
      exportMenu={
        described === undefined ? null : (
          <ExportMenu
            size="sm"
            items={() =>
              panelExports({
                ...{ id: 'cnn-lab', title: 'CNN lab', described, weights: weightsOf, panel: ref.current },
                snapshot: { ...snapshot, data, runs: all, currentKey: chosen?.key ?? null },
              })
            }
          />
        )
      }
      below={
        <>
          {all.some(({ step }) => step > 0) ? (
            <ResultTable rows={rows} testImages={data?.validationCount ?? settings.held} />
          ) : null}
          <InsidePanel settings={settings} set={set} networks={networks} runs={runs} />
        </>
      }
    >
      {settings.predict ? (
        <PredictThenRun subject={subject} prediction={prediction}>
          {panel}
        </PredictThenRun>
      ) : (
        panel
      )}
      <RunNotices runs={runs} problem={problem} isAlone={isAlone} />
      <StandInNotice data={settings.data === 'cifar10' ? data : null} />
      <RunCharts
        snapshot={charted}
        groups={groups}
        heldBack={data?.source === 'cifar10' ? 'held-back photographs' : 'held-back images'}
      />
      {described === undefined ? null : <p className="m-0 text-muted text-sm">{recipeLine(described)}.</p>}
    </LabFrame>
  )
}

/** The settings as they were when something last changed that is trained: what is merely looked at plans nothing anew. */
function useRecipe(settings: CnnSettings): CnnSettings {
  const kept = useRef(settings)
  if (trainedPart(settings) !== trainedPart(kept.current)) kept.current = settings
  return kept.current
}

function trainedPart({ look, nth, block, image, predict, ...trained }: CnnSettings): string {
  return JSON.stringify(trained)
}

/** Whether this page may not share memory between threads; known once it is live. */
function useIsAlone(): boolean {
  const [isAlone, setIsAlone] = useState(false)
  useEffect(() => setIsAlone(!window.crossOriginIsolated), [])
  return isAlone
}
