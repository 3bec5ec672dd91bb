'use client'

/**
 * `<Playground>`: a small network learns to tell points of the plane apart, several seeds at once, while everything about
 * it can be changed. It arranges; what is trained is playground-spec.ts, how it is played is use-player.ts, and each part
 * draws itself.
 */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { recipeVersion } from '@/components/experiment/recipe-version'
import { LabFrame } from '@/components/lab/lab-frame'
import { PredictThenRun } from '@/components/lab/predict-then-run'
import { useAnnouncer } from '@/components/lab/use-announcer'
import { type LabProps, useLabSettings } from '@/components/lab/use-lab-settings'
import { useOnScreen } from '@/components/lab/use-on-screen'
import { usePrediction } from '@/components/lab/use-prediction'
import { SelectField } from '@/components/ui/select-field'
import { MOST_POINTS } from '@/lib/lab/fields/points'
import { judgeGoal, parseGoal } from '@/lib/lab/goal'
import { CsvPanel } from './csv/csv-panel'
import { useCsv } from './csv/use-csv'
import { ClassKey, DecisionSurface } from './decision-surface'
import { GoalCard } from './goal-card'
import { NetworkEditor } from './network-editor'
import { OwnPointsPanel } from './own-points-panel'
import { nearestPoint, type Place } from './place'
import { PlaceReading, readingWords, usePlaceReading } from './place-reading'
import { SurfaceTable, UnitsTable } from './plane-tables'
import { PlaygroundCharts } from './playground-charts'
import { PlaygroundControls } from './playground-controls'
import { OWN_EXTENT, planOf, unitsOf } from './playground-spec'
import { outcomeOf, predictionSubject } from './prediction-subject'
import { RunNotices, RunPanel } from './run-panel'
import { usePalettes } from './use-colors'
import { useLighterStart } from './use-lighter-start'
import { usePlayer } from './use-player'
import { useRunWords } from './use-run-words'

const NO_DATA = {
  points: { inputs: new Float32Array(), labels: [], extent: 1.1 },
  held: { inputs: new Float32Array(), labels: [] },
  classes: [],
}

