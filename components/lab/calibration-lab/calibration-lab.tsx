'use client'

/**
 * `<CalibrationLab>`: a classifier of a rare class, what a threshold and a temperature make of it without training, and what
 * class weights and focal loss change only by training again. It arranges; what is trained is calibration-spec.ts, how it is
 * played is the playground’s player, what is read off it is worked out in reading/ and drawn in figures/.
 */
import { useMemo } from 'react'
import { recipeVersion } from '@/components/experiment/recipe-version'
import { ExportMenu } from '@/components/export/export-menu'
import { LabFrame } from '@/components/lab/lab-frame'
import { RunPanel } from '@/components/lab/playground/run-panel'
import { usePlayer } from '@/components/lab/playground/use-player'
import { useRunWords } from '@/components/lab/playground/use-run-words'
import { PredictThenRun } from '@/components/lab/predict-then-run'
import { RunNotices } from '@/components/lab/run-notices'
import { useLab } from '@/components/lab/use-lab'
import type { LabProps } from '@/components/lab/use-lab-settings'
import { useOnScreen } from '@/components/lab/use-on-screen'
import { useSettledPrediction } from '@/components/lab/use-settled-prediction'
import { formatNumber } from '@/components/plot/format-number'
import type { PartSizes } from './calibration-spec'
import { CalibrationTable } from './figures/calibration-table'
import { ReliabilityFigure } from './figures/reliability-figure'
import { ThresholdFigures } from './figures/threshold-figures'
import { VerdictPlane } from './figures/verdict-plane'
import { VerdictTables } from './figures/verdict-tables'
import { ModelControls } from './model-controls'
import { outcomeOf, predictionSubject } from './prediction-subject'
import { confusionOf, measuresOf } from './reading/confusion'
import type { ModelReading } from './reading/model-reading'
import { reliabilityOf } from './reading/reliability'
import { calledAbove } from './reading/scored-points'
import { ReadingControls } from './reading-controls'
import { useModelReading } from './use-model-reading'
import { usePlan } from './use-plan'
import { useTradeWords } from './use-trade-words'

const NO_PARTS = { learnt: 0, validation: 0, test: 0 }
const NOTHING = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 }

export function CalibrationLab(props: LabProps<'calibration-lab'>) {
  const { lab, frame, announce } = useLab('calibration-lab', props)
  const { settings, set } = lab
  const { threshold, temperature, bins } = settings
  const { ref, onScreen } = useOnScreen<HTMLElement>()

  const planned = usePlan(settings)
  const plan = 'plan' in planned ? planned.plan : null
  const parts = 'plan' in planned ? planned.parts : NO_PARTS
  const problem = 'problem' in planned ? planned.problem : null
  const { player, snapshot } = usePlayer(plan, settings.speed, onScreen)
  const read = useModelReading(player, snapshot)
  const { reading } = read
  useRunWords({ snapshot, announce })
  const version = useMemo(() => recipeVersion(plan?.spec ?? null), [plan])
  const subject = useMemo(() => predictionSubject(version), [version])
  const prediction = useSettledPrediction(subject, outcomeOf(read.snapshot, reading))

  const test = reading?.test ?? null
  const confusion = useMemo(() => {
    if (test === null) return NOTHING
    const called = calledAbove(test, threshold, temperature)
    return confusionOf({ called, caught: test.caught[called] as number }, test)
  }, [test, threshold, temperature])
  const measures = measuresOf(confusion)
  useTradeWords(settings, test === null ? null : measures, announce)
  const before = useMemo(() => (test === null ? null : reliabilityOf(test, 1, bins)), [test, bins])
  const after = useMemo(
    () => (test === null ? null : reliabilityOf(test, temperature, bins)),
    [test, temperature, bins],
  )
  const panel = (
    <RunPanel
      player={player}
      snapshot={snapshot}
      steps={plan?.steps ?? 0}
      epochs={settings.epochs}
      problem={problem}
      speed={settings.speed}
      onSpeed={(speed) => set({ speed }, { silent: true })}
      onRun={() => {
        if (settings.predict && prediction.stage.is === 'settled') prediction.askAgain()
        else player.run()
      }}
    />
  )
  return (
    <LabFrame
      {...frame}
      frameRef={ref}
      controls={<ModelControls lab={lab} />}
      exportMenu={
        <ExportMenu
          size="sm"
          items={async () => {
            const { calibrationExports } = await import('./calibration-exports')
            return calibrationExports({ player, reading, temperature, panel: ref.current })
          }}
        />
      }
    >
      {settings.predict ? (
        <PredictThenRun subject={subject} prediction={prediction}>
          {panel}
        </PredictThenRun>
      ) : (
        panel
      )}
      <RunNotices snapshot={snapshot} problem={problem} />
      <PartsLine parts={parts} isTrained={(snapshot.runs[0]?.step ?? 0) > 0} />
      <ReadingControls lab={lab} fitted={reading?.fitted ?? null} parts={parts} announce={announce} />
      <div className={PAIR}>
        <VerdictPlane
          data={plan === null ? null : read.snapshot.data}
          surface={test === null ? null : read.surface}
          threshold={threshold}
          temperature={temperature}
        />
        <VerdictTables confusion={confusion} threshold={threshold} />
      </div>
      <div className={PAIR}>
        <ThresholdFigures
          test={test}
          curve={reading?.curve ?? null}
          threshold={threshold}
          temperature={temperature}
          called={confusion.truePositives + confusion.falsePositives}
          measures={measures}
          emptyText={emptyText(reading, true)}
          onThreshold={(to) => set({ threshold: to })}
        />
      </div>
      <div className={PAIR}>
        <ReliabilityFigure
          key={bins}
          whose={bins}
          before={before}
          after={after}
          temperature={temperature}
          emptyText={emptyText(reading, false)}
        />
        <CalibrationTable reading={reading} temperature={temperature} parts={parts} />
      </div>
    </LabFrame>
  )
}

const PAIR = 'grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-6 @2xl:grid-cols-2'

/** Which points are for what, before anything is read off them. */
function PartsLine({ parts: { learnt, validation, test }, isTrained }: { parts: PartSizes; isTrained: boolean }) {
  const [a, b, c] = [learnt, validation, test].map((count) => formatNumber(count, 7))
  return (
    <p className="m-0 text-muted text-sm">
      {a} points are learnt from. Of the others, the validation half ({b}) fits the temperature, and the test half ({c})
      is what everything below is measured on.
      {isTrained ? null : <strong className="text-ink"> Not trained yet: every point has the same score.</strong>}
    </p>
  )
}

/** Why there is no picture; null where there is one. */
function emptyText(reading: ModelReading | null, needsBoth: boolean): string | null {
  if (reading === null) return 'There are no scores to draw.'
  if (!needsBoth || reading.curve !== null) return null
  const missing = reading.test.positives === 0 ? 1 : 0
  return `The test half has no point of class ${missing}: take more points, or a larger share of class 1.`
}
