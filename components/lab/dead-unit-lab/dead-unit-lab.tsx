'use client'

/**
 * `<DeadUnitLab>`: a recipe that kills units, each a cell; which step killed which, by which examples; the activation
 * swapped with the weights kept, and who comes back. It arranges; what is trained is dead-unit-spec.ts, how it is played is
 * use-unit-player.ts, and each part draws itself.
 */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { ExportMenu } from '@/components/export/export-menu'
import { LabFrame } from '@/components/lab/lab-frame'
import { PredictThenRun } from '@/components/lab/predict-then-run'
import { RunBar } from '@/components/lab/run-bar'
import { RunNotices } from '@/components/lab/run-notices'
import { useLab } from '@/components/lab/use-lab'
import type { LabProps } from '@/components/lab/use-lab-settings'
import { useOnScreen } from '@/components/lab/use-on-screen'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { deathsOf } from '@/lib/training/dead-units/unit-history'
import { CellKey } from './cell-mark'
import { DeadUnitCharts } from './dead-unit-charts'
import { DeadUnitControls } from './dead-unit-controls'
import { placeOf, planOf, type Swap } from './dead-unit-spec'
import { StepSlider } from './step-slider'
import { SwapRow } from './swap-row'
import { UnitCard } from './unit-card'
import { UnitCells } from './unit-cells'
import { unitName } from './unit-words'
import { UnitsTable } from './units-table'
import { useCells } from './use-cells'
import { useShownStep } from './use-shown-step'
import { useUnitGuess } from './use-unit-guess'
import { useUnitPlayer } from './use-unit-player'
import { useUnitWords } from './use-unit-words'

export function DeadUnitLab(props: LabProps<'dead-unit-lab'>) {
  const { lab, frame, announce } = useLab('dead-unit-lab', props)
  const { settings, set } = lab
  const { ref, onScreen } = useOnScreen<HTMLElement>()
  const charts = useRef<HTMLDivElement>(null)
  const planned = useMemo(() => planOf(settings), [settings])
  const plan = 'plan' in planned ? planned.plan : null
  const problem = 'problem' in planned ? planned.problem : null
  const { speed, pause, at } = settings
  const { player, snapshot } = useUnitPlayer(plan, { speed, pause, at, onScreen })
  const { history, run, data, phase } = snapshot
  const last = Math.max(0, history?.last ?? 0)
  const steps = plan?.steps ?? 0
  const isRunning = phase === 'running'

  const [step, showStep] = useShownStep({
    ...{ at, last, set, round: snapshot.round },
    isBusy: isRunning || phase === 'loading' || phase === 'empty',
    onAhead: (wanted) => player.runTo(wanted),
  })
  // What is shown is of the network that runs; the settings may be ahead of it.
  const layers = data !== null && history !== null ? data.layers : settings.units
  const examples = data?.points.labels.length ?? 1
  const shown = useCells(snapshot, settings, step)
  const { counts, back } = shown
  // A hundred cells and two charts are drawn in pieces, between the pictures that must not wait for them.
  const cells = useDeferredValue(shown.cells)
  const charted = useDeferredValue(snapshot)
  const choose = useCallback((next: number) => set({ unit: next }, { silent: true }), [set])
  useUnitWords({ snapshot, counts, announce })

  const place = placeOf(layers, settings.unit)
  const chosen = place === null ? 0 : settings.unit
  const deaths = history === null || chosen === 0 ? [] : deathsOf(history, chosen - 1, step)
  const killed = deaths.at(-1)?.died ?? 0
  const { cause } = snapshot
  const [layer, unit] = [place?.layer ?? 0, place?.unit ?? 0]
  const known = cause?.layer === layer && cause.unit === unit && cause.step === killed ? cause : null
  useEffect(() => {
    // A run is not held up by questions.
    if (isRunning || known !== null) return
    player.askCause(chosen > 0 && killed > 0 ? { layer, unit } : null, killed)
  }, [player, isRunning, known, chosen, killed, layer, unit])

  const { subject, prediction } = useUnitGuess(plan, settings, snapshot)
  const isOver = phase === 'finished' || phase === 'stopped'
  const bar = (
    <RunBar
      player={player}
      snapshot={{ ...snapshot, runs: run === null ? [] : [run] }}
      label={`Seed ${settings.seed}`}
      steps={steps}
      blocked={problem !== null}
      speed={speed}
      onSpeed={(next) => set({ speed: next }, { silent: true })}
      onRun={() => {
        if (settings.predict && isOver && prediction.stage.is === 'settled') prediction.askAgain()
        else player.run()
      }}
      facts={[
        { name: 'Step', value: `${formatNumber(last, 7)} of ${formatNumber(steps, 7)}` },
        { name: 'Loss, latest batch', value: run?.loss == null ? '–' : formatNumber(run.loss, 4) },
        { name: 'Right, held back', value: accuracyText(run?.evaluations.at(-1)?.validation.accuracy) },
      ]}
    />
  )

  function swap(swaps: Swap[], said: string) {
    player.backTo(step)
    showStep(Number.POSITIVE_INFINITY)
    set({ swaps }, { apart: true })
    if (said !== '') announce(said)
  }
  function goOn() {
    player.backTo(step)
    showStep(Number.POSITIVE_INFINITY)
    const swaps = settings.swaps.filter(([atStep]) => atStep <= step)
    if (swaps.length < settings.swaps.length) set({ swaps }, { apart: true })
    announce(`Back at step ${step}; what came after it is forgotten.`)
  }
  return (
    <LabFrame
      {...frame}
      frameRef={ref}
      controls={<DeadUnitControls settings={settings} set={set} />}
      exportMenu={
        <ExportMenu
          size="sm"
          emptyText="Nothing was trained yet."
          items={async () =>
            (await import('./dead-unit-exports')).deadUnitExports({ plan, snapshot, layers, part: charts.current })
          }
        />
      }
    >
      {settings.predict ? (
        <PredictThenRun subject={subject} prediction={prediction}>
          {bar}
        </PredictThenRun>
      ) : (
        bar
      )}
      <RunNotices snapshot={{ ...snapshot, runs: run === null ? [] : [run] }} problem={problem} />
      <div className="flex flex-col gap-4">
        <CellKey counts={counts} back={back} />
        <UnitCells layers={layers} cells={cells} examples={examples} chosen={chosen} onChoose={choose} />
        <UnitsTable layers={layers} cells={cells} history={history} step={step} examples={examples} />
        <StepSlider step={step} last={last} steps={steps} onStep={showStep} onGoOn={goOn} />
        <SwapRow settings={settings} step={step} steps={steps} onSwaps={swap} />
      </div>
      {place === null || data === null || cells[chosen - 1] === undefined ? (
        <p className="m-0 text-muted text-sm">Choose a unit, to see what became of it and which step did it.</p>
      ) : (
        <UnitCard
          name={unitName(place.layer, place.unit, layers.length)}
          look={cells[chosen - 1]?.look ?? 'awake'}
          deaths={deaths}
          step={step}
          cause={known}
          isRunning={isRunning}
          data={data}
          onStep={showStep}
        />
      )}
      <div ref={charts}>
        <DeadUnitCharts snapshot={charted} steps={steps} units={cells.length} />
      </div>
    </LabFrame>
  )
}

function accuracyText(accuracy: number | null | undefined): string {
  return accuracy == null ? '–' : formatPercent(accuracy, 1)
}