export function Playground(props: LabProps<'playground'>) {
  const lab = useLabSettings('playground', props)
  const { settings, set } = lab
  useLighterStart(lab, props.home)
  const { announcement, announce } = useAnnouncer()
  const { ref, onScreen } = useOnScreen<HTMLElement>()
  const palettes = usePalettes()
  const [label, setLabel] = useState(0)
  const [shownRun, setShownRun] = useState(0)
  const [showHeld, setShowHeld] = useState(true)

  const csv = useCsv({ x: settings.cx, y: settings.cy, label: settings.cl })
  const planned = useMemo(() => planOf(settings, csv.read), [settings, csv.read])
  const plan = 'plan' in planned ? planned.plan : null
  const problem = 'problem' in planned ? planned.problem : null
  const { player, snapshot } = usePlayer(plan, settings.speed, onScreen)
  const { runs } = snapshot

  const isOwn = settings.data === 'own'
  const ownData = useMemo(() => ownPlane(settings.points), [settings.points])
  const isBlank = plan === null
  const data = isOwn ? ownData : isBlank ? NO_DATA : (snapshot.data ?? NO_DATA)
  const { extent } = data.points
  const classes = settings.data === 'csv' ? (csv.read?.classes ?? []) : data.classes

  const axes = settings.data === 'csv' ? (csv.read?.axes ?? null) : null
  const { x, y } = settings
  const place = useMemo(() => ({ x, y }), [x, y])
  const shownPlace = useMemo(() => ({ x: within(x, extent), y: within(y, extent) }), [x, y, extent])
  const reading = usePlaceReading(player)
  const onPlace = useCallback((next: Place) => set(next, { silent: true }), [set])
  const run = Math.min(shownRun, Math.max(0, runs.length - 1))
  useEffect(() => player.setView(run, [x, y]), [player, run, x, y])
  const drawing = isOwn
    ? {
        label,
        place: ({ x, y }: Place) => {
          if (settings.points.length >= MOST_POINTS) return announce(`There are ${MOST_POINTS} points; no more fit.`)
          set({ points: [...settings.points, [x, y, label]] })
          announce(`Point of class ${label} placed; ${settings.points.length + 1} points.`)
        },
        remove: (at: Place) => {
          const nearest = nearestPoint(settings.points, at)
          if (nearest < 0) return
          set({ points: settings.points.toSpliced(nearest, 1) })
          announce(`Point removed; ${settings.points.length - 1} points.`)
        },
      }
    : null

  const goal = useMemo(() => (props.goal === undefined ? null : parseGoal(props.goal)), [props.goal])
  const verdict = useMemo(() => {
    if (goal === null) return null
    const reachedAt = runs.map(
      ({ evaluations }) =>
        evaluations.find(({ validation }) => (validation.accuracy ?? 0) >= goal.accuracy)?.epoch ?? null,
    )
    return judgeGoal(goal, { data: settings.data, units: unitsOf(settings), layers: settings.layers.length, reachedAt })
  }, [goal, runs, settings])
  useRunWords({ snapshot, verdict, announce })

  const version = useMemo(() => recipeVersion(plan?.spec ?? null), [plan])
  const subject = useMemo(() => predictionSubject(version, settings.seeds), [version, settings.seeds])
  const prediction = usePrediction(subject)
  const outcome = outcomeOf(runs)
  const { settle, askAgain, stage } = prediction
  useEffect(() => {
    if (outcome !== null && stage.is === 'made') settle(outcome)
  }, [outcome, stage, settle])
  function start() {
    if (settings.predict && stage.is === 'settled') return askAgain()
    player.run()
  }

  const ownSettings = useMemo(() => {
    if (settings.data === 'csv') {
      return <CsvPanel csv={csv} named={settings.csv} onFile={(file) => set({ csv: file })} onColumns={set} />
    }
    if (settings.data !== 'own') return null
    const onPoints = (points: typeof settings.points) => set({ points })
    return <OwnPointsPanel points={settings.points} label={label} onLabel={setLabel} onPoints={onPoints} />
  }, [settings, csv, label, set])

  const panel = (
    <RunPanel
      player={player}
      snapshot={snapshot}
      steps={plan?.steps ?? 0}
      epochs={settings.epochs}
      problem={problem}
      speed={settings.speed}
      onSpeed={(speed) => set({ speed })}
      onRun={start}
    />
  )
  return (
    <LabFrame
      lab={lab}
      headingLevel={props.headingLevel}
      caption={props.caption}
      announcement={announcement}
      announce={announce}
      frameRef={ref}
      controls={<PlaygroundControls settings={settings} set={set} ownData={ownSettings} />}
    >
      {goal !== null && verdict !== null ? <GoalCard goal={goal} verdict={verdict} /> : null}
      {settings.predict ? (
        <PredictThenRun subject={subject} prediction={prediction}>
          {panel}
        </PredictThenRun>
      ) : (
        panel
      )}
      <RunNotices snapshot={snapshot} problem={problem} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-4 @2xl:grid-cols-[minmax(0,1fr)_minmax(0,1.12fr)]">
        <div className="flex min-w-0 flex-col gap-3 @2xl:row-span-2">
          <DecisionSurface
            player={player}
            data={data}
            palettes={palettes}
            isBlank={isBlank}
            showHeld={showHeld}
            place={shownPlace}
            onPlace={onPlace}
            said={readingWords(place, reading, classes, axes)}
            drawing={drawing}
          />
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <ClassKey classes={classes} counts={countsOf(data.points.labels, classes.length)} />
            {isOwn ? null : (
              <label className="inline-flex min-h-8 cursor-pointer items-center gap-2 text-sm">
                <input type="checkbox" className="choice" checked={showHeld} onChange={() => setShowHeld(!showHeld)} />
                show held back
              </label>
            )}
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-1 @2xl:col-start-2 @2xl:row-start-2">
          <PlaceReading place={place} reading={reading} classes={classes} axes={axes} />
          <SurfaceTable player={player} data={data} />
        </div>
        <div className="flex min-w-0 flex-col gap-3 @2xl:col-start-2 @2xl:row-start-1">
          <div className="flex flex-wrap items-end justify-between gap-2">
            <p className="m-0 text-muted text-sm">
              {shapeText(plan?.spec.model ?? [], 'cost' in planned ? planned.cost.parameters : 0)}
            </p>
            {runs.length > 1 ? (
              <div className="w-28">
                <SelectField
                  compact
                  label="Which seed is drawn"
                  value={String(run)}
                  options={runs.map(({ seed }, index) => ({ value: String(index), label: `Seed ${seed}` }))}
                  onChange={(index) => setShownRun(Number(index))}
                />
              </div>
            ) : null}
          </div>
          <NetworkEditor settings={settings} set={set} player={player} palettes={palettes} announce={announce} />
          <UnitsTable reading={reading} layers={settings.layers} />
        </div>
      </div>
      <PlaygroundCharts runs={runs} steps={plan?.steps ?? 1} />
    </LabFrame>
  )
}

const within = (value: number, extent: number) => Math.min(extent, Math.max(-extent, value))

function countsOf(labels: readonly number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0)
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
  return counts
}

/** Own points are seen where they are placed, before anything is trained on them. */
function ownPlane(points: readonly (readonly [number, number, number])[]) {
  return {
    points: {
      inputs: Float32Array.from(points.flatMap(([x, y]) => [x, y] as number[])),
      labels: points.map(([, , label]) => label),
      extent: OWN_EXTENT,
    },
    held: NO_DATA.held,
    classes: ['class 0', 'class 1'],
  }
}

/** `2 → 8 → 8 → 2, 114 parameters`. */
function shapeText(model: readonly { layer: string; units?: number }[], parameters: number): string {
  const sizes = model.flatMap(({ layer, units }) => (layer === 'linear' && units !== undefined ? [units] : []))
  return sizes.length === 0 ? '' : `${[2, ...sizes].join(' → ')}, ${parameters.toLocaleString('en')} parameters`
}
